#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../support/bundle.mjs';
import { median } from '../support/median.mjs';
import { readOptions } from '../support/options.mjs';
import { CACHE } from '../support/places.mjs';
import { preparePython } from '../support/python.mjs';
import { folderOf, FORMS } from './forms.mjs';
import { generateFolder } from './generate.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

const HELP = `The import beside pandas and polars on the same files, alternating, each time in a fresh process; prints medians and ratios as JSON.
  npm run bench -- import [--rows 1000000] [--rounds 5] [--forms one,parts,months,gz] [--python PYTHON|none] [--folder FOLDER]
Without --python, the packages of bench/peers are installed under node_modules/.shelfwise (python3 and a network are needed once).
`;
const options = readOptions(HELP, {
  rows: 1_000_000,
  rounds: 5,
  forms: { among: FORMS, usually: FORMS },
  python: null,
  folder: null,
});

const measure = (form, way, program, args) => {
  const result = JSON.parse(execFileSync(program, args, { encoding: 'utf8' }));
  const { seconds, processorSeconds, megabytes } = result;
  console.error(
    `${form} ${way} ${seconds.toFixed(2)} s, ${processorSeconds.toFixed(2)} s of the processor, ${megabytes.toFixed(0)} MB`,
  );
  return result;
};

const { rows, forms } = options;
const python = preparePython(options.python);
const importer = await bundle('import/import-once.ts');
const whole = options.folder ?? path.join(CACHE, `rows-${rows}`);
if (options.folder === null) generateFolder(whole, rows);
const pandas = path.join(here, 'clean_history.py');
const polars = path.join(here, 'clean_history_polars.py');
const WAYS = { shelfwise: ({ folder }) => [process.execPath, [importer, folder]] };
const PEERS = {
  pandasText: ({ files }) => [python, [pandas, 'text', ...files]],
  pandasGuess: ({ files }) => [python, [pandas, 'guess', ...files]],
  polars: ({ files }) => [python, [polars, ...files]],
};
if (python !== null) Object.assign(WAYS, PEERS);

const sources = Object.fromEntries(forms.map((form) => [form, folderOf(whole, form)]));
const results = Object.fromEntries(
  forms.map((form) => [form, Object.fromEntries(Object.keys(WAYS).map((way) => [way, []]))]),
);
for (let round = 0; round < options.rounds; round++)
  for (const form of forms)
    for (const [way, command] of Object.entries(WAYS))
      results[form][way].push(measure(form, way, ...command(sources[form])));

const mapped = (object, map) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
const relative = ({ shelfwise, ...others }) => mapped(others, (seconds) => shelfwise / seconds);
const COUNTS = ['rows', 'accepted', 'repaired', 'rejected'];

function report(ways) {
  const medians = (key) => mapped(ways, (all) => median(all.map((one) => one[key])));
  const [seconds, processorSeconds] = [medians('seconds'), medians('processorSeconds')];
  // pandasGuess loses what odd rows said.
  const {
    shelfwise: [own],
    pandasGuess: _guess,
    ...others
  } = ways;
  return {
    seconds,
    processorSeconds,
    ratio: relative(seconds),
    processorRatio: relative(processorSeconds),
    megabytes: mapped(ways, (all) => Math.max(...all.map((one) => one.megabytes))),
    agree: COUNTS.every((key) => Object.values(others).every(([other]) => other[key] === own[key])),
  };
}

const [first] = Object.values(results);
console.log(
  JSON.stringify(
    {
      counts: Object.fromEntries(COUNTS.map((key) => [key, first.shelfwise[0][key]])),
      fingerprints: [
        ...new Set(Object.values(results).flatMap(({ shelfwise }) => shelfwise.map((one) => one.version))),
      ],
      forms: mapped(results, report),
      ...(python !== null && { pandas: first.pandasText[0].version, polars: first.polars[0].version }),
      node: process.version,
      cores: os.cpus().length,
      processor: os.cpus()[0]?.model.trim(),
      load: os.loadavg().map((load) => Math.round(load)),
    },
    null,
    2,
  ),
);
