import { describe, expect, it } from 'vitest';
import { presetRecipe } from '../../../shared/recipe/presets';
import type { Recipe } from '../../../shared/recipe/table';
import { RandomStream } from '../random';
import { networkParts } from './contributions';

const [ITEMS, WIDTH, COLUMNS, JOINED] = [9, 5, 4, 3];
const ITEM = 2;
const random = new RandomStream(1, 'contributions');
const uniform = (size: number): Float32Array => Float32Array.from({ length: size }, () => 2 * random.uniform() - 1);
const tensors = {
  encoder: { shape: [ITEMS, WIDTH], values: uniform(ITEMS * WIDTH) },
  'encoder.bias': { shape: [1, WIDTH], values: uniform(WIDTH) },
  condition: { shape: [COLUMNS, JOINED], values: uniform(COLUMNS * JOINED) },
  'condition.bias': { shape: [1, JOINED], values: uniform(JOINED) },
  decoder: { shape: [ITEMS, WIDTH + JOINED], values: uniform(ITEMS * (WIDTH + JOINED)) },
  'decoder.bias': { shape: [1, ITEMS], values: uniform(ITEMS) },
};
const history = {
  rows: 1,
  columns: ITEMS,
  offsets: Int32Array.of(0, 3),
  indices: Int32Array.of(1, 4, 7),
  values: Float32Array.of(0.4, 0.8, 0.6),
};
const condition = Float32Array.of(1, 0, 0, 0.7);
const unknown = Float32Array.of(0, 0, 1, 0);

type Activation = Recipe['structure.activation'];
const activate = { tanh: Math.tanh, relu: (sum: number) => Math.max(0, sum), linear: (sum: number) => sum };

/** The code of the history times `share`. */
function codeOf(activation: Activation, share = 1): Float64Array {
  return Float64Array.from({ length: WIDTH }, (_, unit) => {
    let sum = tensors['encoder.bias'].values[unit]!;
    history.indices.forEach((column, place) => {
      sum += share * history.values[place]! * tensors.encoder.values[column * WIDTH + unit]!;
    });
    return activate[activation](sum);
  });
}

const besideOf = (columns: ArrayLike<number>): Float64Array =>
  Float64Array.from({ length: JOINED }, (_, unit) => {
    let sum = tensors['condition.bias'].values[unit]!;
    for (let column = 0; column < COLUMNS; column++)
      sum += columns[column]! * tensors.condition.values[column * JOINED + unit]!;
    return Math.tanh(sum);
  });

function decoded(code: ArrayLike<number>, beside: ArrayLike<number>): number {
  let score = tensors['decoder.bias'].values[ITEM]!;
  const row = tensors.decoder.values.subarray(ITEM * (WIDTH + JOINED));
  for (let unit = 0; unit < WIDTH; unit++) score += row[unit]! * code[unit]!;
  for (let unit = 0; unit < JOINED; unit++) score += row[WIDTH + unit]! * beside[unit]!;
  return score;
}

function partsUnder(activation: Activation, changes: Partial<Parameters<typeof networkParts>[0]> = {}) {
  const code = Float32Array.from(codeOf(activation));
  return networkParts(
    {
      tensors,
      recipe: { ...presetRecipe('balanced'), 'structure.activation': activation },
      history,
      condition,
      unknown,
      strength: 1,
      ownShare: 1,
      mixed: code,
      pushed: code,
      ...changes,
    },
    ITEM,
  );
}
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((before, value) => before + value, 0);

describe.each(['tanh', 'relu', 'linear'] as const)(
  'the score that the network gives an item, with %s',
  (activation) => {
    it('is the sum of its parts', () => {
      const { base, history: titles, condition: columns, neighbours, directions } = partsUnder(activation);
      expect(base).toBeCloseTo(decoded(codeOf(activation, 0), besideOf(unknown)), 6);
      expect(base + sum(titles)).toBeCloseTo(decoded(codeOf(activation), besideOf(unknown)), 6);
      expect(base + sum(titles) + sum(columns)).toBeCloseTo(decoded(codeOf(activation), besideOf(condition)), 6);
      expect([neighbours, directions]).toEqual([0, 0]);
    });

    it('has for each title the integral of its gradient along the path from nothing to the history', () => {
      const steps = 200;
      const change = 1e-4;
      /** The score from the code alone, with title `place` louder by `by` than on the path. */
      const scoreAt = (share: number, place: number, by: number): number => {
        let score = 0;
        for (let unit = 0; unit < WIDTH; unit++) {
          let input = tensors['encoder.bias'].values[unit]!;
          history.indices.forEach((column, other) => {
            const value = share * history.values[other]! + (other === place ? by : 0);
            input += value * tensors.encoder.values[column * WIDTH + unit]!;
          });
          score += tensors.decoder.values[ITEM * (WIDTH + JOINED) + unit]! * activate[activation](input);
        }
        return score;
      };
      const integral = (place: number): number => {
        let total = 0;
        for (let step = 0; step < steps; step++) {
          const share = (step + 0.5) / steps;
          total += (scoreAt(share, place, change) - scoreAt(share, place, -change)) / (2 * change) / steps;
        }
        return total * history.values[place]!;
      };
      partsUnder(activation).history.forEach((part, place) => expect(part).toBeCloseTo(integral(place), 2));
    });
  },
);

it('has a part for each change of the code by neighbours and directions', () => {
  const own = codeOf('tanh');
  const others = uniform(WIDTH);
  const mixed = Float32Array.from(own, (value, unit) => 0.7 * value + 0.3 * others[unit]!);
  const pushed = mixed.map((value, unit) => value + 0.1 * others[WIDTH - 1 - unit]!);
  const parts = partsUnder('tanh', { ownShare: 0.7, mixed, pushed });
  const whole = decoded(pushed, besideOf(condition));
  const all = parts.base + sum(parts.history) + sum(parts.condition) + parts.neighbours + parts.directions;
  expect(all).toBeCloseTo(whole, 6);
  expect(parts.directions).toBeCloseTo(whole - decoded(mixed, besideOf(condition)), 6);
  expect(sum(parts.history)).toBeCloseTo(0.7 * sum(partsUnder('tanh').history), 6);
});

it('doubles the parts of attributes at twice their strength, and ignores the order of the history', () => {
  const [once, twice] = [partsUnder('tanh'), partsUnder('tanh', { strength: 2 })];
  once.condition.forEach((part, column) => expect(twice.condition[column]).toBeCloseTo(2 * part, 12));
  const turned = partsUnder('tanh', {
    history: { ...history, indices: history.indices.toReversed(), values: history.values.toReversed() },
  });
  turned.history.forEach((part, place) => expect(part).toBeCloseTo(once.history[2 - place]!, 12));
});
