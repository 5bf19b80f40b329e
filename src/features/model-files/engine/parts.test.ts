import { expect, test } from 'vitest';
import { completeRecipe } from '../../../shared/recipe/schema';
import { shareTensorOf } from '../../../engine/model/dae/companion';
import { PEERS } from '../../../engine/model/dae/peers';
import { TREND } from '../../../engine/model/dae/structure';
import type { NamedTensors } from '../../../engine/model/recommender';
import { partsOf } from './parts';

const tensor = (...values: number[]) => ({ shape: [1, values.length], values: Float32Array.from(values) });
const [first, second] = [shareTensorOf('als'), shareTensorOf('item-knn')];
const recipe = completeRecipe({ 'mixture.companion': 'als', 'mixture.second': 'item-knn', 'mixture.trend': true });

test('lists the mixed-in parts that the model has, not those that the recipe asked for', () => {
  const tensors: NamedTensors = {
    [PEERS]: tensor(1, 2),
    'peers.share': tensor(0.5),
    [first]: tensor(0.3),
    [second]: tensor(0),
    [TREND]: tensor(1),
  };
  expect(partsOf({ model: 'dae', recipe }, tensors)).toEqual(['dae', 'peers', 'als', 'trend-part']);
  expect(partsOf({ model: 'dae', recipe }, { [second]: tensor(0.1) })).toEqual(['dae', 'item-knn']);
  expect(partsOf({ model: 'trend', recipe }, {})).toEqual(['trend']);
});
