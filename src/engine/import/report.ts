/** Reports on each file of an import: rows, outcomes, reasons. */
import type { FileReport } from '../../shared/contract/dataset';
import type { Database } from '../storage/database/database';
import { FORGOTTEN_REASON } from './left-out';
import { sql } from '../storage/database/sql';
import type { SourceTable } from './read/source-table';

interface ReasonRow {
  file: number;
  rejected: boolean;
  reason: string;
  rows: number;
}

/**
 * accepted + repaired + rejected = rows holds because each row has at most one issue, as tests check.
 * @param leftOut rows of each file that belonged to forgotten profiles: they count as rejected
 * @returns by the numbers of the files
 */
export async function reportFiles(
  database: Database,
  tables: readonly SourceTable[],
  leftOut: ReadonlyMap<number, number>,
): Promise<FileReport[]> {
  const reasons = await database.rows<ReasonRow>(
    sql`SELECT file, rejected, reason, count(*)::INTEGER AS rows FROM issues GROUP BY ALL ORDER BY file, rows DESC, reason`,
  );
  const byFile = new Map<number, ReasonRow[]>();
  for (const row of reasons) byFile.set(row.file, [...(byFile.get(row.file) ?? []), row]);
  const files = tables.flatMap(({ plan, files: parts }) =>
    parts.map((file) => ({ table: plan, parts: parts.length, file })),
  );
  return files.map(({ table, parts, file }) => {
    const forgotten = leftOut.get(file.index) ?? 0;
    const own = byFile.get(file.index) ?? [];
    const of = (rejected: boolean): { reason: string; rows: number }[] =>
      own.filter((row) => row.rejected === rejected).map(({ reason, rows }) => ({ reason, rows }));
    const repaired = total(of(false));
    const forgottenRows = forgotten === 0 ? [] : [{ reason: FORGOTTEN_REASON, rows: forgotten }];
    const rejectedRows = [...of(true), ...forgottenRows];
    const rejected = total(rejectedRows);
    return {
      file: file.plan.file,
      ...(parts > 1 && { table: table.file }),
      ...(file.plan.place && { place: file.plan.place }),
      ...(file.sheet !== undefined && { sheet: file.sheet }),
      role: table.role,
      encoding: file.encoding,
      delimiter: file.delimiter,
      lineEnds: file.lineEnds,
      bytes: file.state.bytes,
      sha256: file.sha256,
      modifiedMs: file.state.modifiedMs,
      changedMs: file.state.changedMs,
      rows: file.rows,
      accepted: file.rows - repaired - rejected,
      repaired,
      rejected,
      reasons: { repaired: of(false), rejected: rejectedRows },
    };
  });
}

function total(counts: readonly { rows: number }[]): number {
  return counts.reduce((sum, { rows }) => sum + rows, 0);
}

/** A file without a role is named, not read. */
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
