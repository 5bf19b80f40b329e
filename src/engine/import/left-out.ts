/** Leaves out the rows of profiles that were forgotten in this workspace, before anything else reads them, and counts them. */
import type { Finding } from '../../shared/contract/dataset';
import { say } from '../../shared/words/sentence';
import type { Database } from '../storage/database/database';
import { identifier, literals, sql } from '../storage/database/sql';
import { finding } from './clean/finding';
import { columnOf, type SourceTable, tableOf } from './read/source-table';

/** The reason for rows of a forgotten profile, which a file's report counts among the rejected. Their text is not kept. */
export const FORGOTTEN_REASON = 'forgotten';

/** The finding that a data set was not imported, but made from another one; the next import reads the folder and counts again. */
export const MADE_BY_FORGETTING = 'profile-forgotten';

/** A table without the rows of forgotten profiles, and their number by file. */
interface LeftOut {
  readonly table: SourceTable;
  readonly rows: ReadonlyMap<number, number>;
}

/**
 * Removes the rows of forgotten profiles from a table. Call it before anything is computed from the table.
 * @param isForgotten of an ID as the files have it
 */
export async function leaveOut(
  database: Database,
  table: SourceTable,
  isForgotten: (id: string) => boolean,
): Promise<LeftOut> {
  const column = 'profile' in table.plan ? columnOf(table, table.plan.profile) : null;
  if (column === null || table.isEmpty) return { table, rows: new Map() };
  const data = tableOf(table);
  const ids = await database.rows<{ id: string }>(
    sql`SELECT DISTINCT ${column} AS id FROM ${data} WHERE ${column} IS NOT NULL`,
  );
  const texts = ids.map(({ id }) => id).filter(isForgotten);
  if (texts.length === 0) return { table, rows: new Map() };
  const isOne = sql`${column} IN (${literals(texts)})`;
  const counts = await database.rows<{ number: number; rows: number }>(
    sql`SELECT (${table.file})::INTEGER AS number, count(*)::INTEGER AS rows FROM ${data} WHERE ${isOne} GROUP BY 1`,
  );
  const rows = new Map(counts.map(({ number, rows: count }) => [number, count]));
  // The line of a row may depend on its place in the table, which changes here.
  const all = identifier(`${table.data}_all`);
  await database.run(
    sql`CREATE TABLE ${all} AS SELECT *, ${table.line} AS own_line FROM (SELECT rowid AS row, * FROM ${data})`,
  );
  await database.run(sql`DROP TABLE ${data}`);
  await database.run(
    sql`CREATE TABLE ${data} AS SELECT * EXCLUDE (row) FROM ${all} WHERE NOT coalesce(${isOne}, false) ORDER BY row`,
  );
  await database.run(sql`DROP TABLE ${all}`);
  return { table: { ...table, line: sql`own_line` }, rows };
}

/** The finding that a profile forgotten in another folder's data has an ID that occurs here too; it may be another person. */
export function forgottenElsewhere(file: string, ids: readonly string[]): Finding[] {
  if (ids.length === 0) return [];
  return [
    finding({
      severity: 'warning',
      code: 'forgotten-elsewhere',
      file,
      rows: 0,
      sentence: say('finding.forgotten-elsewhere', { ids: ids.length }),
      examples: ids.slice(0, 5),
    }),
  ];
}
