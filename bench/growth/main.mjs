#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { BIRTH } from '../support/birth.mjs';
import { bundle } from '../support/bundle.mjs';
import { median } from '../support/median.mjs';
import { readOptions } from '../support/options.mjs';

const [PROFILES, ITEMS] = [8_311, 20_000];
/** Number of candidate titles when they are drawn: as many again as a batch of 256 watches. */
const DRAWN = 8_192;

const HELP = `How time and memory of training grow with profiles and titles together, and a large catalogue with all titles and with drawn ones.
  npm run bench -- growth [--steps 4] [--rounds 3]
`;
const options = readOptions(HELP, {
  steps: 4,
  rounds: 3,
});
const sizes = [
  ...[1, 3, 10].map((scale) => ({ scale, profiles: PROFILES * scale, items: ITEMS * scale, drawn: 0 })),
  { scale: null, profiles: 100_000, items: 50_000, drawn: 0 },
  { scale: null, profiles: 100_000, items: 50_000, drawn: DRAWN },
];
const worker = await bundle('growth/worker.ts');
const environment = { ...process.env, ...BIRTH };
const results = sizes.map(() => []);
for (let round = 0; round < options.rounds; round++)
  for (const [place, { profiles, items, drawn }] of sizes.entries()) {
    const args = [worker, profiles, items, drawn, options.steps].map(String);
    const output = execFileSync(process.execPath, args, { env: environment, encoding: 'utf8' });
    results[place].push(JSON.parse(output));
    console.error(output.trim());
  }
const rows = results.map((all, place) => ({
  ...all[0],
  secondsAStep: median(all.map((one) => one.secondsAStep)),
  secondsAnEpoch: median(all.map((one) => one.secondsAnEpoch)),
  processorSecondsAnEpoch: median(all.map((one) => one.processorSecondsAnEpoch)),
  megabytes: Math.max(...all.map((one) => one.megabytes)),
  scale: sizes[place].scale,
}));
const exponent = (field) => Math.log10(rows[2][field] / rows[0][field]);
console.log(
  JSON.stringify(
    {
      rows,
      exponent: {
        secondsAnEpoch: exponent('secondsAnEpoch'),
        processorSecondsAnEpoch: exponent('processorSecondsAnEpoch'),
        megabytes: exponent('megabytes'),
      },
    },
    null,
    2,
  ),
);
