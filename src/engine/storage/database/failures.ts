/** Translates DuckDB's failures for the caller. */
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';

/**
 * Whether DuckDB itself failed: because a file is damaged, missing, or not what its reader accepts. Full disks and stops are reported differently.
 */
export function isRefusedByDuckdb(thrown: unknown): boolean {
  const { code, message } = toShelfwiseError(thrown);
  return code === 'internal' && !DISK_FULL.test(message) && REFUSED.test(message);
}

const REFUSED =
  /^(IO|Invalid Input|Invalid|Conversion|Serialization|Out of Range|Not implemented|INTERNAL|FATAL|TransactionContext|Permission)\b.*Error:|^(Snappy|ZSTD|TProtocolException|No magic bytes)/i;
const DISK_FULL = /no space left|could not write .* bytes|disk full/i;

/** @param memoryLimit the database's limit, as DuckDB writes it */
export function databaseFailure(thrown: unknown, memoryLimit: string): ShelfwiseError {
  const error = toShelfwiseError(thrown);
  if (DISK_FULL.test(error.message))
    return new ShelfwiseError('no-space', say('disk.full'), {
      cause: thrown,
    });
  if (error.message.startsWith('Out of Memory Error:'))
    return new ShelfwiseError('bad-data', say('data.too-wide', { limit: memoryLimit }), { cause: thrown });
  return error;
}
