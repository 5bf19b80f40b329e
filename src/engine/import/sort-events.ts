/** Sorts the accepted events of all tables into one, in the snapshot's order. */
import { acceptedEventsSql, type AcceptedOptions } from './accepted-events';
import { type CleanRows, rejectedSql, takeEventIssues } from './clean/clean-events';
import { rejectDuplicates } from './clean/duplicates';
import { tableOf } from './read/source-table';
import type { Database } from '../storage/database/database';
import { identifier, sql } from '../storage/database/sql';
import type { Content } from './write-snapshot';

const SORTED = 'sorted_events';

/**
 * Removes the rejected rows from the tables of events, sorts the others, and rejects duplicates. Afterwards the table of all issues contains those
 * of the events.
 */
export async function sortEvents(
  database: Database,
  cleaned: readonly CleanRows[],
  options: AcceptedOptions,
): Promise<Pick<Content, 'rows' | 'columns'>> {
  // Excluding them while sorting takes four times as long.
  for (const { table, found } of cleaned)
    await database.run(sql`DELETE FROM ${tableOf(table)} WHERE rowid IN (${rejectedSql(found)})`);
  const { sorted, columns, role } = acceptedEventsSql(cleaned, options);
  await database.run(sql`CREATE TABLE ${identifier(SORTED)} AS ${sorted}`);
  await rejectDuplicates(database, cleaned, { table: SORTED, role });
  for (const events of cleaned) await takeEventIssues(database, events);
  return { rows: SORTED, columns };
}
