/** What our own kernels promise, for their tests. */
import { expect } from 'vitest';
import { addon } from './made-up';

/** What `compute` gives has to be the same bits in all that a machine may have. */
export async function expectSameBitsEverywhere(compute: () => unknown): Promise<void> {
  const own = await compute();
  for (const threads of [1, 2, 5]) {
    addon().setThreads(threads);
    expect(await compute(), `${threads} threads`).toEqual(own);
  }
  for (const set of ['avx2', 'avx512'] as const)
    // Not every processor has the second.
    if (addon().setInstructionSet(set)) expect(await compute(), set).toEqual(own);
}
