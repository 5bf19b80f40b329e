import { afterAll, expect, it } from 'vitest';
import { completeRecipe } from '../../../shared/recipe/schema';
import { presetRecipe } from '../../../shared/recipe/presets';
import { encodeConditions } from '../../data/conditions';
import { loadBackend } from '../../model/backend';
import { checkerboard } from '../../model/testing/checkerboard';
import { createFitModel } from '../fit/fit-model';
import { restoreRecommender } from '../../model/models';
import { selectScoringRows } from '../../model/ranking/scorer';
import { CompanionsAlone } from '../../model/dae/companions-alone';
import { DaeRecommender } from '../../model/dae/dae-recommender';

const { kernels } = await loadBackend();
const data = checkerboard();
const recipe = completeRecipe(
  {
    'structure.width': 8,
    'stopping.rule': 'fixed',
    'stopping.epochs': 2,
    'mixture.weights': 'fixed',
    'mixture.trendStrength': 0,
    'mixture.companion': 'item-knn',
    'mixture.companionShare': 0.3,
    'mixture.second': 'none',
  },
  presetRecipe('balanced'),
);
const conditions = encodeConditions(data.profiles);
const fitted = await createFitModel(kernels, async () => undefined)(recipe, data, 1);
const sizes = { items: data.items.ids.length, conditions: conditions.width };
const whole = restoreRecommender(recipe, fitted.recommender.tensors(), kernels, sizes) as DaeRecommender;
const alone = new CompanionsAlone(whole);
afterAll(() => {
  alone.dispose();
  fitted.recommender.dispose();
});

const order = (scores: ArrayLike<number>): number[] =>
  [...Array.from(scores).keys()].sort((left, right) => scores[right]! - scores[left]! || left - right);

it('ranks as its only companion does, with the mean and deviation of the network', () => {
  const rows = selectScoringRows(data.histories, conditions.values, conditions.width, Int32Array.of(0, 1, 2, 3));
  const scores = alone.score(rows);
  const theirs = whole.companions[0]!.recommender.score(rows);
  const { columns } = data.histories;
  for (let row = 0; row < 4; row++) {
    const ofRow = (all: Float32Array): Float32Array => all.subarray(row * columns, (row + 1) * columns);
    expect(order(ofRow(scores)).slice(0, 5)).toEqual(order(ofRow(theirs)).slice(0, 5));
  }
  expect(scores).not.toEqual(whole.score(rows));
});

it('has the scores of the autoencoder for a row without a history', () => {
  const row = selectScoringRows(data.histories, conditions.values, conditions.width, Int32Array.of(0));
  const empty = {
    ...row,
    histories: {
      ...row.histories,
      offsets: new Int32Array(2),
      indices: new Int32Array(0),
      values: new Float32Array(0),
    },
  };
  expect(alone.score(empty)).toEqual(whole.score(empty));
});
