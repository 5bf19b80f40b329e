/** What our own kernels promise, for their tests. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { addon } from './made-up';

/** As toEqual, and bit for bit; quick where there are many numbers, which toEqual takes one by one. */
export function expectSameBits(found: unknown, expected: unknown, what?: string): void {
  if (isDeepStrictEqual(found, expected)) return;
  expect(found, what).toEqual(expected);
  expect.fail(`${what ?? 'found'}: the same numbers of other bits`);
}

/** What `compute` gives has to be the same bits in all that a machine may have. */
export async function expectSameBitsEverywhere(compute: () => unknown): Promise<void> {
  const own = await compute();
  for (const threads of [1, 2, 5]) {
    addon().setThreads(threads);
    expectSameBits(await compute(), own, `${threads} threads`);
  }
  for (const set of ['avx2', 'avx512'] as const)
    // Not every processor has the second.
    if (addon().setInstructionSet(set)) expectSameBits(await compute(), own, set);
}
