/** Decides which recipes can be trained through WebGPU. */
import type { Recipe } from '../../../shared/recipe/table';
import { say, type Sentence } from '../../../shared/words/sentence';

/** Null if it can; otherwise why the processor trains it. */
export function whyNotThroughWebGpu(recipe: Recipe): Sentence | null {
  if (recipe.model !== 'dae') return say('gpu.webgpu-model', { model: recipe.model });
  const knob = (['loss.kind', 'loss.sample', 'numeric.products'] as const).find(
    (name) => recipe[name] !== OF_GPU[name],
  );
  return knob === undefined ? null : say('gpu.webgpu-knob', { knob, value: `${recipe[knob]}` });
}

const OF_GPU = { 'loss.kind': 'multinomial', 'loss.sample': 0, 'numeric.products': 'float32' } as const;
