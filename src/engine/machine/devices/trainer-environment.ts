/** The environment of a trainer. The dynamic linker and TensorFlow read it before any of our code runs. */
import { PLAIN_NODE } from '../../../node/child-environment';
import type { Recipe } from '../../../shared/recipe/table';
import { numericEnvironment, type NumericMode } from '../environment/numeric-mode';

type Environment = Record<string, string | null>;

/** A recipe whose device is still auto computes on the processor, since `resolveDevice` has named any GPU. */
export const usesGpu = (recipe: Recipe): boolean => recipe['numeric.device'] === 'gpu';

export function trainerEnvironment(recipe: Recipe): Environment {
  const mode = recipe['numeric.mode'];
  return usesGpu(recipe) ? webGpuEnvironment(mode) : numericEnvironment(mode);
}

/** The environment of the processor, in a plain Node. */
export const webGpuEnvironment = (mode: NumericMode): Environment => ({
  ...numericEnvironment(mode),
  [PLAIN_NODE]: '1',
});
