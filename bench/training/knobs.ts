/**
 * The architecture compared with PyTorch: 256 units, the profile concatenated, batches of 256, Adam, the plain
 * multinomial loss.
 */
import type { Recipe } from '../../src/shared/recipe/table';

export const TASK: Partial<Recipe> = {
  'structure.width': 256,
  'structure.condition': 'concatenate',
  'noise.wholeHistory': 0,
  'loss.popularity': 'none',
  'optimiser.kind': 'adam',
  'optimiser.rate': 0.001,
  'optimiser.batch': 256,
};
