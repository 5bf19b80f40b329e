/** Our own operations refuse numbers that would lead out of memory, and inputs that do not fit each other. */
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadBackend } from '../../backend';
import { addon, leaveAsLoaded } from '../../testing/made-up';
import { executeMany } from '../operations';

beforeAll(async () => void (await loadBackend()));
afterEach(leaveAsLoaded);

/** An input: its shape and its numbers. */
interface Given {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
  /** Set if its numbers are positions or sizes: changed ones have to be refused. */
  readonly isPlace?: true;
}

const floats = (shape: readonly number[], of?: readonly number[]): Given => ({
  shape,
  values: Float32Array.from(
    { length: shape.reduce((all, size) => all * size, 1) },
    (_, at) => of?.[at] ?? 0.1 + (at % 7) / 10,
  ),
});
const whole = (...numbers: readonly number[]): Given => ({ shape: [numbers.length], values: Int32Array.from(numbers) });
const places = (...numbers: readonly number[]): Given => ({ ...whole(...numbers), isPlace: true });
const inWords = (...numbers: readonly number[]): Given => whole(...new Int32Array(Float64Array.from(numbers).buffer));

const [ROWS, ITEMS, WIDTH] = [3, 5, 4];
/** Numbers per item in the loss, one for each row with padding. */
const STRIDE = 16;
/** Rows x items: two entries, none and one. */
const sparse = [places(0, 2, 2, 3), places(0, 3, 4), floats([3])];
const titlesByTitles = [places(0, 1, 2, 3, 3, 4), places(0, 3, 4, 1), floats([4])];
const layer = [floats([ROWS, WIDTH]), floats([ITEMS, WIDTH]), floats([1, ITEMS])];
const bracket = floats([ITEMS, STRIDE]);
const loweredBracket = floats([ITEMS, STRIDE / 2]);
const moments = [floats([ITEMS, WIDTH]), floats([ITEMS, WIDTH])];
const step = floats([5]);
const watched = [places(0, 2, 2, 3), places(0, 3, 4)];
const scores = floats([ROWS, ITEMS]);
/** A matrix of titles, with padded rows. */
const square = floats(
  [ITEMS, STRIDE],
  Array.from({ length: ITEMS * STRIDE }, (_, at) => (at % (STRIDE + 1) === 0 ? 9 : 0.5)),
);
const profiles = floats(
  [ROWS, STRIDE],
  Array.from({ length: ROWS * STRIDE }, (_, at) => (at % (STRIDE + 1) === 0 ? 0.05 : 0)),
);
const mixing = [
  scores,
  scores,
  scores,
  floats([3, ITEMS]),
  floats([ROWS, 2]),
  floats([ITEMS]),
  whole(0, 2, 2, 3),
  inWords(0.8, 0.2, 0.2),
];

/** A valid call of each operation, and its number of results. */
const CALLS: Record<string, readonly [inputs: readonly Given[], results: number]> = {
  MultinomialLoss: [[...layer, ...sparse], 3],
  MultinomialLossGradient: [[...layer.slice(0, 2), bracket, floats([ROWS])], 3],
  MultinomialLossStep: [[...layer.slice(0, 2), bracket, floats([ROWS]), ...moments, step], 2],
  LoweredMultinomialLoss: [[...layer, ...sparse], 3],
  LoweredMultinomialLossGradient: [[...layer.slice(0, 2), loweredBracket, floats([ROWS])], 3],
  LoweredMultinomialLossStep: [[...layer.slice(0, 2), loweredBracket, floats([ROWS]), ...moments, step], 2],
  Adam: [[floats([ITEMS, WIDTH]), ...moments, floats([ITEMS, WIDTH]), step], 0],
  SparseProduct: [[...sparse, floats([ITEMS, WIDTH])], 1],
  SparseTransposedProduct: [[...sparse, floats([ROWS, WIDTH]), places(ITEMS)], 1],
  Scores: [layer, 1],
  ScoresOfItems: [[...layer, { ...places(0, -1, 4, 2, 1, -1), shape: [ROWS, 2] }], 1],
  BestItems: [[...layer, ...watched, places(2)], 3],
  FactorGram: [[floats([ITEMS, 16]), floats([1])], 1],
  ImproveFactors: [
    [floats([ROWS, 16]), floats([ITEMS, 16]), floats([16, 16]), ...sparse, floats([ROWS]), places(2)],
    1,
  ],
  NearestTitles: [[...sparse, floats([ITEMS]), floats([ITEMS]), floats([1]), whole(2)], 3],
  SparseScores: [[...sparse, ...titlesByTitles, places(ITEMS)], 1],
  FilterScores: [[...sparse, places(0, 1, 2, 3, 3, 4), places(0, 2, 1, 0), floats([4]), ...sparse], 1],
  RidgeMatrix: [[...sparse, places(ITEMS), floats([1])], 1],
  Sweep: [[square, places(0), floats([1])], 1],
  Mirror: [[square], 1],
  LinksOfTitles: [[square, places(0, ITEMS, 1)], 5],
  LinksOfProfiles: [[...sparse, places(ITEMS), profiles, places(0, ITEMS, 1)], 5],
  LinkedScores: [[...sparse, places(0, 1, 2, 3, 3, 4), whole(1 << 16, 2 << 16, 5 << 16, 3 << 16), floats([ITEMS])], 1],
  BestOfMixtures: [
    [scores, floats([2, ROWS, ITEMS]), floats([ITEMS]), ...watched, inWords(0, 1, 0.2, 0.2, 1), whole(2, 0, 5)],
    2,
  ],
  MixedScores: [[...mixing, whole(2, 5, 0)], 1],
  BestMixed: [[...mixing, whole(2, 5, 0, 2), ...watched], 3],
};

type Outcome = { readonly refused: string } | { readonly refused: null };

/** Passes a copy of each input: some change in place. */
function call(name: string, inputs: readonly Given[]): Outcome {
  const results = CALLS[name]![1];
  const given = inputs.map(({ shape, values }) =>
    tf.tensor(values.slice(), [...shape], values instanceof Int32Array ? 'int32' : 'float32'),
  );
  const made: tf.Tensor[] = [...given];
  try {
    made.push(...executeMany(`Shelfwise${name}`, given, results));
    return { refused: null };
  } catch (error) {
    return { refused: (error as Error).message };
  } finally {
    tf.dispose(made);
  }
}

const withInput = (inputs: readonly Given[], place: number, other: Given): Given[] =>
  inputs.map((input, at) => (at === place ? other : input));

function withNumber(input: Given, at: number, number: number): Given {
  const values = input.values.slice();
  values[at] = number;
  return { ...input, values };
}

/** The same numbers, with one less, one more, none, or none with a shape too large for memory. */
function othersOf({ shape, values, ...rest }: Given): Given[] {
  const grown = [...values, 0];
  const of = (numbers: readonly number[], as: readonly number[]): Given => ({
    ...rest,
    shape: as,
    values: values instanceof Int32Array ? Int32Array.from(numbers) : Float32Array.from(numbers),
  });
  const fewer = grown.slice(0, -2);
  return [
    ...[fewer, grown, []].map((numbers) => of(numbers, shape.length === 2 ? [1, numbers.length] : [numbers.length])),
    ...(shape.length === 2
      ? [
          of(Array.from(values), [values.length]),
          of([], [0, shape[1]!]),
          of([], [shape[0]!, 0]),
          of([], [0, 2 ** 31 - 1]),
          of([], [2 ** 31 - 1, 0]),
          of([], [0, 2 ** 33]),
        ]
      : []),
  ];
}

it('include a call of each operation', () => {
  const source = readFileSync(path.join(import.meta.dirname, 'addon/operations.cc'), 'utf8');
  const names = Array.from(source.matchAll(/\{"Shelfwise(\w+)"/g), ([, name]) => name!);
  expect(names.length).toBeGreaterThan(20);
  expect(Object.keys(CALLS).sort()).toEqual(names.sort());
});

describe.each(Object.keys(CALLS))('%s', (name) => {
  const [inputs] = CALLS[name]!;

  it('accepts a valid call', () => {
    expect(call(name, inputs).refused).toBeNull();
  });

  it('refuses inputs that do not fit each other, or computes something, without crashing', () => {
    let refused = 0;
    for (let place = 0; place < inputs.length; place++)
      for (const other of othersOf(inputs[place]!))
        if (call(name, withInput(inputs, place, other)).refused !== null) refused++;
    expect(refused).toBeGreaterThan(0);
    expect(call(name, inputs).refused).toBeNull();
  });
});

const WITH_PLACES = Object.keys(CALLS).filter((name) => CALLS[name]![0].some(({ isPlace }) => isPlace));

it.each(WITH_PLACES)('%s refuses numbers that lead out of memory', (name) => {
  const [inputs] = CALLS[name]!;
  for (const [place, input] of inputs.entries()) {
    if (!input.isPlace) continue;
    for (let at = 0; at < input.values.length; at++)
      for (const number of [-2, -(2 ** 31), 2 ** 31 - 1])
        expect(
          call(name, withInput(inputs, place, withNumber(input, at, number))).refused,
          `input ${place}, number ${at}: ${number}`,
        ).not.toBeNull();
  }
});

describe('results that are too large', () => {
  // More than the memory of any computer: for less, the system might promise memory that it does not have.
  const manyRows = [places(...new Array<number>(601).fill(0)), places(), floats([0])];
  it.each([
    ['SparseProduct', [...manyRows, floats([0, 2 ** 31 - 1])]],
    ['SparseTransposedProduct', [places(0), places(), floats([0]), floats([0, 2 ** 31 - 1]), places(600)]],
    ['FactorGram', [floats([0, 2 ** 31 - 16]), floats([1])]],
  ])('are refused before memory is allocated: %s', (name, inputs) => {
    expect(call(name, inputs).refused).toMatch(/too large/);
  });
});

describe('setting up', () => {
  it('refuses impossible numbers of threads', () => {
    for (const count of [-1, 1025, NaN, 2 ** 40, undefined, '2'])
      expect(() => addon().setThreads(count as number), String(count)).toThrow(/setThreads takes/);
  });

  it('knows no other instruction set', () => {
    for (const name of ['', 'avx', 'avx512-vnni-and-much-more', 7, undefined])
      expect(addon().setInstructionSet(name as 'avx2'), String(name)).toBe(false);
  });
});
