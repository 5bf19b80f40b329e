/** Finds events that are equal in all columns after cleaning: sorting puts them beside each other, and all but the first are rejected. */
import type { Database } from '../../storage/database/database';
import { identifier, joined, type Sql, sql } from '../../storage/database/sql';
import { EVENT_ROLES } from '../layouts/import-plan';
import { type CleanRows, rejectAsDuplicates } from './clean-events';
import { otherColumns } from './event-columns';
import { rowsWhereSql } from './event-kinds';
import { type IdKind, idTable } from './ids';

/** Accepted events in order. */
interface SortedEvents {
  /** Table of profile, item, time, mark, row (the rowid in the event's table) and more. */
  readonly table: string;
  /** SQL of the role of that table. */
  readonly role: Sql;
}

/**
 * Removes duplicates from the sorted events and from the counts of events by profile and by item, and adds them to the found issues of their tables.
 * Only the few events that look equal are compared by the texts of their rows.
 */
export async function rejectDuplicates(
  database: Database,
  cleaned: readonly CleanRows[],
  { table, role }: SortedEvents,
): Promise<void> {
  const sorted = identifier(table);
  await database.run(sql`
    CREATE TABLE alike AS
    SELECT row, role, time, profile, item FROM (
      SELECT *, lag(event) OVER () AS previous, lead(event) OVER () AS next FROM (
        SELECT row, ${role} AS role, time, profile, item, hash(time, profile, item, ${role}, mark) AS event FROM ${sorted}))
    WHERE row IS NOT NULL AND (event = previous OR event = next)`);
  const found = await database.rows<{ role: number }>(sql`SELECT DISTINCT role FROM alike`);
  for (const events of cleaned) {
    const number = EVENT_ROLES.indexOf(events.plan.role);
    if (!found.some((one) => one.role === number)) continue;
    const columns = joined([sql`time`, sql`profile`, sql`item`, ...otherColumns(events.plan, events.table.columns)]);
    const own = sql`(SELECT * FROM alike WHERE role = ${number})`;
    const rows = rowsWhereSql(events.table, events.kinds, sql`rowid IN (SELECT row FROM ${own})`);
    await database.run(sql`
      CREATE TABLE duplicates AS
      SELECT * EXCLUDE (occurrence) FROM (
        SELECT *, row_number() OVER (PARTITION BY ${columns} ORDER BY row) AS occurrence FROM ${own} JOIN (${rows}) USING (row))
      WHERE occurrence > 1`);
    await rejectAsDuplicates(database, events, 'duplicates');
    await database.run(sql`DELETE FROM ${sorted} WHERE ${role} = ${number} AND row IN (SELECT row FROM duplicates)`);
    for (const kind of ['profile', 'item'] as const) await database.run(fewerEventsSql(kind));
    await database.run(sql`DROP TABLE duplicates`);
  }
  await database.run(sql`DROP TABLE alike`);
}

/** The first of equal events stays, so that no count becomes 0. */
const fewerEventsSql = (kind: IdKind): Sql => sql`
  UPDATE ${idTable(kind, 'events')} AS counted SET events = events - rows
  FROM (SELECT ${identifier(kind)} AS position, count(*)::INTEGER AS rows FROM duplicates GROUP BY 1)
  JOIN ${idTable(kind, 'vocabulary')} USING (position)
  WHERE counted.code = ${idTable(kind, 'vocabulary')}.code`;
