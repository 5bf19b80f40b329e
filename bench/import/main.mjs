#!/usr/bin/env node
/**
 * The import beside pandas and polars on the same file, alternating, each time in a fresh process; prints medians and ratios as JSON.
 *   node bench/import/main.mjs [--rows 1000000] [--rounds 5] [--python PYTHON] [--folder FOLDER]
 * Without --python, the packages of bench/peers are installed under node_modules/.shelfwise (python3 and a network are needed once).
 */
import { execFileSync } from 'node:child_process';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle } from '../support/bundle.mjs';
import { median } from '../support/median.mjs';
import { CACHE } from '../support/places.mjs';
import { preparePython } from '../support/python.mjs';
import { generateFolder } from './generate.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    python: { type: 'string' },
    folder: { type: 'string' },
  },
});

const measure = (program, args) => {
  const result = JSON.parse(execFileSync(program, args, { encoding: 'utf8' }));
  console.error(
    `${path.basename(args[0])} ${args[2] ?? ''} ${result.seconds.toFixed(2)} s, ${result.megabytes.toFixed(0)} MB`,
  );
  return result;
};

const rows = Number(options.rows);
const python = preparePython(options.python);
const importer = await bundle('import/import-once.ts');
const folder = options.folder ?? path.join(CACHE, `rows-${rows}`);
const file = options.folder ? path.join(folder, 'history_data.csv') : generateFolder(folder, rows);
const script = path.join(here, 'clean_history.py');

const ways = {
  shelfwise: () => measure(process.execPath, [importer, folder]),
  pandasText: () => measure(python, [script, file, 'text']),
  pandasGuess: () => measure(python, [script, file, 'guess']),
  polars: () => measure(python, [path.join(here, 'clean_history_polars.py'), file]),
};
const results = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
for (let round = 0; round < Number(options.rounds); round++)
  for (const [way, run] of Object.entries(ways)) results[way].push(run());

const seconds = Object.fromEntries(
  Object.entries(results).map(([way, all]) => [way, median(all.map((one) => one.seconds))]),
);
const { rows: counted, accepted, repaired, rejected } = results.shelfwise[0];
console.log(
  JSON.stringify(
    {
      counts: { rows: counted, accepted, repaired, rejected },
      seconds,
      ratio: {
        toPandasText: seconds.shelfwise / seconds.pandasText,
        toPandasGuess: seconds.shelfwise / seconds.pandasGuess,
        toPolars: seconds.shelfwise / seconds.polars,
      },
      megabytes: Object.fromEntries(
        Object.entries(results).map(([way, all]) => [way, Math.max(...all.map((one) => one.megabytes))]),
      ),
      pandas: results.pandasText[0].version,
      polars: results.polars[0].version,
      node: process.version,
      cores: os.cpus().length,
      processor: os.cpus()[0]?.model.trim(),
      agree: ['rows', 'accepted', 'repaired', 'rejected'].every(
        (key) =>
          results.pandasText[0][key] === results.shelfwise[0][key] &&
          results.polars[0][key] === results.shelfwise[0][key],
      ),
    },
    null,
    2,
  ),
);
