import { expect, it, vi } from 'vitest';
import { loadBackend } from './backend';

it(
  'refuses an invalid number of threads, rather than falling back to other kernels',
  { tags: ['thorough'] },
  async () => {
    vi.stubEnv('SHELFWISE_THREADS', 'many');
    await expect(loadBackend()).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('SHELFWISE_THREADS is "many"'),
    });
  },
);
