/** A golden run matches its recorded hashes. */
import { expect } from 'vitest';
import { goldenHashes, type GoldenHashes, type GoldenOutcome, type GoldenRow } from './golden-run';

/** The row that this outcome has to match; undefined is "not checked". */
export function rowFor({ record, knobs }: GoldenOutcome, hashes: GoldenHashes): GoldenRow | undefined {
  const { backend, tensorflow, platform, architecture, numericMode, flags } = record.environment!;
  return hashes.rows.find(
    (row) =>
      row.recipeVersion === record.recipe.version &&
      row.model === record.model &&
      row.knobs === knobs &&
      row.kernels === (flags['SHELFWISE_KERNELS'] ?? 'tensorflow') &&
      row.backend === backend &&
      row.version === tensorflow &&
      row.mode === numericMode &&
      (row.platform === 'any' || row.platform === `${platform}-${architecture}`),
  );
}

/** Matches its row, or skips the test if there is none for this library and platform. */
export async function expectGolden(outcome: GoldenOutcome, skip: (note: string) => void): Promise<void> {
  const hashes = await goldenHashes();
  expect(outcome.record.status, `${outcome.record.reason?.message ?? ''} ${outcome.output}`).toBe('finished');
  expect(outcome.record.dataset.fingerprint).toBe(hashes.fingerprint);
  const row = rowFor(outcome, hashes);
  const { weightsSha256, listsSha256, environment } = outcome.record;
  if (row === undefined)
    return skip(
      `not checked: no golden row for ${environment!.backend} ${environment!.tensorflow} on ${environment!.platform}-${environment!.architecture}`,
    );
  expect({ weightsSha256, listsSha256 }).toEqual({ weightsSha256: row.weightsSha256, listsSha256: row.listsSha256 });
}
