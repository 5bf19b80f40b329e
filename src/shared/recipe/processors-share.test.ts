/** What is said of the processor before a run on a GPU, by what the recipe may mix into the lists. */
import { expect, it } from 'vitest';
import { type PresetName, presetRecipe } from './presets';
import { processorsShare } from './processors-share';
import { completeRecipe } from './schema';

const onGpu = (preset: PresetName, knobs: object = {}): string | undefined =>
  processorsShare(completeRecipe({ 'numeric.device': 'gpu', ...knobs }, presetRecipe(preset)))?.id;

it.each([
  ['balanced', {}, 'gpu.processor-companions'],
  ['careful', {}, 'gpu.processor-companions'],
  ['quick', {}, 'gpu.processor-companions'],
  ['quick', { 'mixture.companion': 'none', 'mixture.second': 'none' }, 'gpu.processor-peers'],
  ['original', {}, 'gpu.processor-alone'],
  ['original', { 'scoring.hidden': 0.2 }, 'gpu.processor-hidden'],
] as const)('%s with %j', (preset, knobs, said) => expect(onGpu(preset, knobs)).toBe(said));

it('is nothing on the processor, which does all', () => expect(processorsShare(presetRecipe('balanced'))).toBeNull());
