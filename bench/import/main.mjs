#!/usr/bin/env node
/**
 * The import beside pandas on the same file, alternating, each time in a fresh process; prints medians and ratios as JSON.
 *   node bench/import/main.mjs [--rows 1000000] [--rounds 5] [--python PYTHON] [--folder FOLDER]
 * Without --python, pandas is installed into a virtual environment under node_modules/.shelfwise (python3 and a network are needed once).
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { generateFolder } from './generate.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const cache = path.join(here, '../../node_modules/.shelfwise/bench-import');

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    python: { type: 'string' },
    folder: { type: 'string' },
  },
});

function preparePython() {
  if (options.python) return options.python;
  const folder = path.join(cache, 'venv');
  const python = path.join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  if (existsSync(python) && spawnSync(python, ['-c', 'import pandas']).status === 0) return python;
  console.error('Installing pandas ...');
  execFileSync('python3', ['-m', 'venv', folder]);
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', 'pandas']);
  return python;
}

/** The importer as the program has it: bundled, so that nothing is translated while the clock runs. */
async function buildImporter() {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: path.join(here, 'import-once.ts'),
      outDir: cache,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { external: [/^@duckdb\//], output: { entryFileNames: 'import-once.mjs' } },
    },
    ssr: { noExternal: true, external: ['@duckdb/node-api'] },
  });
  return path.join(cache, 'import-once.mjs');
}

function median(numbers) {
  const sorted = [...numbers].sort((left, right) => left - right);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

const measure = (program, args) => {
  const result = JSON.parse(execFileSync(program, args, { encoding: 'utf8' }));
  console.error(
    `${path.basename(args[0])} ${args[2] ?? ''} ${result.seconds.toFixed(2)} s, ${result.megabytes.toFixed(0)} MB`,
  );
  return result;
};

const rows = Number(options.rows);
const python = preparePython();
const importer = await buildImporter();
const folder = options.folder ?? path.join(cache, `rows-${rows}`);
const file = options.folder ? path.join(folder, 'history_data.csv') : generateFolder(folder, rows);
const script = path.join(here, 'clean_history.py');

const ways = {
  shelfwise: () => measure(process.execPath, [importer, folder]),
  pandasText: () => measure(python, [script, file, 'text']),
  pandasGuess: () => measure(python, [script, file, 'guess']),
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
      },
      megabytes: Object.fromEntries(
        Object.entries(results).map(([way, all]) => [way, Math.max(...all.map((one) => one.megabytes))]),
      ),
      pandas: results.pandasText[0].version,
      node: process.version,
      cores: os.cpus().length,
      processor: os.cpus()[0]?.model.trim(),
      agree: ['rows', 'accepted', 'repaired', 'rejected'].every(
        (key) => results.pandasText[0][key] === results.shelfwise[0][key],
      ),
    },
    null,
    2,
  ),
);
