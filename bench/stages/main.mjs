#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { BIRTH, NODE_FLAGS } from '../support/birth.mjs';
import { bundle } from '../support/bundle.mjs';
import { readOptions } from '../support/options.mjs';
import { CACHE } from '../support/places.mjs';

const HELP = `Where the time of a run goes, and how near its estimate comes: each model on each folder, in a process of its own.
  npm run bench -- stages --data FOLDER[,FOLDER] [--models balanced,quick] [--split time] [--set knob=value]... [--json]
A folder may be \`sample\`, \`contest\` or \`sparse\`, which are generated.
`;
const options = readOptions(HELP, {
  data: 'sample',
  models: 'balanced',
  split: 'time',
  set: { repeated: [] },
  json: false,
});
const worker = await bundle('stages/worker.ts', 'cjs');
const environment = { ...process.env, ...BIRTH, SHELFWISE_BENCH_CACHE: CACHE };
const workspace = mkdtempSync(path.join(os.tmpdir(), 'shelfwise-stages-'));
const runs = [];
try {
  for (const folder of options.data.split(','))
    for (const model of options.models.split(',')) {
      const args = [...NODE_FLAGS, worker, workspace, folder, model, `stopping.split=${options.split}`, ...options.set];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { env: environment, encoding: 'utf8' });
      // A model that refuses a large folder does not stop the others.
      if (status !== 0)
        console.error(
          `${model} on ${folder}: ${stderr
            .trim()
            .split('\n')
            .findLast((line) => /Error/.test(line))}`,
        );
      else {
        runs.push(JSON.parse(stdout));
        if (!options.json) print(runs.at(-1));
      }
    }
} finally {
  rmSync(workspace, { recursive: true });
}
if (options.json) console.log(JSON.stringify(runs, null, 2));

function print({ folder, model, profiles, titles, pairs, epochs, parts, run, estimated, ratio, perEpochs, mixture }) {
  console.log(`\n${model} on ${folder}: ${profiles} profiles, ${titles} titles, ${pairs} events; epochs ${epochs}`);
  if (mixture) console.log(`  mixture ${JSON.stringify(mixture)}`);
  const line = (name, { seconds, processor, times }) =>
    console.log(
      `  ${name.padEnd(12)} ${seconds.toFixed(2).padStart(9)} ${processor.toFixed(2).padStart(9)} ${times ?? ''}`,
    );
  console.log(`  ${''.padEnd(12)} ${'clock'.padStart(9)} ${'processor'.padStart(9)} times`);
  for (const [part, spent] of Object.entries(parts)) line(part, spent);
  line('run', run);
  console.log(`  estimated: ${estimated.toFixed(2)} processor seconds, ${ratio.toFixed(2)} of what it took`);
  if (perEpochs !== null)
    console.log(
      `  run / epochs: ${perEpochs.seconds.toFixed(2)} by the clock, ${perEpochs.processor.toFixed(2)} by the processor`,
    );
}
