import { afterEach, describe, expect, test } from 'vitest';
import { trainedAnew, verified } from '../../../tests/support/trained-run';

afterEach(() => {
  delete process.env['SHELFWISE_THREADS'];
  delete process.env['TF_NUM_INTRAOP_THREADS'];
});

describe('verifying with another number of threads', () => {
  test('portable gives identical bits with 1, 2, 4 and 8', async () => {
    const { workspace, record } = await trainedAnew();
    for (const threads of ['1', '2', '4', '8']) {
      process.env['SHELFWISE_THREADS'] = threads;
      process.env['TF_NUM_INTRAOP_THREADS'] = threads;
      expect((await verified(workspace, record.runId)).verdict, `${threads} threads`).toBe('identical-bits');
    }
  });

  test.each([4, 8])(
    '%i: fast names the number of threads, whether or not the bits came out the same',
    async (threads) => {
      process.env['SHELFWISE_THREADS'] = '1';
      const { workspace, record } = await trainedAnew({ 'numeric.mode': 'fast' });
      expect(record.environment!.threads.intra).toBe(1);
      process.env['SHELFWISE_THREADS'] = String(threads);
      expect((await verified(workspace, record.runId)).cause).toContain(
        `the number of threads was 1 and is ${threads}`,
      );
    },
  );
});
