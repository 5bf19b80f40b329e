/** How much of one title its viewers watch, if the data tells. */
import type { Completion } from '../contract/completion';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { allowedWords } from '../../../shared/values/suggest';
import { sql } from '../../../engine/storage/database/sql';
import { snapshotTable, withSnapshot } from '../../../engine/data/snapshot-tables';
import type { DatasetSession } from '../../../engine/sessions/dataset-session';

/** Tenths of a title. */
const PARTS = 10;

/**
 * Plays in the completion table, by the share that was watched; ignores plays of unknown length.
 * @returns null if the data has no such table, or no such play of this title
 * @throws ShelfwiseError `not-found` for an item that is not in the data set
 */
export async function completionOf(
  { snapshot, items, itemRow }: DatasetSession,
  id: string,
): Promise<Completion | null> {
  const { dataset } = snapshot;
  const row = itemRow.get(id);
  if (row === undefined)
    throw new ShelfwiseError('not-found', [
      say('title.unknown-in-data', { title: id, data: dataset.name }),
      ...allowedWords(id, items.ids),
    ]);
  if (!dataset.files.some(({ role }) => role === 'watch')) return null;
  const counted = await withSnapshot(snapshot, ['events.parquet'], (database) =>
    database.rows<{ part: number; plays: number; sum: number }>(
      sql`SELECT least(floor(completion * ${PARTS} + 1e-6), ${PARTS - 1})::INTEGER AS "part", count(*)::DOUBLE AS "plays",
          sum(completion)::DOUBLE AS "sum" FROM ${snapshotTable(snapshot, 'events.parquet')}
        WHERE role = 1 AND item = ${row} AND completion BETWEEN 0 AND 1 GROUP BY 1`,
    ),
  );
  const plays = counted.reduce((total, part) => total + part.plays, 0);
  if (plays === 0) return null;
  const playsOf = new Map(counted.map((one) => [one.part, one.plays]));
  return {
    plays,
    mean: counted.reduce((total, part) => total + part.sum, 0) / plays,
    bins: Array.from({ length: PARTS }, (_, part) => ({
      from: part / PARTS,
      to: (part + 1) / PARTS,
      plays: playsOf.get(part) ?? 0,
    })),
  };
}
