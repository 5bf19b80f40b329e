import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { loadBackend } from './backend';

/** In its own file: a process has one backend for life. */
describe('the mode everywhere', () => {
  it('computes with the WASM kernels, and says why', async () => {
    const backend = await loadBackend('everywhere');
    expect(backend.kind).toBe('wasm');
    expect(backend.reason).toContain('same bits on every system');
    expect(tf.getBackend()).toBe('wasm');
    expect(backend.kernels.name).toBe('portable');
  });

  it('has every operation that training needs, with its gradient', async () => {
    const { kernels } = await loadBackend('everywhere');
    const rows = kernels.prepare({
      rows: 2,
      columns: 3,
      offsets: Int32Array.of(0, 2, 3),
      indices: Int32Array.of(0, 2, 1),
      values: Float32Array.of(1, 1, 2),
    });
    const parameter = kernels.parameter('weights', [3, 3], { values: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9) });
    const before = parameter.values();
    tf.tidy(() => {
      const at = parameter.read();
      const loss = (): tf.Tensor1D => kernels.multinomialLoss(tf.tanh(rows.product(at)), at, tf.zeros([1, 3]), rows);
      const { grads } = tf.engine().gradients(loss, [at], tf.tensor1d([0.5, 0.5]));
      parameter.update(grads[0] as tf.Tensor2D, { step: 1, rate: 0.1, decay: 0.1 });
    });
    expect(parameter.values()).not.toEqual(before);
    expect(parameter.values().every(Number.isFinite)).toBe(true);
  });

  it('cannot be left by a process in this mode', async () => {
    await loadBackend('everywhere');
    expect(() => loadBackend('portable')).toThrow(/process of its own/);
  });
});
