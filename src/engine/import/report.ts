/** What an import says of each file: rows, outcomes, reasons. */
import type { FileReport } from '../../shared/contract';
import type { Database } from '../database/database';
import { FORGOTTEN_REASON } from './left-out';
import { sql } from '../database/sql';
import type { SourceTable } from './read/source-table';

interface ReasonRow {
  file: number;
  rejected: boolean;
  reason: string;
  rows: number;
}

/**
 * accepted + repaired + rejected = rows follows from one issue per row, which the tests hold it to.
 * @param leftOut rows of each table that belonged to profiles that were forgotten: they are among the rejected
 */
export async function reportFiles(
  database: Database,
  tables: readonly SourceTable[],
  leftOut: readonly number[],
): Promise<FileReport[]> {
  const reasons = await database.rows<ReasonRow>(
    sql`SELECT file, rejected, reason, count(*)::INTEGER AS rows FROM issues GROUP BY ALL ORDER BY file, rows DESC, reason`,
  );
  return tables.map((table, index) => {
    const forgotten = leftOut[index] ?? 0;
    const own = reasons.filter((row) => row.file === table.index);
    const of = (rejected: boolean): { reason: string; rows: number }[] =>
      own.filter((row) => row.rejected === rejected).map(({ reason, rows }) => ({ reason, rows }));
    const repaired = total(of(false));
    const forgottenRows = forgotten === 0 ? [] : [{ reason: FORGOTTEN_REASON, rows: forgotten }];
    const rejectedRows = [...of(true), ...forgottenRows];
    const rejected = total(rejectedRows);
    return {
      file: table.plan.file,
      role: table.plan.role,
      encoding: table.encoding,
      delimiter: table.delimiter,
      lineEnds: table.lineEnds,
      bytes: table.state.bytes,
      sha256: table.sha256,
      modifiedMs: table.state.modifiedMs,
      changedMs: table.state.changedMs,
      rows: table.rows,
      accepted: table.rows - repaired - rejected,
      repaired,
      rejected,
      reasons: { repaired: of(false), rejected: rejectedRows },
    };
  });
}

function total(counts: readonly { rows: number }[]): number {
  return counts.reduce((sum, { rows }) => sum + rows, 0);
}

/** A file that plays no role is named, not read. */
export function reportIgnored(file: string): FileReport {
  return {
    file,
    role: 'ignored',
    encoding: '',
    delimiter: '',
    lineEnds: 'none',
    bytes: 0,
    sha256: '',
    rows: 0,
    accepted: 0,
    repaired: 0,
    rejected: 0,
    reasons: { repaired: [], rejected: [] },
  };
}
