/** Sets how much memory DuckDB may use for an import. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import { DATABASE_MEMORY } from '../storage/database/database';
import type { PartPlan } from './layouts/import-plan';
import { isCompressed } from './read/compressed';

/**
 * DuckDB spills to disk, but each row permanently costs it some memory, about 6 bytes: 166 million rows fail with half a gigabyte and succeed with
 * one and a half, while 12 million succeed with half a gigabyte.
 */
const BYTES_A_ROW = 6;
/** Bytes per row with two IDs and a time, in the files with most rows. */
const ROW_IN_TEXT = 24;
const ROW_PACKED = 8;

const MEGABYTE = 1 << 20;

/** Megabytes for these files, at most half of the computer's memory. Does not affect the result of an import. */
export async function importMemory(parts: readonly PartPlan[]): Promise<number> {
  let rows = 0;
  for (const { path, file, format } of parts) {
    // A missing file is reported when it is read.
    const { size } = await fs.stat(path).catch(() => ({ size: 0 }));
    rows += size / (format.kind !== 'text' || isCompressed(file) ? ROW_PACKED : ROW_IN_TEXT);
  }
  const most = Math.max(DATABASE_MEMORY, os.totalmem() / MEGABYTE / 2);
  return Math.round(Math.min(most, DATABASE_MEMORY + (rows * BYTES_A_ROW) / MEGABYTE));
}
