/** A golden run comes out with its recorded hashes. */
import { expect } from 'vitest';
import type { RunRecord } from '../../src/shared/contract/run';
import { goldenHashes, type GoldenRow, trainGolden } from './golden-run';

/** Trains a row, as `trainGolden` does. */
export async function expectGolden(
  row: GoldenRow,
  ...how: Parameters<typeof trainGolden> extends [unknown, ...infer Rest] ? Rest : never
): Promise<RunRecord> {
  const { record, output } = await trainGolden(row, ...how);
  const { fingerprint, rows } = await goldenHashes();
  expect(record.status, `${record.reason?.message ?? ''} ${output}`).toBe('finished');
  expect(record.dataset.fingerprint).toBe(fingerprint);
  const { weightsSha256, listsSha256 } = record;
  expect({ weightsSha256, listsSha256 }).toEqual(rows[row]);
  return record;
}
