import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, it } from 'vitest';
import { completeRecipe } from '../../../shared/recipe/schema';
import { loadBackend } from '../backend';
import { exactKernels } from '../kernels/exact/exact';
import { nativeKernels } from '../kernels/native';
import { portableKernels } from '../kernels/portable';
import { RandomStreams } from '../random';
import { DaeTraining } from './dae-training';

const [PROFILES, ITEMS, WATCHED, BATCH] = [256, 10_000, 5, 64];
/** What one batch of scores takes, in bytes. */
const SCORES = BATCH * ITEMS * 4;
const histories = {
  rows: PROFILES,
  columns: ITEMS,
  offsets: Int32Array.from({ length: PROFILES + 1 }, (_, row) => row * WATCHED),
  indices: Int32Array.from({ length: PROFILES * WATCHED }, (_, at) => (at % WATCHED) * 1999 + Math.floor(at / WATCHED)),
  values: new Float32Array(PROFILES * WATCHED).fill(1),
};

beforeAll(async () => {
  expect((await loadBackend('portable')).kind).toBe('tensorflow');
});

it.each([
  { kernels: nativeKernels, drawn: 0 },
  { kernels: nativeKernels, drawn: 1000 },
  { kernels: portableKernels, drawn: 0 },
  { kernels: exactKernels, drawn: 0 },
])('training holds no more after twelve epochs than after four ($kernels.name kernels, $drawn drawn)', async (way) => {
  const recipe = completeRecipe({ 'structure.width': 8, 'optimiser.batch': BATCH, 'loss.sample': way.drawn });
  const conditions = { width: 0, names: [], values: new Float32Array(0) };
  const random = new RandomStreams(1);
  const training = new DaeTraining({ kernels: way.kernels, recipe, random, stage: 'memory', histories, conditions });
  const train = async (from: number, to: number): Promise<void> => {
    for (let epoch = from; epoch <= to; epoch++) await training.runEpoch(epoch, async () => undefined);
  };
  await train(1, 4);
  const before = { tensors: tf.memory().numTensors, resident: process.memoryUsage().rss };
  await train(5, 12);
  expect(tf.memory().numTensors).toBe(before.tensors);
  // Raw handles are not among the tensors that tfjs counts: eight epochs of four steps would keep 32 batches of scores.
  expect(process.memoryUsage().rss - before.resident).toBeLessThan(16 * SCORES);
  training.dispose();
});
