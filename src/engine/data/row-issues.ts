/** Reads the rows that were repaired or rejected: a page of them, or all as CSV. */
import type { RowIssue } from '../../shared/contract/dataset';
import { type TextForm, textField } from '../../shared/values/csv';
import { type FileWriter, openWriter } from '../storage/files';
import { tellsOfPeople } from './privacy/forgotten';
import { writeFileOfProfiles } from './privacy/written-files';
import type { Workspace } from '../storage/workspace';
import { isRowIssuesFile, refuseContent, type Snapshot, snapshotTable, withSnapshot } from './snapshot-tables';
import type { Database } from '../storage/database/database';
import { literal, nothing, type Sql, sql } from '../storage/database/sql';

/** Queries the file of row issues; returns `none` if the snapshot has no such file. */
export async function withRowIssues<Result>(
  snapshot: Snapshot,
  none: Result,
  ask: (database: Database, table: Sql) => Promise<Result>,
): Promise<Result> {
  const { rowIssuesFile: file } = snapshot.dataset;
  if (file === undefined) return none;
  if (!isRowIssuesFile(file)) refuseContent(snapshot, file);
  return withSnapshot(snapshot, [file], (database) => ask(database, snapshotTable(snapshot, file)));
}

/** Rows `start` (inclusive) to `end` (exclusive), by file and line. */
export async function rowIssues(
  snapshot: Snapshot,
  start: number,
  end: number,
  outcome?: 'repaired' | 'rejected',
): Promise<{ total: number; rows: RowIssue[] }> {
  const where = outcome === undefined ? nothing : sql`WHERE outcome = ${literal(outcome)}`;
  return withRowIssues<{ total: number; rows: RowIssue[] }>(
    snapshot,
    { total: 0, rows: [] },
    async (database, table) => {
      const { total } = await database.row<{ total: number }>(
        sql`SELECT count(*)::INTEGER AS total FROM ${table} ${where}`,
      );
      const rows = await database.rows<RowIssue>(
        sql`SELECT file, line::INTEGER AS line, "column", outcome, reason, raw FROM ${table} ${where} LIMIT ${Math.max(0, end - start)} OFFSET ${start}`,
      );
      return { total, rows };
    },
  );
}

/** The raw texts of row issues in files with data about people. */
export async function textsOfPeople(snapshot: Snapshot): Promise<string[]> {
  const mayHoldIds = tellsOfPeople(snapshot.dataset.files);
  return withRowIssues<string[]>(snapshot, [], async (database, table) => {
    const rows = await database.rows<{ file: string; raw: string | null }>(sql`SELECT file, raw FROM ${table}`);
    return rows.filter(({ file }) => mayHoldIds(file)).map(({ raw }) => raw ?? '');
  });
}

/**
 * Writes all of them as CSV with a header.
 * @param form how to write texts that a spreadsheet would run as formulas
 * @throws ShelfwiseError as `writeUserFile`
 */
export async function exportRowIssues(
  workspace: Workspace,
  snapshot: Snapshot,
  out: string,
  form: TextForm,
): Promise<{ path: string; rows: number }> {
  const { fingerprint } = snapshot.dataset;
  const { path, result: rows } = await writeFileOfProfiles(workspace, fingerprint, out, async (temporary) => {
    const writer = await openWriter(temporary);
    try {
      return await writeIssues(snapshot, writer, form);
    } finally {
      await writer.close();
    }
  });
  return { path, rows };
}

const HEADER = 'file,line,column,outcome,reason,raw';

async function writeIssues(snapshot: Snapshot, writer: FileWriter, form: TextForm): Promise<number> {
  const write = (lines: readonly string[]): Promise<void> => writer.write(Buffer.from(`${lines.join('\n')}\n`));
  await write([HEADER]);
  return withRowIssues(snapshot, 0, (database, table) =>
    database.forEachChunk(sql`SELECT file, line, "column", outcome, reason, raw FROM ${table}`, (chunk) =>
      write(
        chunk
          .getRows()
          .map((row) => row.map((value) => textField(value === null ? '' : String(value), form)).join(',')),
      ),
    ),
  );
}
