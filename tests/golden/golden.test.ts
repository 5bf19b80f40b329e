import { describe, expect, test, vi } from 'vitest';
import { RECIPE_VERSION, RECIPE_VERSIONS } from '../../src/shared/recipe/table';
import { testTools } from '../support/test-tools';
import { goldenHashes, trainGolden, type GoldenOutcome, type GoldenRow } from './golden-run';

// An emulated processor takes half a minute on a quiet machine.
vi.setConfig({ testTimeout: 300_000 });

const { qemu, node24 } = testTools();
const hashes = await goldenHashes();

/** The row that this outcome has to meet; undefined is "not checked". */
function rowFor({ record }: GoldenOutcome): GoldenRow | undefined {
  const { backend, tensorflow, platform, architecture, numericMode, flags } = record.environment!;
  return hashes.rows.find(
    (row) =>
      row.recipeVersion === record.recipe.version &&
      row.model === record.model &&
      row.kernels === (flags['SHELFWISE_KERNELS'] ?? 'tensorflow') &&
      row.backend === backend &&
      row.version === tensorflow &&
      row.mode === numericMode &&
      (row.platform === 'any' || row.platform === `${platform}-${architecture}`),
  );
}

/** Meets its row, or says by a skipped test that there is none for this library and platform. */
function expectGolden(outcome: GoldenOutcome, skip: (note: string) => void): void {
  expect(outcome.record.status, `${outcome.record.reason?.message ?? ''} ${outcome.output}`).toBe('finished');
  expect(outcome.record.dataset.fingerprint).toBe(hashes.fingerprint);
  const row = rowFor(outcome);
  const { weightsSha256, listsSha256, environment } = outcome.record;
  if (row === undefined)
    return skip(
      `not checked: no golden row for ${environment!.backend} ${environment!.tensorflow} on ${environment!.platform}-${environment!.architecture}`,
    );
  expect({ weightsSha256, listsSha256 }).toEqual({ weightsSha256: row.weightsSha256, listsSha256: row.listsSha256 });
}

test('the golden runs hold every version of a recipe: other bits need another version, and another version rows of its own', () => {
  expect([...new Set(hashes.rows.map(({ recipeVersion }) => recipeVersion))]).toEqual([...RECIPE_VERSIONS]);
});

describe.each(RECIPE_VERSIONS)('the golden run of version %i', (version) => {
  test('comes out the same in portable mode', async ({ skip }) => {
    expectGolden(await trainGolden(version, 'portable'), skip);
  });

  test('comes out the same with the WASM kernels, which every system must meet', async () => {
    const outcome = await trainGolden(version, 'everywhere');
    expect(outcome.record.environment?.backend).toBe('wasm');
    expect(rowFor(outcome)?.platform).toBe('any');
    expectGolden(outcome, () => expect.unreachable());
  });

  test.skipIf(qemu.path === null).each(['Haswell', 'EPYC-Milan'])(
    'comes out the same on an emulated %s',
    async (processor) => {
      const outcome = await trainGolden(version, 'portable', [qemu.path!, '-cpu', processor, process.execPath]);
      expectGolden(outcome, () => expect.unreachable());
    },
  );

  test.skipIf(node24.path === null).each(['portable', 'everywhere'] as const)(
    'comes out the same on Node 24 (%s)',
    async (mode) => {
      const outcome = await trainGolden(version, mode, [node24.path!]);
      expect(outcome.record.environment?.node).toMatch(/^v?24\./);
      expectGolden(outcome, () => expect.unreachable());
    },
  );
});

/** Models whose kernels or definition are those of the recipe's version, so that it has rows for them. */
const LINEAR = ['als', 'item-knn', 'filter'] as const;

describe.each(LINEAR)('the golden run of %s', (model) => {
  test('comes out the same in portable mode', async ({ skip }) => {
    expectGolden(await trainGolden(RECIPE_VERSION, 'portable', [process.execPath], model), skip);
  });

  test('comes out the same in JavaScript, which every system must meet', async () => {
    const outcome = await trainGolden(RECIPE_VERSION, 'everywhere', [process.execPath], model);
    expectGolden(outcome, () => expect.unreachable());
  });

  test.skipIf(qemu.path === null)('comes out the same on an emulated Haswell', async () => {
    const program = [qemu.path!, '-cpu', 'Haswell', process.execPath];
    expectGolden(await trainGolden(RECIPE_VERSION, 'portable', program, model), () => expect.unreachable());
  });

  test.skipIf(node24.path === null)('comes out the same in JavaScript on Node 24', async () => {
    const outcome = await trainGolden(RECIPE_VERSION, 'everywhere', [node24.path!], model);
    expectGolden(outcome, () => expect.unreachable());
  });
});

test.each([1, 3])('our own kernels give the same bits with %i threads', async (threads) => {
  const outcome = await trainGolden(RECIPE_VERSION, 'portable', [
    'env',
    `SHELFWISE_THREADS=${threads}`,
    process.execPath,
  ]);
  expectGolden(outcome, () => expect.unreachable());
});
