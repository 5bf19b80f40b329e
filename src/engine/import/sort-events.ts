/** The accepted events of all tables as one table, in the order in which the snapshot keeps them. */
import { acceptedEventsSql, type AcceptedOptions } from './accepted-events';
import { type CleanRows, rejectedSql, takeEventIssues } from './clean/clean-events';
import { rejectDuplicates } from './clean/duplicates';
import { tableOf } from './read/source-table';
import type { Database } from '../storage/database/database';
import { identifier, sql } from '../storage/database/sql';
import type { Content } from './write-snapshot';

const SORTED = 'sorted_events';

/**
 * Takes what was rejected from the tables of events, sorts the others, and rejects those that repeat another. What was found in the tables is among all
 * issues then.
 */
export async function sortEvents(
  database: Database,
  cleaned: readonly CleanRows[],
  options: AcceptedOptions,
): Promise<Pick<Content, 'rows' | 'columns'>> {
  // Leaving them out while sorting takes four times as long.
  for (const { table, found } of cleaned)
    await database.run(sql`DELETE FROM ${tableOf(table)} WHERE rowid IN (${rejectedSql(found)})`);
  const { sorted, columns, role } = acceptedEventsSql(cleaned, options);
  await database.run(sql`CREATE TABLE ${identifier(SORTED)} AS ${sorted}`);
  await rejectDuplicates(database, cleaned, { table: SORTED, role });
  for (const events of cleaned) await takeEventIssues(database, events);
  return { rows: SORTED, columns };
}
