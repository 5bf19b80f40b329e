/**
 * Training through WebGPU beside the portable kernels. `npm test -- --all` runs one network, `npm run test:gpu` all.
 *
 * @module-tag rare
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBackend } from '../../../src/engine/model/backend';
import { DaeTraining, type TrainingState } from '../../../src/engine/model/dae/dae-training';
import { EnsembleTraining } from '../../../src/engine/model/dae/ensemble';
import { webGpuAccelerator } from '../../../src/engine/model/dae/webgpu/webgpu-training';
import { exactKernels } from '../../../src/engine/model/kernels/exact/exact';
import { hashTensors } from '../../../src/engine/model/safetensors';
import type { Recipe } from '../../../src/shared/recipe/table';
import { adapterForTests, runsAll } from './support/adapter';
import { epochs, inputOf, smallRecipe, type World } from './support/made-up';

const SMALL: World = { profiles: 100, titles: 90, events: 900 };
/** More titles than fit two slices. */
const WIDE: World = { profiles: 60, titles: 4500, events: 700 };

const gpu = await adapterForTests();
beforeAll(async () => {
  await loadBackend();
});
afterAll(() => gpu?.close());

const trainingOf = (recipe: Recipe, world = SMALL, state?: TrainingState, bindingBytes?: number) =>
  webGpuAccelerator(gpu!, bindingBytes).training(inputOf(exactKernels, recipe, world), state);

/** Largest difference of the values, relative to the largest value. */
function difference(left: TrainingState, right: TrainingState, part: 'values' | 'firstMoment' | 'secondMoment') {
  const differences = Object.entries(right.parameters).map(([name, parameter]) => {
    const truth = parameter[part];
    const computed = left.parameters[name]![part];
    let [largest, off] = [1e-12, 0];
    truth.forEach((value, at) => {
      largest = Math.max(largest, Math.abs(value));
      off = Math.max(off, Math.abs(value - computed[at]!));
    });
    return [name, off / largest] as const;
  });
  return Object.fromEntries(differences);
}

describe.skipIf(gpu === null)('training through WebGPU', () => {
  const networks: [string, Partial<Recipe>][] = [
    ['the condition network', {}],
    ['the profile as it is', { 'structure.condition': 'concatenate' }],
    ['no profile', { 'structure.condition': 'none', 'optimiser.kind': 'adam' }],
    ['relu', { 'structure.activation': 'relu', 'structure.input': 'none' }],
  ];
  it.each(runsAll ? networks : networks.slice(0, 1))(
    'has the gradients and losses of the portable kernels (%s)',
    async (_, knobs) => {
      const recipe = smallRecipe(knobs);
      const theirs = new DaeTraining(inputOf(exactKernels, recipe, SMALL));
      const ours = await trainingOf(recipe);
      const expected = await epochs(theirs, 1, 1);
      const losses = await epochs(ours, 1, 1);
      // The first moment is a sum of gradients.
      const [left, right] = [await ours.state(), theirs.state()];
      for (const off of Object.values(difference(left, right, 'firstMoment'))) expect(off).toBeLessThan(1e-5);
      for (const off of Object.values(difference(left, right, 'values'))) expect(off).toBeLessThan(1e-4);
      expected.push(...(await epochs(theirs, 2, 3)));
      losses.push(...(await epochs(ours, 2, 3)));
      losses.forEach((loss, epoch) => expect(Math.abs(loss / expected[epoch]! - 1)).toBeLessThan(1e-5));
      ours.dispose();
      theirs.dispose();
    },
  );

  it('gives the same bits twice, from a checkpoint, and in any number of slices', async () => {
    const recipe = smallRecipe();
    const whole = await trainingOf(recipe, WIDE);
    await epochs(whole, 1, 1);
    const checkpoint = await whole.state();
    await epochs(whole, 2, 2);
    const hash = hashTensors(await whole.weights());
    const resumed = await trainingOf(recipe, WIDE, checkpoint);
    await epochs(resumed, 2, 2);
    expect(hashTensors(await resumed.weights())).toBe(hash);
    // 2,048 titles by 32 rows of scores: three slices.
    const sliced = await trainingOf(recipe, WIDE, undefined, 2048 * 32 * 4);
    await epochs(sliced, 1, 2);
    expect(hashTensors(await sliced.weights())).toBe(hash);
    for (const training of [whole, resumed, sliced]) training.dispose();
  });

  it("reads the processor's checkpoint, and the processor its own", async () => {
    const input = inputOf(exactKernels, smallRecipe({ 'mixture.members': 2 }), SMALL);
    const accelerated = { ...input, accelerator: webGpuAccelerator(gpu!) };
    const [onCpu, onGpu] = [await EnsembleTraining.begin(input), await EnsembleTraining.begin(accelerated)];
    const first = [await epochs(onCpu, 1, 1), await epochs(onGpu, 1, 1)];
    const toGpu = await EnsembleTraining.begin(accelerated, await onCpu.state());
    const toCpu = await EnsembleTraining.begin(input, await onGpu.state());
    const second = [await epochs(toGpu, 2, 2), await epochs(toCpu, 2, 2)];
    for (const losses of [first, second]) expect(Math.abs(losses[0]![0]! / losses[1]![0]! - 1)).toBeLessThan(1e-5);
    for (const training of [onCpu, onGpu, toGpu, toCpu]) training.dispose();
  });

  it('reports what does not fit into a binding', async () => {
    await expect(trainingOf(smallRecipe(), WIDE, undefined, 2048 * 32 * 4 - 4)).rejects.toMatchObject({
      code: 'too-large',
    });
  });
});
