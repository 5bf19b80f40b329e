/** What the kernels that computed a run promise of its bits. Asked of this computer: what a bundle says of another one is its maker's text. */
import type { Environment } from '../../../shared/contract/run';
import type { Recipe } from '../../../shared/recipe/table';
import { KERNELS, PRODUCTS } from './numeric-mode';

/**
 * `bits`: training again gives the same bits. `scores`: a GPU gives nearly the same scores. `nothing`: other kernels than those that the mode means, or
 * the mode `fast`, whose bits are those of one computer.
 */
export type Promised = 'bits' | 'scores' | 'nothing';

/** @param here of a training of the recipe on this computer */
export function promisedHere(recipe: Recipe, here: Environment): Promised {
  if (here.device === 'gpu') return 'scores';
  if (recipe['numeric.mode'] === 'fast') return 'nothing';
  return hasKernelsOf(recipe, here) ? 'bits' : 'nothing';
}

/** Whether these are the kernels that mode and products mean, rather than what stands in for them. */
function hasKernelsOf(recipe: Recipe, { backend, flags }: Environment): boolean {
  if (recipe['numeric.mode'] === 'everywhere') return backend === 'wasm';
  if (recipe['numeric.products'] === 'bfloat16') return flags[PRODUCTS] === 'exact-bfloat16';
  return flags[KERNELS] === 'exact';
}

/** Whether two trainings on this computer used the same kernels, so that the mode promises the same bits, whichever kernels these are. */
export const haveSameKernels = (one: Environment, other: Environment): boolean =>
  one.backend === other.backend &&
  one.tensorflow === other.tensorflow &&
  one.flags[KERNELS] === other.flags[KERNELS] &&
  one.flags[PRODUCTS] === other.flags[PRODUCTS];
