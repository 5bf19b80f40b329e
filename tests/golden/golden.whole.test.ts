/**
 * Runs whose hashes must stay the same in every build, on every system, with every instruction set and any number of threads. `npm test` trains two
 * rows, one of them with three threads; `npm run golden` trains all of them, in every way that there is here.
 */
import { expect, test } from 'vitest';
import { addon, natural } from '../../src/engine/model/testing/made-up';
import type { InstructionSet } from '../../src/engine/model/kernels/operations';
import { testTools } from '../support/test-tools';
import { triedOf } from '../support/tried';
import { expectGolden } from './expect-golden';
import { GOLDEN_ROWS, type GoldenRow, goldenHashes } from './golden-run';

const { node24 } = testTools();
const ROWS = triedOf<GoldenRow>(
  ['mixture'],
  GOLDEN_ROWS.filter((row) => row !== 'mixture'),
);

test('the hashes are those of the rows', async () => {
  expect(Object.keys((await goldenHashes()).rows)).toEqual(GOLDEN_ROWS);
});

test.each(ROWS)('the golden run %s comes out the same', async (row) => {
  await expectGolden(row);
});

test.each(triedOf([3], [1, 2]))('the golden runs come out the same with %i threads', async (threads) => {
  for (const row of triedOf<GoldenRow>(['dae'], ['bfloat16', 'mixture', 'ease', 'chebyshev']))
    await expectGolden(row, [process.execPath], { SHELFWISE_THREADS: String(threads) });
});

/** Those of this processor, the strongest apart, which all other tests have. */
const OTHERS = (['plain', 'avx2', 'avx512', 'avx512-vnni'] as const).filter(
  (set: InstructionSet) => set !== natural() && addon().setInstructionSet(set),
);
addon().setInstructionSet(natural());

test.each(OTHERS)(
  'the golden runs come out the same with the instruction set %s',
  { tags: ['rare'], timeout: 600_000 },
  async (set) => {
    for (const row of GOLDEN_ROWS) await expectGolden(row, [process.execPath], { SHELFWISE_INSTRUCTION_SET: set });
  },
);

test.skipIf(node24.path === null)(
  'the golden runs come out the same on Node 24',
  { tags: ['rare'], timeout: 600_000 },
  async () => {
    for (const row of GOLDEN_ROWS) {
      const { environment } = await expectGolden(row, [node24.path!]);
      expect(environment?.node).toMatch(/^v?24\./);
    }
  },
);
