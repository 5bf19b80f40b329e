/** How much memory DuckDB may take for an import. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import { DATABASE_MEMORY } from '../storage/database/database';
import type { PartPlan } from './layouts/plan';
import { isCompressed } from './read/compressed';

/**
 * DuckDB writes to the disk what does not fit, but each row costs it some memory for good: 166 million rows end in half a gigabyte and pass in one and
 * a half, while 12 million pass in half a gigabyte. That is 6 bytes a row.
 */
const BYTES_A_ROW = 6;
/** Bytes of a row with two IDs and a time, in the files that hold most rows. */
const ROW_IN_TEXT = 24;
const ROW_PACKED = 8;

const MEGABYTE = 1 << 20;

/** Megabytes for these files, at most half of what the computer has. The result of an import does not depend on it. */
export async function importMemory(parts: readonly PartPlan[]): Promise<number> {
  let rows = 0;
  for (const { path, file, format } of parts) {
    // A file that is not there is told of when it is read.
    const { size } = await fs.stat(path).catch(() => ({ size: 0 }));
    rows += size / (format.kind !== 'text' || isCompressed(file) ? ROW_PACKED : ROW_IN_TEXT);
  }
  const most = Math.max(DATABASE_MEMORY, os.totalmem() / MEGABYTE / 2);
  return Math.round(Math.min(most, DATABASE_MEMORY + (rows * BYTES_A_ROW) / MEGABYTE));
}
