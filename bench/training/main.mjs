#!/usr/bin/env node
import * as os from 'node:os';
import * as path from 'node:path';
import { startAsked } from '../support/asked.mjs';
import { BIRTH, NODE_FLAGS, THREADS } from '../support/birth.mjs';
import { bundle } from '../support/bundle.mjs';
import { median } from '../support/median.mjs';
import { readOptions } from '../support/options.mjs';
import { CACHE } from '../support/places.mjs';
import { preparePython } from '../support/python.mjs';

const IN_PYTHON = ['plain', 'fastest', 'bfloat16'];
const CONTENDERS = ['ours', 'oursBfloat16', ...IN_PYTHON, 'products'];
/** First epochs on the same batches for all, whose losses must agree; they are not timed. */
const GIVEN = 2;

const HELP = `Seconds an epoch at contest scale: ours, PyTorch plain and at its fastest, and our three matrix products alone; all in turn, in one run.
  npm run bench -- training [--data contest] [--json] [--rounds 7] [--only ours,plain] [--set knob=value]... [--python PYTHON|none]
`;
const options = readOptions(HELP, {
  data: 'contest',
  json: false,
  rounds: 7,
  only: { among: CONTENDERS, usually: CONTENDERS },
  set: { repeated: [] },
  python: null,
});
const knobs = Object.fromEntries(
  options.set.map((assignment) => assignment.split('=')).map(([name, value]) => [name, typed(value)]),
);

function typed(value) {
  return value === '' || Number.isNaN(Number(value)) ? value : Number(value);
}

const python = preparePython(options.python);
const worker = await bundle('training/worker.ts');
const folder = path.join(CACHE, 'training');
/** The fastest peers get the trainer's allocator too. */
const { GLIBC_TUNABLES } = BIRTH;
const ours = (more = {}) =>
  startAsked(process.execPath, [...NODE_FLAGS, worker, options.data, JSON.stringify({ ...knobs, ...more })], BIRTH);
const peer = (form, environment = {}) =>
  startAsked(python, [path.join(import.meta.dirname, '../peers/train.py'), folder, form], {
    ...THREADS,
    ...environment,
  });

const products = ours();
const { steps } = await products.ask(`export ${folder} ${GIVEN}`);
const everyone = {
  ours,
  oursBfloat16: () => ours({ 'numeric.products': 'bfloat16' }),
  plain: () => peer('plain'),
  fastest: () => peer('fastest', { GLIBC_TUNABLES }),
  bfloat16: () => peer('bfloat16', { GLIBC_TUNABLES }),
  products: () => products,
};
const wanted = options.only.filter((name) => python !== null || !IN_PYTHON.includes(name));
const contenders = Object.fromEntries(await Promise.all(wanted.map(async (name) => [name, await everyone[name]()])));
const results = Object.fromEntries(wanted.map((name) => [name, []]));
const losses = Object.fromEntries(wanted.filter((name) => name !== 'products').map((name) => [name, []]));
for (let round = 1; round <= GIVEN + options.rounds; round++)
  for (const name of wanted) {
    const given = round <= GIVEN;
    const command =
      name === 'products' ? `products ${steps}` : `${IN_PYTHON.includes(name) && given ? 'given' : 'epoch'} ${round}`;
    const result = await contenders[name].ask(command);
    if (given) losses[name]?.push(result.loss);
    else results[name].push(result);
    if (!options.json)
      console.error(`${name.padEnd(9)} ${result.seconds.toFixed(2)} s, ${result.processor.toFixed(2)} s of processor`);
  }
for (const contender of Object.values(contenders)) contender.end();
products.end();

const of = (field) =>
  Object.fromEntries(
    wanted.map((name) => [name, Number(median(results[name].map((result) => result[field])).toFixed(3))]),
  );
const seconds = of('seconds');
console.log(
  JSON.stringify(
    {
      ...seconds,
      ratio: Object.fromEntries(
        wanted
          .filter((name) => name !== 'ours')
          .map((name) => [name, Number((seconds.ours / seconds[name]).toFixed(2))]),
      ),
      processorSeconds: of('processor'),
      losses,
      megabytes: Object.fromEntries(
        wanted.map((name) => [name, Math.round(Math.max(...results[name].map((result) => result.megabytes)))]),
      ),
      growth: growth(results.ours),
      steps,
      rounds: options.rounds,
      processor: os.cpus()[0]?.model.trim(),
      load: os.loadavg().map((load) => Number(load.toFixed(1))),
    },
    null,
    2,
  ),
);

/** Memory growth from the first timed epoch to the last. */
function growth(epochs) {
  if (!epochs?.length) return null;
  const first = epochs[0];
  const last = epochs.at(-1);
  return { tensors: last.tensors - first.tensors, megabytes: Math.round(last.resident - first.resident) };
}
