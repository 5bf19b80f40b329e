/** Where a run comes out the same again, bit for bit. */
import type { EARLIER_MODES } from '../contract/run';

type Exactness = 'same' | 'gpu' | (typeof EARLIER_MODES)[number];

/** Recipes of earlier versions had modes. */
interface OfRecipe {
  readonly 'numeric.device': string;
  readonly 'numeric.mode'?: (typeof EARLIER_MODES)[number];
}

export const exactnessOf = (recipe: OfRecipe): Exactness =>
  recipe['numeric.device'] === 'gpu' ? 'gpu' : (recipe['numeric.mode'] ?? 'same');
