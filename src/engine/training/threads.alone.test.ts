/**
 * Verification with another number of threads; tests/golden has the bits of three threads.
 * @module-tag rare
 */
import { afterEach, describe, expect, test } from 'vitest';
import { trainedAnew, verified } from '../../../tests/support/trained-run';

afterEach(() => {
  delete process.env['SHELFWISE_THREADS'];
});

describe('verifying with another number of threads', () => {
  test('gives identical bits', async () => {
    const { workspace, record } = await trainedAnew();
    for (const threads of ['1', '8', '2', '4']) {
      process.env['SHELFWISE_THREADS'] = threads;
      expect((await verified(workspace, record.runId)).verdict, `${threads} threads`).toBe('identical-bits');
    }
  });

  test('names the number of threads, though the bits came out the same', async () => {
    process.env['SHELFWISE_THREADS'] = '1';
    const { workspace, record } = await trainedAnew();
    expect(record.environment!.threads.intra).toBe(1);
    process.env['SHELFWISE_THREADS'] = '4';
    const { verdict, cause } = await verified(workspace, record.runId);
    expect(verdict).toBe('identical-bits');
    expect(cause).toContain('the number of threads was 1 and is 4');
  });
});
