/** Compares the delivered lists of two runs, profile by profile, and counts what came and went by reason, segment, genre and title. */
import { setImmediate } from 'node:timers/promises';
import {
  CHANGE_REASONS,
  type ChangedLists,
  type ChangedProfilesRequest,
  type ChangeReason,
  type ChangesRequest,
} from '../contract/changes';
import { MOST_CHANGED_LISTS, MOST_CHANGED_TITLES } from '../contract/limits';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import type { Sessions } from '../../../engine/sessions/sessions';
import type { Workspace } from '../../../engine/storage/workspace';
import { changedSegments } from './changed-segments';
import { changesOf } from './changes-of';
import { comparedLists, mostChanged } from '../../../engine/delivery/compare';
import { type Delivery, openDelivery } from '../../../engine/delivery/open';
import { listsIn, type Moves, movesIn } from './moves';
import { TitleCounts } from './title-counts';
import { viewingsSince } from './viewings-since';

/** Profiles to compare before other calls get their turn. */
const PROFILES_PER_TURN = 1024;

interface ChangedList extends Moves {
  readonly profile: string;
  /** Row of the later run. */
  readonly row: number;
}

/** @throws ShelfwiseError as openDelivery and deliveredLists; `usage` for runs that have no profile in common */
export const changedLists = (
  workspace: Workspace,
  sessions: Sessions,
  request: ChangesRequest,
): Promise<ChangedLists> =>
  withSides(workspace, sessions, request, (earlier, later) => compared(workspace, earlier, later));

/**
 * Profiles whose lists have other titles, in the order of the later run.
 * @throws ShelfwiseError as changedLists, `not-found` for a segment that is not saved
 */
export const changedProfiles = (
  workspace: Workspace,
  sessions: Sessions,
  { of, ...request }: ChangedProfilesRequest,
): Promise<string[]> =>
  withSides(workspace, sessions, request, async (earlier, later) => {
    const isOf = await changesOf(workspace, earlier, later, of);
    const { changed } = await changesBetween(earlier, later);
    return changed.filter(isOf).map(({ profile }) => profile);
  });

function withSides<Answer>(
  workspace: Workspace,
  sessions: Sessions,
  { before, after }: ChangesRequest,
  answer: (earlier: Delivery, later: Delivery) => Promise<Answer>,
): Promise<Answer> {
  return sessions.withRun(before.runId, (first) =>
    sessions.withRun(after.runId, async (second) => {
      const earlier = await openDelivery(workspace, first, before);
      return answer(earlier, await openDelivery(workspace, second, after));
    }),
  );
}

/** @throws ShelfwiseError `usage` for runs that have no profile in common */
async function changesBetween(earlier: Delivery, later: Delivery) {
  const watchedSince = viewingsSince(earlier.session.dataset, later.session.dataset);
  const counts = new TitleCounts(earlier, later);
  const changed: ChangedList[] = [];
  let [profiles, reordered] = [0, 0];
  for (const list of comparedLists(listsIn(earlier), listsIn(later))) {
    if (profiles++ % PROFILES_PER_TURN === 0) await setImmediate();
    const { row, profile, before, after, difference } = list;
    counts.addPlaces(before, after);
    const moves = movesIn(earlier, later, list, watchedSince(profile));
    if (moves === null) reordered += difference.isReordered ? 1 : 0;
    else {
      counts.addMoves(moves);
      changed.push({ profile, row, ...moves });
    }
  }
  if (profiles === 0) throw new ShelfwiseError('usage', say('changes.no-profiles'));
  return { changed, counts, profiles, reordered };
}

async function compared(workspace: Workspace, earlier: Delivery, later: Delivery): Promise<ChangedLists> {
  const { changed, counts, profiles, reordered } = await changesBetween(earlier, later);
  const titles = counts.titles();
  return {
    before: earlier.shown,
    after: later.shown,
    isSameData: earlier.shown.data === later.shown.data,
    profiles,
    gone: earlier.data.profiles.ids.length - profiles,
    fresh: later.data.profiles.ids.length - profiles,
    changed: changed.length + reordered,
    reordered,
    came: sumOf(changed, ({ came }) => came.length),
    went: sumOf(changed, ({ went }) => went.length),
    reasons: reasonsOf(changed),
    segments: await changedSegments(workspace, later.session, changed),
    groups: counts.groups(),
    titles: titles.slice(0, MOST_CHANGED_TITLES),
    titlesMoved: titles.length,
    lists: mostChanged(changed, MOST_CHANGED_LISTS).map(({ profile, shared, viewings, came, went }) => ({
      profile,
      shared,
      viewings,
      came,
      went,
    })),
  };
}

const sumOf = <Value>(all: readonly Value[], of: (value: Value) => number): number =>
  all.reduce((sum, one) => sum + of(one), 0);

function reasonsOf(changed: readonly ChangedList[]): ChangedLists['reasons'] {
  const of = (side: 'came' | 'went', wanted: ChangeReason): number =>
    sumOf(changed, (list) => list[side].filter(({ reason }) => reason === wanted).length);
  return CHANGE_REASONS.map((reason) => ({ reason, came: of('came', reason), went: of('went', reason) }))
    .filter(({ came, went }) => came + went > 0)
    .sort((left, right) => right.came + right.went - (left.came + left.went));
}
