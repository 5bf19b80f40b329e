/** Which titles the viewings that came in were of. */
import type * as z from 'zod';
import { sql } from '../../../engine/storage/database/sql';
import { openSnapshot } from '../../../engine/data/snapshot';
import { type Snapshot, snapshotTable, withSnapshot } from '../../../engine/data/snapshot-tables';
import type { Workspace } from '../../../engine/storage/workspace';
import { MOST_COVERS } from '../contract/limits';
import type { newlyWatchedSchema } from '../contract/week';

interface Counted {
  readonly item: string;
  readonly title: string | null;
  readonly viewings: number;
}

/**
 * @param since fingerprint of the data that was there before; null for all viewings
 * @returns most viewings first, those of an equal number by ID
 * @throws ShelfwiseError `not-found` without such data, `bad-data` for damaged files
 */
export async function newlyWatched(
  workspace: Workspace,
  data: string,
  since: string | null,
): Promise<z.infer<typeof newlyWatchedSchema>> {
  const [now, then] = await Promise.all([
    openSnapshot(workspace, data).then(viewingsByTitle),
    since === null ? [] : openSnapshot(workspace, since).then(viewingsByTitle),
  ]);
  const before = new Map(then.map(({ item, viewings }) => [item, viewings]));
  return now
    .map((one) => ({ ...one, viewings: one.viewings - (before.get(one.item) ?? 0) }))
    .filter(({ viewings }) => viewings > 0)
    .toSorted((left, right) => right.viewings - left.viewings || (left.item < right.item ? -1 : 1))
    .slice(0, MOST_COVERS);
}

/** Titles without viewings are left out. */
const viewingsByTitle = (snapshot: Snapshot): Promise<Counted[]> =>
  withSnapshot(snapshot, ['events.parquet', 'items.parquet'], (database) =>
    database.rows<{ item: string; title: string | null; viewings: number }>(
      sql`WITH titles AS (SELECT (row_number() OVER ()) - 1 AS "row", id, title FROM ${snapshotTable(snapshot, 'items.parquet')})
        SELECT titles.id AS "item", any_value(titles.title) AS "title", count(*)::DOUBLE AS "viewings"
        FROM ${snapshotTable(snapshot, 'events.parquet')} AS events JOIN titles ON events.item = titles."row"
        WHERE events.role = 0 GROUP BY titles.id`,
    ),
  );
