import { expect, it, vi } from 'vitest';
import { loadBackend } from './backend';

it(
  'a number of threads that is none is refused, and not answered with other kernels',
  { tags: ['thorough'] },
  async () => {
    vi.stubEnv('SHELFWISE_THREADS', 'many');
    await expect(loadBackend('portable')).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('SHELFWISE_THREADS is "many"'),
    });
  },
);
