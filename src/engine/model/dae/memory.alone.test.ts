import * as v8 from 'node:v8';
import * as vm from 'node:vm';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, it } from 'vitest';
import { completeRecipe } from '../../../shared/recipe/schema';
import { loadBackend } from '../backend';
import { exactKernels } from '../kernels/exact/exact';
import { nodeBackend } from '../kernels/operations';
import { RandomStreams } from '../random';
import { DaeTraining } from './dae-training';

const [PROFILES, ITEMS, WATCHED, BATCH] = [256, 10_000, 5, 64];
/** Bytes of one batch of scores. */
const SCORES = BATCH * ITEMS * 4;
const histories = {
  rows: PROFILES,
  columns: ITEMS,
  offsets: Int32Array.from({ length: PROFILES + 1 }, (_, row) => row * WATCHED),
  indices: Int32Array.from({ length: PROFILES * WATCHED }, (_, at) => (at % WATCHED) * 1999 + Math.floor(at / WATCHED)),
  values: new Float32Array(PROFILES * WATCHED).fill(1),
};

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc') as () => void;

/** How many of the addon's tensors were made and not yet freed. */
let handles = 0;
beforeAll(async () => {
  await loadBackend();
  expect(tf.getBackend()).toBe('tensorflow');
  const { binding } = nodeBackend();
  const counting = {
    createTensor(...given: Parameters<typeof binding.createTensor>) {
      handles += 1;
      return binding.createTensor(...given);
    },
    executeOp(...given: Parameters<typeof binding.executeOp>) {
      const outputs = binding.executeOp(...given);
      handles += outputs.length;
      return outputs;
    },
    deleteTensor(id: number) {
      handles -= 1;
      binding.deleteTensor(id);
    },
  };
  // The addon's own properties can neither be written nor listed.
  const counted: typeof binding = Object.create(binding, Object.getOwnPropertyDescriptors(counting));
  Object.assign(nodeBackend(), { binding: counted });
});

/** Tensors of tfjs, those of the addon, and the bytes of arrays that are still referenced. */
function held(): { tensors: number; handles: number; bytes: number } {
  collectGarbage();
  return { tensors: tf.memory().numTensors, handles, bytes: process.memoryUsage().arrayBuffers };
}

it.each([
  { kernels: exactKernels, drawn: 0 },
  { kernels: exactKernels, drawn: 1000 },
])(
  'training holds no more after twelve epochs than after four ($kernels.name kernels, $drawn drawn)',
  { tags: ['thorough'] },
  async (way) => {
    const recipe = completeRecipe({ 'structure.width': 8, 'optimiser.batch': BATCH, 'loss.sample': way.drawn });
    const conditions = { width: 0, names: [], values: new Float32Array(0) };
    const random = new RandomStreams(1);
    const training = new DaeTraining({ kernels: way.kernels, recipe, random, stage: 'memory', histories, conditions });
    const train = async (from: number, to: number): Promise<void> => {
      for (let epoch = from; epoch <= to; epoch++) await training.runEpoch(epoch, async () => undefined);
    };
    await train(1, 4);
    const before = held();
    await train(5, 12);
    const after = held();
    expect([after.tensors, after.handles]).toEqual([before.tensors, before.handles]);
    // Eight epochs of four steps: a single batch of scores that stays would show. Arrays are freed some time after their last reference is gone,
    // which may take a while on a busy machine.
    await expect.poll(() => held().bytes - before.bytes, { timeout: 20_000 }).toBeLessThan(SCORES);
    training.dispose();
  },
);
