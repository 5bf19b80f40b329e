#!/usr/bin/env node
import * as path from 'node:path';
import { startAsked } from '../support/asked.mjs';
import { BIRTH, THREADS } from '../support/birth.mjs';
import { bundle } from '../support/bundle.mjs';
import { median } from '../support/median.mjs';
import { readOptions } from '../support/options.mjs';
import { CACHE } from '../support/places.mjs';
import { preparePython } from '../support/python.mjs';

const HELP = `Lists of 25 of 20,000 for all 8,311 profiles, watched titles left out, beside implicit's recommend for ALS with 256 factors, in turn;
and lists with peers, two companions and a trend mixed in, by our kernels and in JavaScript.
  npm run bench -- lists [--data contest] [--rounds 5] [--python PYTHON|none]
`;
const options = readOptions(HELP, {
  data: 'contest',
  rounds: 5,
  python: null,
});
const python = preparePython(options.python);
const worker = await bundle('lists/worker.ts');
const contenders = { ours: startAsked(process.execPath, [worker, options.data], BIRTH) };
if (python !== null) contenders.implicit = await startImplicit();
const results = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
const single = [];
const mixed = { mixed: [], 'mixed-in-javascript': [] };
for (let round = 0; round <= options.rounds; round++)
  for (const [name, contender] of Object.entries(contenders)) {
    const result = await contender.ask('lists');
    // The first round warms up.
    if (round > 0) results[name].push(result);
    if (name === 'ours')
      for (let profile = 1; profile <= 20; profile++)
        single.push((await contender.ask(`one ${profile}`)).seconds * 1000);
    told(name, result);
    if (name === 'ours')
      for (const [way, all] of Object.entries(mixed)) {
        const made = await contender.ask(way);
        if (round > 0) all.push(made);
        told(way, made);
      }
  }
function told(name, { seconds, processor }) {
  console.error(`${name.padEnd(9)} ${seconds.toFixed(2)} s, ${processor.toFixed(2)} s of processor`);
}

async function startImplicit() {
  const folder = path.join(CACHE, 'training');
  const exporter = startAsked(process.execPath, [await bundle('training/worker.ts'), options.data, '{}'], BIRTH);
  await exporter.ask(`export ${folder} 0`);
  exporter.end();
  return startAsked(python, [path.join(import.meta.dirname, '../peers/lists.py'), folder], {
    ...THREADS,
    // As implicit recommends: it has its own threads.
    OPENBLAS_NUM_THREADS: '1',
  });
}

for (const contender of Object.values(contenders)) contender.end();
const of = (field, from = results) =>
  Object.fromEntries(
    Object.entries(from).map(([name, all]) => [name, Number(median(all.map((one) => one[field])).toFixed(3))]),
  );
const seconds = of('seconds');
console.log(
  JSON.stringify(
    {
      seconds,
      ...(python !== null && { ratioToImplicit: Number((seconds.ours / seconds.implicit).toFixed(2)) }),
      processorSeconds: of('processor'),
      mixedProcessorSeconds: of('processor', mixed),
      oneProfileMilliseconds: Number(median(single).toFixed(1)),
    },
    null,
    2,
  ),
);
