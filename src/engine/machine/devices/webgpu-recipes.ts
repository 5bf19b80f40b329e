/** Decides which recipes can be trained through WebGPU. */
import type { KnobName, Recipe } from '../../../shared/recipe/table';
import { say, type Sentence } from '../../../shared/words/sentence';

/** Knobs that training an epoch reads. */
type KnobOfEpochs = Exclude<
  Extract<KnobName, `${'structure' | 'noise' | 'loss' | 'optimiser' | 'numeric'}.${string}`>,
  'numeric.device'
>;

/**
 * Two programs train an epoch: src/engine/model/dae/dae-training.ts on the processor, and src/engine/model/dae/webgpu on a GPU. This says of each
 * knob where it is read, so that the second is not forgotten:
 * - `shared`: in what both use, such as batches.ts, optimiser.ts and structure.ts;
 * - `both`: in the code of either;
 * - `only`: on the processor; a GPU trains this value alone.
 *
 * src/engine/model/dae/webgpu/knobs.test.ts holds it against the sources.
 */
export const ON_GPU: {
  readonly [Name in KnobOfEpochs]: 'shared' | 'both' | { readonly only: Recipe[Name] };
} = {
  'structure.width': 'both',
  'structure.activation': 'both',
  'structure.input': 'shared',
  'structure.condition': 'both',
  'structure.conditionWidth': 'shared',
  'noise.dropout': 'shared',
  'noise.rate': 'shared',
  'noise.wholeHistory': 'shared',
  'noise.profile': 'shared',
  'loss.kind': { only: 'multinomial' },
  'loss.popularity': 'shared',
  'loss.history': 'shared',
  'loss.visible': 'shared',
  'loss.sample': { only: 0 },
  'optimiser.kind': 'shared',
  'optimiser.rate': 'shared',
  'optimiser.decay': 'shared',
  'optimiser.averaging': 'both',
  'optimiser.batch': 'both',
  'numeric.products': { only: 'float32' },
};
export const KNOBS_OF_EPOCHS = Object.keys(ON_GPU) as KnobOfEpochs[];

/** Null if it can; otherwise why the processor trains it. */
export function whyNotThroughWebGpu(recipe: Recipe): Sentence | null {
  if (recipe.model !== 'dae') return say('gpu.webgpu-model', { model: recipe.model });
  const knob = KNOBS_OF_EPOCHS.find((name) => {
    const how = ON_GPU[name];
    return typeof how === 'object' && recipe[name] !== how.only;
  });
  return knob === undefined ? null : say('gpu.webgpu-knob', { knob, value: `${recipe[knob]}` });
}
