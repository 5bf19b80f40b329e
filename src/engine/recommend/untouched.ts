/** The list of a profile without any tuning: from the stored lists where they answer it, else scored now. */
import { selectRows } from '../data/histories';
import { steeringOf } from '../model/dae/steering';
import { LIST_END } from '../runs/lists-file';
import type { RunSession } from '../sessions/run-session';
import { rankedItems, watchedOf } from '../ranking/lists';
import { scoreRow, type ScoredRow } from './score-row';

export interface RankedItems {
  /** Columns of the vocabulary, best first. */
  readonly items: Int32Array;
  readonly scores: Float32Array;
}

export const includesWatched = ({ record }: RunSession): boolean => record.recipe['scoring.watched'] === 'include';

export async function untouchedList(
  session: RunSession,
  row: number,
  count: number,
  includeWatched: boolean,
): Promise<RankedItems> {
  const stored = includeWatched === includesWatched(session) ? await storedList(session, row, count) : null;
  if (stored !== null) return stored;
  const untouched = await untouchedRow(session, row);
  return rankRow(await scoreRow(session, untouched), watchedOf(untouched.history, 0), count, includeWatched);
}

export async function untouchedRow(session: RunSession, row: number): Promise<ScoredRow> {
  const { histories, conditions } = await session.data();
  return {
    self: row,
    history: selectRows(histories, [row]),
    condition: conditions.encode(row),
    ...steeringOf(session.record.recipe),
    pushes: [],
  };
}

/** @param watched columns, ascending: left out, or only to fill up with, unless they are included */
export function rankRow(
  scores: Float32Array,
  watched: Int32Array,
  count: number,
  includeWatched: boolean,
): RankedItems {
  const items = rankedItems(scores, 0, scores.length, Math.min(count, scores.length), watched, !includeWatched);
  return { items, scores: Float32Array.from(items, (item) => scores[item]!) };
}

/** Null where fewer places are stored than asked for, though the catalogue has more. */
async function storedList(session: RunSession, row: number, count: number): Promise<RankedItems | null> {
  const [lists, { items }] = await Promise.all([session.lists(), session.data()]);
  const places = Math.min(count, items.ids.length);
  if (places > lists.count) return null;
  const from = row * lists.count;
  const list = lists.items.subarray(from, from + places);
  const end = list.indexOf(LIST_END);
  const length = end < 0 ? places : end;
  return { items: list.slice(0, length), scores: lists.scores.slice(from, from + length) };
}
