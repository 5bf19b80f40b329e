/** Checks the promise of our own kernels, for their tests. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { addon } from './made-up';

/** toEqual, bit for bit; fast for many numbers, which toEqual compares one by one. */
export function expectSameBits(found: unknown, expected: unknown, what?: string): void {
  if (isDeepStrictEqual(found, expected)) return;
  expect(found, what).toEqual(expected);
  expect.fail(`${what ?? 'found'}: the same numbers of other bits`);
}

/** Expects the same bits from `compute` under every instruction set and number of threads of this machine. */
export async function expectSameBitsEverywhere(compute: () => unknown): Promise<void> {
  const own = await compute();
  for (const threads of [1, 2, 5]) {
    addon().setThreads(threads);
    expectSameBits(await compute(), own, `${threads} threads`);
  }
  for (const set of ['plain', 'avx2', 'avx512'] as const)
    // Not every processor has all of them.
    if (addon().setInstructionSet(set)) expectSameBits(await compute(), own, set);
}
