/** The rows that were repaired or rejected: a page of them, or all as CSV. */
import type { RowIssue } from '../../shared/contract';
import { csvField } from '../../shared/csv';
import { type FileWriter, openWriter } from '../storage/files';
import { writeUserFile } from '../storage/user-files';
import type { Workspace } from '../storage/workspace';
import { withDatabase } from './database';
import { type Snapshot, snapshotTable } from './snapshot';
import { literal, nothing, type Sql, sql } from './sql';

function issuesTable(snapshot: Snapshot): Sql | null {
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
  const where = outcome === undefined ? nothing : sql`WHERE outcome = ${literal(outcome)}`;
  return withDatabase({}, async (database) => {
    const { total } = await database.row<{ total: number }>(
      sql`SELECT count(*)::INTEGER AS total FROM ${table} ${where}`,
    );
    const rows = await database.rows<RowIssue>(
      sql`SELECT file, line::INTEGER AS line, "column", outcome, reason, raw FROM ${table} ${where} LIMIT ${Math.max(0, end - start)} OFFSET ${start}`,
    );
    return { total, rows };
  });
}

/** The raw texts of all of them. */
export async function rawTexts(snapshot: Snapshot): Promise<string[]> {
  const table = issuesTable(snapshot);
  if (table === null) return [];
  return withDatabase({}, async (database) => {
    const rows = await database.rows<{ raw: string | null }>(sql`SELECT raw FROM ${table}`);
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
  const { path, result: rows } = await writeUserFile(workspace, out, async (temporary) => {
    const writer = await openWriter(temporary);
    try {
      return await writeIssues(snapshot, writer);
    } finally {
      await writer.close();
    }
  });
  return { path, rows };
}

const HEADER = 'file,line,column,outcome,reason,raw';

async function writeIssues(snapshot: Snapshot, writer: FileWriter): Promise<number> {
  const write = (lines: readonly string[]): Promise<void> => writer.write(Buffer.from(`${lines.join('\n')}\n`));
  await write([HEADER]);
  const table = issuesTable(snapshot);
  if (table === null) return 0;
  return withDatabase({}, (database) =>
    database.forEachChunk(sql`SELECT file, line, "column", outcome, reason, raw FROM ${table}`, (chunk) =>
      write(chunk.getRows().map((row) => row.map((value) => csvField(value === null ? '' : String(value))).join(','))),
    ),
  );
}
