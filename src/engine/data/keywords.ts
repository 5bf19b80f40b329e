/** Reads the keywords of titles, if the data has a file of them. */
import { snapshotTable, type Snapshot, withSnapshot } from './snapshot-tables';
import { sql } from '../storage/database/sql';

const FILE = 'keywords.parquet';

/** Item ID to the names of its keywords, each once, by code unit; ignores the weight of a keyword. */
export async function loadKeywords(snapshot: Snapshot): Promise<ReadonlyMap<string, readonly string[]>> {
  const keywords = new Map<string, string[]>();
  if (!(snapshot.dataset.snapshotFiles ?? []).some(({ file }) => file === FILE)) return keywords;
  return withSnapshot(snapshot, [FILE], async (database) => {
    const rows = await database.rows<{ item: string; name: string }>(
      sql`SELECT DISTINCT item, name FROM ${snapshotTable(snapshot, FILE)} WHERE item IS NOT NULL AND trim(coalesce(name, '')) <> ''`,
    );
    for (const { item, name } of rows) {
      const names = keywords.get(item);
      if (names === undefined) keywords.set(item, [name]);
      else names.push(name);
    }
    for (const names of keywords.values()) names.sort();
    return keywords;
  });
}
