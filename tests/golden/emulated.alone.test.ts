/**
 * A golden run on emulated processors of other years. It takes half a minute on a quiet machine.
 *
 * @module-tag rare
 */
import { test, vi } from 'vitest';
import { testTools } from '../support/test-tools';
import { expectGolden } from './expect-golden';
import type { GoldenRow } from './golden-run';

vi.setConfig({ testTimeout: 600_000 });

/** The first has neither AVX2 nor FMA, the second no AVX-512. */
const EMULATED: [processor: string, row: GoldenRow][] = [
  ['Nehalem', 'dae'],
  ['Haswell', 'dae'],
  // Without the instructions that it is meant for.
  ['Haswell', 'bfloat16'],
  ['EPYC-Milan', 'dae'],
];

const { qemu } = testTools();

test.skipIf(qemu.path === null).each(EMULATED)(
  'on an emulated %s, the golden run %s comes out the same',
  async (processor, row) => {
    await expectGolden(row, [qemu.path!, '-cpu', processor, process.execPath]);
  },
);
