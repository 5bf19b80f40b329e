/**
 * Runs whose hashes must stay the same in every build, for good; on emulated processors in emulated.test.ts. `npm test`
 * trains each version and each model natively, the current version also with the WASM kernels and on Node 24; the rest
 * is rare.
 */
import { describe, expect, test } from 'vitest';
import { RECIPE_VERSION, RECIPE_VERSIONS } from '../../src/shared/recipe/table';
import { testTools } from '../support/test-tools';
import { triedOf } from '../support/tried';
import { expectGolden, rowFor } from './expect-golden';
import { goldenHashes, trainGolden } from './golden-run';

const { node24 } = testTools();
const hashes = await goldenHashes();

test('the golden runs hold every version of a recipe: other bits need another version, and another version rows of its own', () => {
  expect([...new Set(hashes.rows.map(({ recipeVersion }) => recipeVersion))]).toEqual([...RECIPE_VERSIONS]);
});

describe.each(RECIPE_VERSIONS)('the golden run of version %i', (version) => {
  test('comes out the same in portable mode', async ({ skip }) => {
    await expectGolden(await trainGolden(version, 'portable'), skip);
  });

  const tags = version === RECIPE_VERSION ? [] : ['rare'];

  test('comes out the same with the WASM kernels, which every system must meet', { tags }, async () => {
    const outcome = await trainGolden(version, 'everywhere');
    expect(outcome.record.environment?.backend).toBe('wasm');
    expect(rowFor(outcome, hashes)?.platform).toBe('any');
    await expectGolden(outcome, () => expect.unreachable());
  });

  test.skipIf(node24.path === null).each(['portable', 'everywhere'] as const)(
    'comes out the same on Node 24 (%s)',
    { tags },
    async (mode) => {
      const outcome = await trainGolden(version, mode, [node24.path!]);
      expect(outcome.record.environment?.node).toMatch(/^v?24\./);
      await expectGolden(outcome, () => expect.unreachable());
    },
  );
});

/** Models whose kernels or definition belong to the recipe's version, so that it has rows for them. */
const LINEAR = ['als', 'item-knn', 'ease', 'filter'] as const;

describe.each(LINEAR)('the golden run of %s', (model) => {
  test('comes out the same in portable mode', async ({ skip }) => {
    await expectGolden(await trainGolden(RECIPE_VERSION, 'portable', [process.execPath], model), skip);
  });

  test('comes out the same in JavaScript, which every system must meet', async () => {
    const outcome = await trainGolden(RECIPE_VERSION, 'everywhere', [process.execPath], model);
    await expectGolden(outcome, () => expect.unreachable());
  });

  const tags = model === LINEAR[0] ? [] : ['rare'];

  test.skipIf(node24.path === null)('comes out the same in JavaScript on Node 24', { tags }, async () => {
    const outcome = await trainGolden(RECIPE_VERSION, 'everywhere', [node24.path!], model);
    await expectGolden(outcome, () => expect.unreachable());
  });
});

describe('the golden run of the filter with its low-pass', () => {
  test.each(['portable', 'everywhere'] as const)('comes out the same (%s)', async (mode) => {
    const outcome = await trainGolden(RECIPE_VERSION, mode, [process.execPath], 'filter', 'low-pass');
    await expectGolden(outcome, () => expect.unreachable());
  });
});

describe('the golden run with everything that can be mixed in', () => {
  test('comes out the same in portable mode, and has each part', async ({ skip }) => {
    const outcome = await trainGolden(RECIPE_VERSION, 'portable', [process.execPath], 'dae', 'mixture');
    const { mixture } = outcome.record;
    expect(Math.max(mixture!.companion, mixture!.second)).toBeGreaterThan(0);
    await expectGolden(outcome, skip);
  });

  test('comes out the same with the WASM kernels, which every system must meet', async () => {
    const outcome = await trainGolden(RECIPE_VERSION, 'everywhere', [process.execPath], 'dae', 'mixture');
    await expectGolden(outcome, () => expect.unreachable());
  });
});

/** A sum in another order would show with any number of threads but the one that the hash was recorded with. */
const THREADS = triedOf([3], [1, 2]);

test.each(THREADS)('the golden run with products in bfloat16 comes out the same with %i threads', async (threads) => {
  const program = ['env', `SHELFWISE_THREADS=${threads}`, process.execPath];
  const outcome = await trainGolden(RECIPE_VERSION, 'portable', program, 'dae', 'bfloat16');
  expect(outcome.record.environment!.flags).toMatchObject({ SHELFWISE_PRODUCTS: 'exact-bfloat16' });
  await expectGolden(outcome, () => expect.unreachable());
});

test.each(THREADS)('our own kernels give the same bits with %i threads', async (threads) => {
  const outcome = await trainGolden(RECIPE_VERSION, 'portable', [
    'env',
    `SHELFWISE_THREADS=${threads}`,
    process.execPath,
  ]);
  await expectGolden(outcome, () => expect.unreachable());
});
