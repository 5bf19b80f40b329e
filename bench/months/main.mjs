#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { bundle } from '../support/bundle.mjs';
import { readOptions } from '../support/options.mjs';
import { CACHE } from '../support/places.mjs';

const HELP = `A year that comes month by month: each month is added to the data set of those before, beside an import of all of them at once. Says at each
step whether both have the same fingerprint, and ends with 1 where they have not.
  npm run bench -- months [--data sample|contest|FOLDER] [--months 12] [--json]
`;
const options = readOptions(HELP, {
  data: 'contest',
  months: 12,
  json: false,
});

const worker = await bundle('months/worker.ts');
const told = execFileSync(process.execPath, [worker, options.data, String(options.months)], {
  encoding: 'utf8',
  env: { ...process.env, SHELFWISE_BENCH_CACHE: CACHE },
});
const { steps } = JSON.parse(told);
if (options.json) process.stdout.write(told);
else
  for (const { month, viewings, added, whole, isSame } of steps)
    console.log(
      `${month}  ${String(viewings).padStart(9)} viewings  added ${added.processor.toFixed(1)} processor s, whole ${whole.processor.toFixed(1)}  ${isSame ? 'same fingerprint' : 'OTHER FINGERPRINT'}`,
    );
process.exitCode = steps.every(({ isSame }) => isSame) ? 0 : 1;
