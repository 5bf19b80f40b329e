/** Ranks the titles of one profile by scores. */
import type { Tuning } from '../../shared/contract/tuning';
import type { RunSession } from '../sessions/run-session';
import { rankedItems } from '../model/ranking/lists';

interface RankedItems {
  /** Columns of the vocabulary, best first. */
  readonly items: Int32Array;
  readonly scores: Float32Array;
}

/** @param watched the request's choice; where absent, the recipe of the run decides */
export const excludesWatched = (
  { record }: RunSession,
  watched: Tuning['watched'] = record.recipe['scoring.watched'],
): boolean => watched !== 'include';

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
