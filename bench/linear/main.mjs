#!/usr/bin/env node
/**
 * Fitting the linear models beside implicit, in turn, on made-up histories of two sizes.
 *   npm run bench -- linear [--rounds 3] [--python PYTHON]
 */
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { startAsked } from '../support/asked.mjs';
import { birthOf, THREADS } from '../support/birth.mjs';
import { bundle } from '../support/bundle.mjs';
import { median } from '../support/median.mjs';
import { CACHE } from '../support/places.mjs';
import { preparePython } from '../support/python.mjs';

/** Contest size, and a set with more profiles and titles of shorter histories. */
const SIZES = [
  { profiles: 8_311, items: 20_000, pairs: 622_987 },
  { profiles: 29_858, items: 40_981, pairs: 810_128 },
];
const PASSES = 3;
const TASKS = [64, 128, 256].map((factors) => ({
  name: `als ${factors}`,
  ours: `fit als als.factors=${factors} als.passes=${PASSES}`,
  implicit: `als ${factors} ${PASSES}`,
}));

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, python: { type: 'string' } },
});
const python = preparePython(options.python);
const worker = await bundle('linear/worker.ts');
const results = [];
for (const size of SIZES) {
  const folder = path.join(CACHE, 'linear', `${size.profiles}-${size.items}`);
  const ours = startAsked(
    process.execPath,
    [worker, ...[size.profiles, size.items, size.pairs].map(String), folder],
    await birthOf('portable'),
  );
  // It has written the histories once it answers.
  await ours.ask('fit popularity');
  const implicit = startAsked(python, [path.join(import.meta.dirname, '../peers/linear.py'), folder], {
    ...THREADS,
    // As implicit advises: it has threads of its own.
    OPENBLAS_NUM_THREADS: '1',
  });
  const contenders = { ours, implicit };
  for (const task of TASKS) {
    const measured = { ours: [], implicit: [] };
    for (let round = 0; round <= Number(options.rounds); round++)
      for (const [name, contender] of Object.entries(contenders)) {
        if (task[name] === undefined) continue;
        const result = await contender.ask(task[name]);
        // The first of each warms up.
        if (round > 0) measured[name].push(result);
      }
    const of = (name, field) => median(measured[name].map((one) => one[field])) ?? null;
    const row = {
      ...size,
      task: task.name,
      seconds: of('ours', 'seconds'),
      implicit: of('implicit', 'seconds'),
      processorSeconds: of('ours', 'processor'),
      implicitProcessorSeconds: of('implicit', 'processor'),
      ratio: task.implicit === undefined ? null : of('ours', 'seconds') / of('implicit', 'seconds'),
      megabytes: of('ours', 'megabytes'),
    };
    results.push(row);
    console.error(JSON.stringify(row));
  }
  for (const contender of Object.values(contenders)) contender.end();
}
console.log(JSON.stringify(results, null, 2));
