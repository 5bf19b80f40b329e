import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBackend } from '../backend';
import { exactKernels } from '../kernels/exact/exact';
import { onPlainBackend, plainKernels } from '../testing/plain-kernels';
import { RandomStream } from '../random';
import { SampledDecoder, sampleItems } from './sampling';

const ITEMS = 60;
const targets = {
  rows: 2,
  columns: ITEMS,
  offsets: Int32Array.of(0, 3, 5),
  indices: Int32Array.of(3, 7, 50, 7, 59),
  values: Float32Array.of(1, 2, 1, 1, 3),
};
const random = new RandomStream(1, 'sampling.test');
const uniform = (size: number): Float32Array => Float32Array.from({ length: size }, () => random.uniform() * 2 - 1);
const [code, decoder, bias] = [uniform(2 * 3), uniform(ITEMS * 3), uniform(ITEMS)];

beforeAll(async () => {
  await loadBackend();
  expect(tf.getBackend()).toBe('tensorflow');
});

/** Losses, and the gradient of their sum for the decoder, with `drawn` items; 0 is all items. */
function lossAndSlope(drawn: number, seed: number, kernels = exactKernels): { losses: number[]; slope: Float32Array } {
  const sample = drawn === 0 ? null : sampleItems(targets, drawn, new RandomStream(seed, 'draw'));
  const rows = kernels.prepare(sample?.targets ?? targets);
  const part = sample === null ? null : new SampledDecoder(kernels, sample, ITEMS);
  try {
    return tf.tidy(() => {
      const at = tf.tensor2d(decoder, [ITEMS, 3]);
      const loss = (): tf.Tensor => {
        const weights = { decoder: at, 'decoder.bias': tf.tensor2d(bias, [1, ITEMS]) };
        const chosen = part?.of(weights) ?? weights;
        return kernels.multinomialLoss(tf.tensor2d(code, [2, 3]), chosen.decoder!, chosen['decoder.bias']!, rows);
      };
      const { value, grads } = tf.engine().gradients(loss, [at], tf.ones([2]));
      return { losses: [...value.dataSync()], slope: grads[0]!.dataSync().slice() as Float32Array } as never;
    });
  } finally {
    rows.dispose();
    part?.dispose();
  }
}

describe('the sampled loss', () => {
  it('holds every watched item and as many others as asked for, each standing for its share', () => {
    const { items, targets: over, corrections } = sampleItems(targets, 14, new RandomStream(1, 'draw'))!;
    expect(items).toHaveLength(4 + 14);
    expect([...items]).toEqual([...new Set(items)].sort((left, right) => left - right));
    expect(Array.from(over.indices, (place) => items[place])).toEqual([...targets.indices]);
    for (const place of over.indices) expect(corrections[place]).toBe(0);
    expect(corrections.filter((correction) => correction !== 0)).toHaveLength(14);
    expect(Math.max(...corrections)).toBeCloseTo(Math.log((ITEMS - 4) / 14), 6);
  });

  it('takes all items if it would leave out next to none', () => {
    expect(sampleItems(targets, 50, new RandomStream(1, 'draw'))).toBeNull();
  });

  it(
    'approximates the loss over all items and its gradient, on average over many draws',
    { tags: ['thorough'] },
    () => {
      const whole = lossAndSlope(0, 0);
      const draws = Array.from({ length: 300 }, (_, seed) => lossAndSlope(30, seed));
      for (const row of [0, 1]) {
        const mean = draws.reduce((sum, { losses }) => sum + losses[row]!, 0) / draws.length;
        expect(Math.abs(mean - whole.losses[row]!)).toBeLessThan(whole.losses[row]! * 0.02);
      }
      const mean = whole.slope.map(
        (_, index) => draws.reduce((sum, { slope }) => sum + slope[index]!, 0) / draws.length,
      );
      const length = (values: Float32Array): number => Math.hypot(...values);
      expect(length(mean.map((value, index) => value - whole.slope[index]!))).toBeLessThan(length(whole.slope) * 0.05);
    },
  );

  it('is what plain operations of tfjs compute', async () => {
    const ours = lossAndSlope(14, 5);
    const plain = await onPlainBackend(() => lossAndSlope(14, 5, plainKernels));
    ours.losses.forEach((loss, row) => expect(loss).toBeCloseTo(plain.losses[row]!, 4));
    ours.slope.forEach((value, index) => expect(value).toBeCloseTo(plain.slope[index]!, 4));
  });
});
