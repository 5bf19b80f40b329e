/** The lists of a run in which those of some profiles are as a tuning makes them: what is exported, and what rules go on from. */
import type { Lists } from '../model/ranking/lists';
import type { Recommender } from '../model/recommender';
import type { RunSession } from '../sessions/run-session';
import { listedRows, listsInTurns, recommenderUnder, type TuningForMany } from './tuned-for-many';

export interface TunedLists {
  /** As the run keeps them: more than 25 places. */
  readonly lists: Lists;
  /** 1 for rows that the tuning is for. */
  readonly isTuned: Uint8Array;
  /** Scores the rows that the tuning is for; it belongs to the session. */
  readonly recommender: Recommender;
  readonly excludeWatched: boolean;
}

interface TunedRequest {
  /** Rows of the run; null for all, and the profile about which nothing is known. */
  readonly group: Int32Array | null;
  /** Only these of them are made, the others stay as trained: a preview shows no more. */
  readonly only?: ReadonlySet<number> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** @throws ShelfwiseError `not-found` for a run without lists, `stopped` */
export async function tunedLists(
  session: RunSession,
  { recipe }: TuningForMany,
  { group, only, signal }: TunedRequest,
): Promise<TunedLists> {
  const stored = await session.lists();
  const all = stored.count === 0 ? 0 : stored.items.length / stored.count;
  const meant = group ?? Int32Array.from({ length: all }, (_, row) => row);
  const isTuned = new Uint8Array(all);
  for (const row of meant) isTuned[row] = 1;
  const rows = only === undefined ? meant : meant.filter((row) => only.has(row));
  const recommender = await recommenderUnder(session, recipe);
  const excludeWatched = recipe['scoring.watched'] === 'exclude';
  const made = await listsInTurns(
    recommender,
    await listedRows(session, rows),
    { count: stored.count, excludeWatched },
    { onRows: () => undefined, signal },
  );
  const lists = { count: stored.count, items: stored.items.slice(), scores: stored.scores.slice() };
  rows.forEach((row, place) => {
    lists.items.set(made.items.subarray(place * stored.count, (place + 1) * stored.count), row * stored.count);
    lists.scores.set(made.scores.subarray(place * stored.count, (place + 1) * stored.count), row * stored.count);
  });
  return { lists, isTuned, recommender, excludeWatched };
}
