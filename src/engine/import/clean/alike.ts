/** Which events may be equal: those whose hashes are. */
import type { Database } from '../../database/database';
import { nothing, type Sql, sql } from '../../database/sql';

/**
 * Hashes that one query counts. DuckDB writes counts to the disk that do not fit, but needs the more memory for that, the more there are:
 * 166 million failed, and a seventh of them passes beside the 6 bytes a row that an import has.
 */
const HASHES_A_PASS = 25_000_000;

/**
 * Makes the table `alike` of the hashes that more than one event has.
 * @param data the table of events, with event_hash
 * @param rows how many it has
 */
export async function findAlike(
  database: Database,
  data: Sql,
  rows: number,
  hashesAPass = HASHES_A_PASS,
): Promise<void> {
  const passes = Math.max(1, Math.ceil(rows / hashesAPass));
  await database.run(sql`CREATE TABLE alike (event_hash UBIGINT)`);
  for (let pass = 0; pass < passes; pass++)
    await database.run(sql`
      INSERT INTO alike SELECT event_hash FROM ${data} ${passes > 1 ? sql`WHERE event_hash % ${passes} = ${pass}` : nothing}
      GROUP BY event_hash HAVING count(*) > 1`);
}
