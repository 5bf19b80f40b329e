/** The rows that were repaired or rejected: a page of them, or all as CSV. */
import type { RowIssue } from '../../shared/contract';
import { writeUserFile } from '../storage/user-files';
import type { Workspace } from '../storage/workspace';
import { literal, withDatabase } from './database';
import { type Snapshot, snapshotTable } from './snapshot';

function issuesTable(snapshot: Snapshot): string | null {
  const { rowIssuesFile } = snapshot.dataset;
  return rowIssuesFile === undefined ? null : snapshotTable(snapshot, rowIssuesFile);
}

/** Rows `start` (inclusive) to `end` (exclusive), by file and line. */
export async function rowIssues(
  snapshot: Snapshot,
  start: number,
  end: number,
  outcome?: 'repaired' | 'rejected',
): Promise<{ total: number; rows: RowIssue[] }> {
  const table = issuesTable(snapshot);
  if (table === null) return { total: 0, rows: [] };
  const where = outcome === undefined ? '' : `WHERE outcome = '${outcome}'`;
  return withDatabase({}, async (database) => {
    const { total } = await database.row<{ total: number }>(`SELECT count(*)::INTEGER AS total FROM ${table} ${where}`);
    const rows = await database.rows<RowIssue>(
      `SELECT file, line::INTEGER AS line, "column", outcome, reason, raw FROM ${table} ${where} LIMIT ${Math.max(0, end - start)} OFFSET ${start}`,
    );
    return { total, rows };
  });
}

/** The raw texts of all of them. */
export async function rawTexts(snapshot: Snapshot): Promise<string[]> {
  const table = issuesTable(snapshot);
  if (table === null) return [];
  return withDatabase({}, async (database) => {
    const rows = await database.rows<{ raw: string | null }>(`SELECT raw FROM ${table}`);
    return rows.map(({ raw }) => raw ?? '');
  });
}

/**
 * Writes all of them as CSV with a header.
 * @throws ShelfwiseError as `writeUserFile`
 */
export async function exportRowIssues(
  workspace: Workspace,
  snapshot: Snapshot,
  out: string,
): Promise<{ path: string; rows: number }> {
  const table = issuesTable(snapshot);
  const source =
    table ?? `(SELECT '' AS file, 0 AS line, '' AS "column", '' AS outcome, '' AS reason, '' AS raw WHERE false)`;
  return withDatabase({}, async (database) => {
    const { path: target } = await writeUserFile(workspace, out, (temporary) =>
      database.run(`COPY (SELECT * FROM ${source}) TO ${literal(temporary)} (FORMAT csv, HEADER true)`),
    );
    const { rows } = await database.row<{ rows: number }>(`SELECT count(*)::INTEGER AS rows FROM ${source}`);
    return { path: target, rows };
  });
}
