/** Lists as the model ranks: the stored ones of profiles as trained, and lists made now, of those under a tuning. */
import { setImmediate } from 'node:timers/promises';
import type { Progress } from '../../shared/contract/progress';
import type { Tuning } from '../../shared/contract/tuning';
import { throwIfStopped } from '../../shared/values/throw-if-stopped';
import { stackRows } from '../data/histories';
import { type Lists, makeLists } from '../model/ranking/lists';
import type { Scorer } from '../model/ranking/scorer';
import type { FullRanking, RankedLists } from '../rules/pass';
import { LIST_END, listOf } from '../runs/lists-file';
import type { RunSession } from '../sessions/run-session';
import { rowScorer, type ScoredRow } from './score-row';
import { type TunedRow, tunedRows, type TunedRows } from './tuned-rows';

/** A tuning, and the rows of the lists that it is for; null for all of them. */
export interface TunedProfiles {
  readonly tuning: Tuning;
  readonly group: Int32Array | null;
}

export interface PassOptions {
  /** The rows to make lists for; all where absent. */
  readonly only?: Int32Array | undefined;
  /** The number of places that each list has to have before rules; as many as the run stores where absent or fewer. */
  readonly count?: number | undefined;
  /** Makes lists under the tuning for these rows alone and leaves the others as trained, for a preview. */
  readonly preview?: ReadonlySet<number> | undefined;
  /** While titles are ranked for rules. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** While lists are made under a tuning. */
  readonly onRows?: ((done: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface RankedRun extends RankedLists {
  /** Whether the lists leave out what was watched. */
  readonly excludeWatched: boolean;
  /** Whether the tuning lets some lists hold what was watched, and others not. */
  readonly isMixed: boolean;
  /** The profile of a list as the model sees it; that of a single list is made once. */
  rowAt(at: number): TunedRow;
}

/** Lists to make before other calls get their turn. */
export const LISTS_PER_TURN = 256;

/** @throws ShelfwiseError as tunedRows, `not-found` for a run without lists, `stopped` on abort */
export async function rankedLists(
  session: RunSession,
  tuned: TunedProfiles | null,
  { only, count = 0, preview, onProgress, onRows, signal }: PassOptions = {},
): Promise<RankedRun> {
  const [stored, { items }] = await Promise.all([session.lists(), session.data()]);
  const all = stored.count === 0 ? 0 : stored.items.length / stored.count;
  const rows = only ?? Int32Array.from({ length: all }, (_, row) => row);
  const trained = await tunedRows(session);
  const under = tuned === null ? trained : await tunedRows(session, tuned.tuning);
  const group = tuned?.group == null ? null : new Set(tuned.group);
  const rowsAt = (at: number): TunedRows => (group?.has(rows[at]!) === false ? trained : under);
  const rowAt = ofOneList(rows, (at) => rowsAt(at).of(rows[at]!));
  const make = listMaker(session, stored.count);

  async function* making(
    places: Int32Array,
    length: number,
    tell?: (done: number) => void,
  ): AsyncGenerator<FullRanking> {
    for (let from = 0; from < places.length; from += LISTS_PER_TURN) {
      if (from > 0) await setImmediate();
      throwIfStopped(signal);
      tell?.(from);
      const block = places.subarray(from, from + LISTS_PER_TURN);
      for (const excludeWatched of [true, false]) {
        const some = block.filter((at) => rowsAt(at).excludeWatched === excludeWatched);
        if (some.length === 0) continue;
        const lists = await make(Array.from(some, rowAt), { count: length, excludeWatched });
        for (const [place, at] of some.entries()) yield { at, ...whole(lists, place) };
      }
    }
  }

  const places = Math.min(Math.max(count, stored.count), items.ids.length);
  const isAnew = (at: number): boolean =>
    places > stored.count ||
    (rowsAt(at) !== trained &&
      preview?.has(rows[at]!) !== false &&
      (under.excludeWatched !== trained.excludeWatched || !rowAt(at).isNeutral));
  const positions = Int32Array.from(rows.keys());
  const anew = tuned === null && places <= stored.count ? new Int32Array(0) : positions.filter(isAnew);
  let lists = stored;
  if (anew.length > 0 || only !== undefined) {
    lists = storedLists(stored, rows, places);
    for await (const { at, items: best, scores } of making(anew, places, onRows)) {
      lists.items.fill(LIST_END, at * places, (at + 1) * places).set(best, at * places);
      lists.scores.fill(0, at * places, (at + 1) * places).set(scores, at * places);
    }
  }
  return {
    rows,
    lists,
    excludeWatched: under.excludeWatched,
    rowAt,
    isMixed: under.excludeWatched !== trained.excludeWatched && rows.some((_, at) => rowsAt(at) === trained),
    watched: (at) => (rowsAt(at) === trained ? undefined : rowAt(at).history.watched),
    rank: (wanted) =>
      making(wanted, items.ids.length, (done) =>
        onProgress?.({ phase: 'rules', detail: '', done, total: wanted.length }),
      ),
  };
}

/** Of all lists no row is held; of a single one, rules may ask several times. */
function ofOneList(rows: Int32Array, rowAt: (at: number) => TunedRow): (at: number) => TunedRow {
  let row: TunedRow | undefined;
  return (at) => (rows.length === 1 ? (row ??= rowAt(at)) : rowAt(at));
}

function storedLists(stored: Lists, rows: Int32Array, count: number): Lists {
  const lists = {
    count,
    items: new Int32Array(rows.length * count).fill(LIST_END),
    scores: new Float32Array(rows.length * count),
  };
  rows.forEach((row, at) => {
    const { items, scores } = whole(stored, row);
    lists.items.set(items.subarray(0, count), at * count);
    lists.scores.set(scores.subarray(0, count), at * count);
  });
  return lists;
}

/** All places of one list, without the padding. */
function whole(lists: Lists, at: number): Pick<FullRanking, 'items' | 'scores'> {
  const items = listOf(lists, at, lists.count);
  return { items, scores: lists.scores.subarray(at * lists.count, at * lists.count + items.length) };
}

/** Makes lists from scores. @param few places up to which the best titles are found without searching the scores of all */
function listMaker(session: RunSession, few: number) {
  /** The scores of a single row, which may be searched again. */
  let last: { readonly of: ScoredRow | null; readonly scores: Float32Array } = {
    of: null,
    scores: new Float32Array(0),
  };
  return async (
    rows: readonly TunedRow[],
    options: { readonly count: number; readonly excludeWatched: boolean },
  ): Promise<Lists> => {
    const model = await rowScorer(
      session,
      rows.map(({ scored }) => scored),
    );
    const scoredOf = (places: Int32Array | undefined): ScoredRow[] =>
      Array.from(places ?? [], (at) => rows[at]!.scored);
    const score = (some: readonly ScoredRow[]): Float32Array => {
      if (some.length !== 1) return model.score(some);
      if (last.of !== some[0]) last = { of: some[0]!, scores: model.score(some) };
      return last.scores;
    };
    // The kernels that find the best titles take what the model sees for all that was watched.
    const seesAll = rows.every(({ history, scored }) => history.watched.length === scored.history.indices.length);
    const scorer: Scorer = {
      score: ({ profiles }) => score(scoredOf(profiles)),
      ...(seesAll &&
        rows.length > 1 &&
        options.count <= few && {
          best: ({ profiles }, count, excludeWatched) => model.best(scoredOf(profiles), count, excludeWatched),
        }),
    };
    const histories = stackRows(
      rows.map(({ history: { watched, history } }) => ({
        rows: 1,
        columns: history.columns,
        offsets: Int32Array.of(0, watched.length),
        indices: watched,
        values: new Float32Array(watched.length),
      })),
    );
    const profiles = Int32Array.from(rows.keys());
    return makeLists(scorer, { histories, conditions: new Float32Array(0), conditionWidth: 0, profiles }, options);
  };
}
