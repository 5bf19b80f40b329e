// Whether an addon computes the right bits: node self-test.mjs ADDON ANSWER writes into the file ANSWER, for each
// instruction set of this processor, hashes of a step of training and of a list. Nothing of the program is loaded, so
// that any Node on any system can run this one file.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SETS = ['plain', 'avx2', 'avx512', 'avx512-vnni', 'avx512-bf16', 'neon'];
const PROFILES = 37;
const TITLES = 803;
const WIDTH = 48;
const PLACES = 30;
const CONDITIONS = 5;

/** Numbers that look like chance, from whole ones alone, so that they are the same on any Node. */
function numbersFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
}

const filled = (count, next, scale) => Float32Array.from({ length: count }, () => next() * scale);

/** Some titles of each profile, in order. */
function histories(next) {
  const offsets = [0];
  const indices = [];
  for (let profile = 0; profile < PROFILES; profile++) {
    for (let title = Math.floor((next() + 0.5) * 40); title < TITLES; title += 1 + Math.floor((next() + 0.5) * 90))
      indices.push(title);
    offsets.push(indices.length);
  }
  return {
    offsets: Int32Array.from(offsets),
    indices: Int32Array.from(indices),
    values: filled(indices.length, () => next() + 0.75, 1),
  };
}

/** Calls the addon as tfjs does. */
function operationsOf(addon) {
  const tensor = (values, shape = [values.length]) =>
    addon.createTensor(shape, values instanceof Int32Array ? addon.TF_INT32 : addon.TF_FLOAT, values);
  const whole = (...values) => tensor(Int32Array.from(values));
  const run = (name, inputs, outputs) => addon.executeOp(name, [], inputs, outputs).map(({ id }) => id);
  return { tensor, whole, run, valuesOf: (id) => addon.tensorDataSync(id) };
}

function hashOf(arrays) {
  const hash = createHash('sha256');
  for (const array of arrays) hash.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  return hash.digest('hex');
}

/** One step of a small network, with products in 32 bits or in bfloat16, and the lists that it then makes. */
function stepAndList(addon, loss) {
  const { tensor, whole, run, valuesOf } = operationsOf(addon);
  const next = numbersFrom(20260101);
  const { offsets, indices, values } = histories(next);
  const rows = [tensor(offsets), tensor(indices), tensor(values)];
  const parameter = (count, shape) => ({
    value: tensor(filled(count, next, 0.3), shape),
    moments: [tensor(new Float32Array(count), shape), tensor(new Float32Array(count), shape)],
  });
  const encoder = parameter(TITLES * WIDTH, [TITLES, WIDTH]);
  const condition = parameter(CONDITIONS * WIDTH, [CONDITIONS, WIDTH]);
  const decoder = parameter(TITLES * WIDTH, [TITLES, WIDTH]);
  const bias = parameter(TITLES, [1, TITLES]);
  const numbers = tensor(Float32Array.from([0.01, 0.999, 0.1, 0.001, 1e-7]));

  const given = tensor(filled(PROFILES * CONDITIONS, next, 1), [PROFILES, CONDITIONS]);
  const [watched] = run('ShelfwiseSparseProduct', [...rows, encoder.value], 1);
  const [conditioned] = run('BatchMatMulV2', [given, condition.value], 1);
  const [summed] = run('AddV2', [watched, conditioned], 1);
  const [code] = run('Tanh', [summed], 1);
  const [losses, factors, bracket] = run(loss, [code, decoder.value, bias.value, ...rows], 3);
  const [ofCode, ofBias] = run(`${loss}Step`, [code, decoder.value, bracket, factors, ...decoder.moments, numbers], 2);
  const [ofEncoder] = run('ShelfwiseSparseTransposedProduct', [...rows, ofCode, whole(TITLES)], 1);
  const [ofCondition] = run('Sum', [ofCode, whole(0)], 1);
  for (const [{ value, moments }, gradient] of [
    [bias, ofBias],
    [encoder, ofEncoder],
  ])
    run('ShelfwiseAdam', [value, ...moments, gradient, numbers], 0);

  const lists = run('ShelfwiseBestItems', [code, decoder.value, bias.value, rows[0], rows[1], whole(PLACES)], 3);
  const trained = [encoder, decoder, bias].flatMap(({ value, moments }) => [value, ...moments]);
  return {
    step: hashOf([losses, factors, ofCode, ofCondition, ...trained].map(valuesOf)),
    list: hashOf(lists.map(valuesOf)),
  };
}

const addon = createRequire(import.meta.url)(process.argv[2]);
/** @type {Record<string, Record<string, string>>} */
const answer = {};
for (const set of SETS.filter((name) => addon.setInstructionSet(name))) {
  const { step, list } = stepAndList(addon, 'ShelfwiseMultinomialLoss');
  const lowered = stepAndList(addon, 'ShelfwiseLoweredMultinomialLoss');
  answer[set] = { step, list, 'step in bfloat16': lowered.step, 'list in bfloat16': lowered.list };
}
writeFileSync(process.argv[3], JSON.stringify(answer));
