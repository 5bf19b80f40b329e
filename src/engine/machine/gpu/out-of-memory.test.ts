import { expect, it } from 'vitest';
import { gpuFailure } from './out-of-memory';

const OOM = new Error(
  'Invalid TF_Status: 8\nMessage: OOM when allocating tensor with shape[256,20000] and type float on /device:GPU:0 by allocator GPU_0_bfc',
);

it('says what to do if a GPU lacks memory, and leaves every other error as it is', () => {
  expect(gpuFailure(OOM, 'gpu')).toMatchObject({ code: 'usage', message: expect.stringContaining('optimiser.batch') });
  expect(gpuFailure(OOM, 'cpu').message).toBe(OOM.message);
  expect(gpuFailure(new Error('another'), 'gpu').message).toBe('another');
});
