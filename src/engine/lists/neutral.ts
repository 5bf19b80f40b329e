/** The list of a profile without tuning: from the stored lists if they are long enough, else scored now. */
import type { Tuning } from '../../shared/contract/tuning';
import { selectRows } from '../data/histories';
import { steeringOf } from '../model/dae/steering';
import { hidingOf, withoutHidden } from '../model/hidden-history';
import { listOf } from '../runs/lists-file';
import type { RunSession } from '../sessions/run-session';
import { rankedItems, watchedOf } from '../model/ranking/lists';
import { scoreRow, type ScoredRow } from './score-row';

export interface RankedItems {
  /** Columns of the vocabulary, best first. */
  readonly items: Int32Array;
  readonly scores: Float32Array;
}

/** @param watched the request's choice; where absent, the recipe of the run decides */
export const excludesWatched = (
  { record }: RunSession,
  watched: Tuning['watched'] = record.recipe['scoring.watched'],
): boolean => watched !== 'include';

export async function neutralList(
  session: RunSession,
  row: number,
  count: number,
  excludeWatched: boolean,
): Promise<RankedItems> {
  const stored = excludeWatched === excludesWatched(session) ? await storedList(session, row, count) : null;
  if (stored !== null) return stored;
  const scored = await neutralRow(session, row);
  const { histories } = await session.data();
  return rankRow(await scoreRow(session, scored), watchedOf(histories, row), count, excludeWatched);
}

export async function neutralRow(session: RunSession, row: number): Promise<ScoredRow> {
  const { histories, conditions, profiles } = await session.data();
  const { recipe, seed } = session.record;
  const owner = { seed, profiles: profiles.ids };
  return {
    self: row,
    history: withoutHidden(selectRows(histories, [row]), [row], hidingOf(recipe), owner),
    condition: conditions.encode(row),
    ...steeringOf(recipe),
  };
}

/** @param watched columns, ascending: omitted, or used only to fill up, if watched titles are excluded */
export function rankRow(
  scores: Float32Array,
  watched: Int32Array,
  count: number,
  excludeWatched: boolean,
): RankedItems {
  const items = rankedItems(scores, 0, scores.length, Math.min(count, scores.length), watched, excludeWatched);
  return { items, scores: Float32Array.from(items, (item) => scores[item]!) };
}

/** Rank of an item, from 1. @param passed columns that do not count, such as those that a list omits */
export function rankOf(scores: Float32Array, item: number, passed: ReadonlySet<number>): number {
  const score = scores[item]!;
  let rank = 1;
  for (let other = 0; other < scores.length; other++) {
    // Ties go to the title with the smaller column, as in every list.
    const isAhead = scores[other]! > score || (scores[other] === score && other < item);
    if (isAhead && !passed.has(other)) rank++;
  }
  return rank;
}

/** Null if fewer places are stored than asked for, though the catalogue has more. */
async function storedList(session: RunSession, row: number, count: number): Promise<RankedItems | null> {
  const [lists, { items }] = await Promise.all([session.lists(), session.data()]);
  const places = Math.min(count, items.ids.length);
  if (places > lists.count) return null;
  const list = listOf(lists, row, places);
  const from = row * lists.count;
  return { items: list.slice(), scores: lists.scores.slice(from, from + list.length) };
}
