/**
 * Golden runs on emulated processors of other years: what the addon chooses on a processor that says it has less. With
 * each instruction set that this one has, golden.whole.test.ts trains all rows. It takes a minute of a processor.
 *
 * @module-tag rare
 */
import { test, vi } from 'vitest';
import { testTools } from '../support/test-tools';
import { expectGolden } from './expect-golden';
import type { GoldenRow } from './golden-run';

vi.setConfig({ testTimeout: 600_000 });

/** The first has neither AVX2 nor FMA, the second no AVX-512, so nothing that bfloat16 is meant for. */
const EMULATED: [processor: string, row: GoldenRow][] = [
  ['Nehalem', 'dae'],
  ['Haswell', 'bfloat16'],
];

const { qemu } = testTools();

test.skipIf(qemu.path === null).each(EMULATED)(
  'on an emulated %s, the golden run %s comes out the same',
  async (processor, row) => {
    await expectGolden(row, [qemu.path!, '-cpu', processor, process.execPath]);
  },
);
