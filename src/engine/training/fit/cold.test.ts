/** The cold protocol, on a model whose scores are known. */
import { expect, it } from 'vitest';
import { splitForTest } from '../../model/evaluate/split';
import type { FitModel } from '../../model/evaluate/measure-models';
import { checkerboard } from '../../model/testing/checkerboard';
import type { TrainingData } from '../../data/tables';
import { completeRecipe } from '../../../shared/recipe/schema';
import { coldScores, FOLDS, foldsOf, KNOWN } from './cold';

const recipe = completeRecipe({ 'stopping.split': 'random' });
const data = checkerboard();
const folds = foldsOf(data.profiles.ids.length);

it('leaves each profile out of one training, and about as many of each', () => {
  const sizes = Array.from({ length: FOLDS }, (_, fold) => folds.filter((own) => own === fold).length);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  expect(foldsOf(data.profiles.ids.length)).toEqual(folds);
});

it('trains on the others alone, and shows so many titles of those left out', async () => {
  const split = await splitForTest(data, recipe, 3);
  const trainedOn: TrainingData[] = [];
  const shown: number[] = [];
  const rows = new Set<number>();
  const fit: FitModel = async (_, train) => {
    trainedOn.push(train);
    return {
      recommender: {
        score({ histories, profiles }) {
          profiles!.forEach((profile, row) => {
            rows.add(profile);
            shown.push(histories.offsets[row + 1]! - histories.offsets[row]!);
          });
          return new Float32Array(histories.rows * histories.columns);
        },
        tensors: () => ({}),
        dispose: () => undefined,
      },
      conditions: new Float32Array(0),
      conditionWidth: 0,
      epochs: 0,
      mixture: null,
      spared: 0,
    };
  };
  const isCold = (profile: number): boolean => folds[profile] === 1;
  const scores = await coldScores({ data, events: data.events, split, isCold, recipe, seed: 3, fit });
  const { offsets } = trainedOn[0]!.histories;
  const without = Array.from(data.profiles.ids.keys()).filter((row) => offsets[row] === offsets[row + 1]);
  expect(without).toEqual(Array.from(folds.keys()).filter(isCold));
  // Nothing of the others is hidden.
  const whole = data.histories.offsets;
  for (const row of folds.keys())
    if (!isCold(row)) expect(offsets[row + 1]! - offsets[row]!).toBe(whole[row + 1]! - whole[row]!);
  expect([...rows].every(isCold)).toBe(true);
  expect(scores.map(({ length }) => length)).toEqual(KNOWN.map(() => rows.size));
  // No title once, one, three and five of ten draws each, and all but the hidden ones.
  const counts = new Map<number, number>();
  for (const count of shown) counts.set(count, (counts.get(count) ?? 0) + 1);
  expect(counts.get(0)).toBe(rows.size);
  for (const count of [1, 3, 5]) expect(counts.get(count)).toBe(10 * rows.size);
  const known = [...rows].map(
    (row) => whole[row + 1]! - whole[row]! - (split.targets.offsets[row + 1]! - split.targets.offsets[row]!),
  );
  for (const count of new Set(known)) expect(counts.get(count)).toBe(known.filter((own) => own === count).length);
});
