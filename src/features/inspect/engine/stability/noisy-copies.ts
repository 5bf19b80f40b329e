/** Copies of a history with titles hidden at random, as in training, and the titles in their lists. */
import { setImmediate } from 'node:timers/promises';
import type { CopyNoise } from '../../../../shared/contract/stability';
import type { RunRecord } from '../../../../shared/contract/run';
import { LIST_LENGTH } from '../../../../shared/limits';
import { selectRows } from '../../../../engine/data/histories';
import type { SparseRows } from '../../../../engine/data/tables';
import { corrupt } from '../../../../engine/model/dae/noise';
import { RandomStream } from '../../../../engine/model/random';
import { rankedItems, SCORING_ROWS } from '../../../../engine/model/ranking/lists';
import type { RunSession } from '../../../../engine/sessions/run-session';
import { type ScoredRow, scoreRows } from '../../../../engine/lists/score-row';

/** What copies hide if a model is trained without noise: as much as the default recipe. */
const HIDDEN_OTHERWISE = 0.5;

/** @param hidden the requested share; where absent, the run's share in training */
export function noiseOf({ model, recipe }: RunRecord, hidden?: number): CopyNoise {
  const own = model === 'dae' && recipe['noise.dropout'] > 0 ? recipe['noise.dropout'] : null;
  if (hidden !== undefined) return { hidden, rate: 'fixed', isOwn: hidden === own && recipe['noise.rate'] === 'fixed' };
  if (own === null) return { hidden: HIDDEN_OTHERWISE, rate: 'fixed', isOwn: false };
  return { hidden: own, rate: recipe['noise.rate'], isOwn: true };
}

/**
 * @param history one row
 * @param random the profile's own, so that a copy has the same titles whichever others are measured, and the first copies are the same however
 *   many there are
 * @returns one copy per row
 */
export function noisyCopies(history: SparseRows, copies: number, noise: CopyNoise, random: RandomStream): SparseRows {
  const all = selectRows(history, new Int32Array(copies));
  // Training also hides whole histories and whole profiles, so that the model learns what newcomers like. A copy only hides parts of the history.
  const knobs = {
    'noise.dropout': noise.hidden,
    'noise.rate': noise.rate,
    'noise.wholeHistory': 0,
    'noise.profile': 0,
  };
  return corrupt(all, knobs, random).inputs;
}

export const copyStream = ({ seed }: RunRecord, profile: string): RandomStream =>
  new RandomStream(seed, `stability/${profile}`);

/** A profile as it is scored, and what its lists exclude. */
interface Copied {
  readonly scored: ScoredRow;
  /** Columns, ascending: what counts as watched, hidden or not. */
  readonly watched: Int32Array;
  readonly excludeWatched: boolean;
}

/** Mean share of a list that stays. @param counts one per title of the list, at least one */
export const shareThatStays = (counts: Int32Array, copies: number): number =>
  counts.reduce((sum, count) => sum + count, 0) / (copies * counts.length);

/**
 * Counts for each title the copies whose lists contain it.
 * @param copies of the profile's history, one per row
 * @param list columns
 * @returns one count per title of the list
 */
export async function countListed(
  session: RunSession,
  { scored, watched, excludeWatched }: Copied,
  copies: SparseRows,
  list: Int32Array,
): Promise<Int32Array> {
  const placeOf = new Map(Array.from(list, (item, place) => [item, place]));
  const counts = new Int32Array(list.length);
  for (let from = 0; from < copies.rows; from += SCORING_ROWS) {
    const rows = Array.from({ length: Math.min(SCORING_ROWS, copies.rows - from) }, (_, row) => ({
      ...scored,
      history: selectRows(copies, [from + row]),
    }));
    const scores = await scoreRows(session, rows);
    const items = scores.length / rows.length;
    for (let row = 0; row < rows.length; row++)
      for (const item of rankedItems(scores, row * items, items, LIST_LENGTH, watched, excludeWatched)) {
        const place = placeOf.get(item);
        if (place !== undefined) counts[place]!++;
      }
    await setImmediate();
  }
  return counts;
}
