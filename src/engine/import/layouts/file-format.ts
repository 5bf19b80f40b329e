/** Determines the format of a file by its ending. */
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { uncompressedName } from '../read/compressed';
import { DELIMITED, type FileFormat, isEventsPlan, type TablePlan } from './import-plan';

export function formatOf(file: string): FileFormat {
  const name = uncompressedName(file);
  if (/\.(parquet|pq)$/i.test(name)) return { kind: 'parquet' };
  return /\.xlsx$/i.test(name) ? { kind: 'xlsx' } : DELIMITED;
}

/**
 * Refuses events in workbooks. A sheet ends at a million rows, drops what is beyond, and rounds times of 14 digits and long IDs: events would be
 * lost without a trace.
 * @throws ShelfwiseError `bad-data` that says what to do
 */
export function refuseEventsInWorkbooks(tables: readonly TablePlan[]): void {
  for (const { parts } of tables.filter(isEventsPlan))
    for (const { path, format } of parts)
      if (format.kind === 'xlsx') throw new ShelfwiseError('bad-data', say('workbook.events', { file: path }));
}
