/** What the optimiser takes from the recipe, whichever trains: the processor or a GPU. */
import { ShelfwiseError } from '../../../shared/errors';
import type { Recipe } from '../../../shared/recipe/table';
import { say } from '../../../shared/words/sentence';
import type { AdamStep } from '../kernels/kernels';

/** @param step counted from 1 over all epochs */
export const adamStep = (recipe: Recipe, step: number): AdamStep => ({
  step,
  rate: recipe['optimiser.rate'],
  decay: recipe['optimiser.kind'] === 'adamw' ? recipe['optimiser.decay'] : 0,
});

/** Explains a loss or weights that are not numbers, and says what to try. */
export function divergence(recipe: Recipe, epoch: number): ShelfwiseError {
  const { 'optimiser.rate': rate, 'optimiser.decay': decay } = recipe;
  return new ShelfwiseError(
    'diverged',
    decay * rate > 0.5 ? say('model.diverged-decay', { epoch, rate, decay }) : say('model.diverged', { epoch, rate }),
  );
}
