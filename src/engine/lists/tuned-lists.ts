/** The lists of a run, with the lists of some profiles made under a tuning: for export, and for rules to start from. */
import type { Lists } from '../model/ranking/lists';
import type { Recommender } from '../model/recommender';
import type { RunSession } from '../sessions/run-session';
import { listedRows, listsInTurns, recommenderUnder, type TuningForMany } from './tuned-for-many';

export interface TunedLists {
  /** With as many places as the run stores, more than 25. */
  readonly lists: Lists;
  /** 1 for rows with the tuning. */
  readonly isTuned: Uint8Array;
  /** Scores the tuned rows; the session owns it. */
  readonly recommender: Recommender;
  readonly excludeWatched: boolean;
}

interface TunedRequest {
  /** Tuned rows of the run; null for all, including the profile of which nothing is known. */
  readonly group: Int32Array | null;
  /** Makes only these rows and leaves the others as trained, for a preview. */
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
