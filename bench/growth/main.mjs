#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { BIRTH } from '../support/birth.mjs';
import { bundle } from '../support/bundle.mjs';
import { median } from '../support/median.mjs';
import { readOptions } from '../support/options.mjs';

const HELP = `How time and memory of training grow with profiles and titles together, and a large catalogue with all titles and with drawn ones.
  npm run bench -- growth [--profiles 8311,24933,83110,100000] [--titles 20000,60000,200000,50000] [--drawn 8192] [--steps 4] [--rounds 3]
The last size is the large catalogue. The exponents are those from the first size to the third, by their profiles.
`;
const options = readOptions(HELP, {
  profiles: [8311, 24_933, 83_110, 100_000],
  titles: [20_000, 60_000, 200_000, 50_000],
  // As many again as a batch of 256 watches.
  drawn: 8192,
  steps: 4,
  rounds: 3,
});
const all = options.profiles.map((profiles, place) => ({ profiles, items: options.titles[place], drawn: 0 }));
const sizes = [...all, { ...all.at(-1), drawn: options.drawn }];
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
const rows = results.map((rounds) => ({
  ...rounds[0],
  secondsAStep: median(rounds.map((one) => one.secondsAStep)),
  secondsAnEpoch: median(rounds.map((one) => one.secondsAnEpoch)),
  processorSecondsAnEpoch: median(rounds.map((one) => one.processorSecondsAnEpoch)),
  megabytes: Math.max(...rounds.map((one) => one.megabytes)),
}));
const exponent = (field) => Math.log(rows[2][field] / rows[0][field]) / Math.log(rows[2].profiles / rows[0].profiles);
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
