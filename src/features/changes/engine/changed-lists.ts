/** Compares the delivered lists of two runs, profile by profile, and counts what came and went by reason, segment, genre and title. */
import { setImmediate } from 'node:timers/promises';
import {
  CHANGE_REASONS,
  type ChangedList,
  type ChangedListRequest,
  type ChangedLists,
  type ChangedProfile,
  type ChangedProfilesRequest,
  type ChangeReason,
  type ChangesRequest,
} from '../contract/changes';
import { MOST_CHANGED_LISTS, MOST_CHANGED_TITLES, PROFILES_PER_TURN } from '../contract/limits';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import type { RunSession } from '../../../engine/sessions/run-session';
import type { Sessions } from '../../../engine/sessions/sessions';
import type { Workspace } from '../../../engine/storage/workspace';
import { type Chance, chanceOf } from './chance';
import { changedSegments } from './changed-segments';
import { changesOf } from './changes-of';
import { comparedLists, mostChanged } from '../../../engine/delivery/compare';
import { type Delivery, openDelivery } from '../../../engine/delivery/open';
import { listsIn, type Moves, movesIn } from './moves';
import { TitleCounts } from './title-counts';
import { viewingsSince } from './viewings-since';

interface ChangedRow extends Moves {
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
  withSides(workspace, sessions, request, (earlier, later) => compared(workspace, sessions, earlier, later));

/**
 * Profiles whose lists have other titles, in the order of the later run.
 * @throws ShelfwiseError as changedLists, `not-found` for a segment that is not saved
 */
export const changedProfiles = (
  workspace: Workspace,
  sessions: Sessions,
  { of, ...request }: ChangedProfilesRequest,
): Promise<ChangedProfile[]> =>
  withSides(workspace, sessions, request, async (earlier, later) => {
    const isOf = await changesOf(workspace, earlier, later, of);
    const { changed } = await changesBetween(earlier, later);
    return changed.filter(isOf).map(({ profile, viewings, came, went }) => {
      const item = of !== undefined && 'item' in of ? of.item : null;
      const [entered, left] = [came, went].map((moves) => moves.find((one) => one.item === item));
      const moved = entered ?? left;
      return { profile, viewings, moved: moved === undefined ? null : { place: moved.place, isIn: moved === entered } };
    });
  });

/**
 * The list of one profile; null where a side has none.
 * @throws ShelfwiseError as openDelivery and deliveredLists
 */
export const changedList = (
  workspace: Workspace,
  sessions: Sessions,
  { profile, ...request }: ChangedListRequest,
): Promise<ChangedList | null> =>
  withSides(
    workspace,
    sessions,
    request,
    async (earlier, later) => {
      const [was, is] = [earlier, later].map((side) => ({
        ...listsIn(side),
        profiles: rowsOf(side.session, profile).length === 0 ? [] : [profile],
      }));
      const [list] = comparedLists(was!, is!);
      if (list === undefined) return null;
      const watched = viewingsSince(earlier.session.dataset, later.session.dataset)(profile);
      const { came, went } = movesIn(earlier, later, list, watched) ?? { came: [], went: [] };
      return { viewings: watched.size, came, went };
    },
    (session) => rowsOf(session, profile),
  );

/** The row of a profile; none where it is not in the data. */
const rowsOf = ({ dataset: { profileRow } }: RunSession, profile: string): Int32Array =>
  Int32Array.from(profileRow.has(profile) ? [profileRow.get(profile)!] : []);

/** @param only the rows that are compared; all where absent */
function withSides<Answer>(
  workspace: Workspace,
  sessions: Sessions,
  { before, after }: ChangesRequest,
  answer: (earlier: Delivery, later: Delivery) => Promise<Answer>,
  only?: (session: RunSession) => Int32Array,
): Promise<Answer> {
  return sessions.withRun(before.runId, (first) =>
    sessions.withRun(after.runId, async (second) => {
      const earlier = await openDelivery(workspace, first, before, only?.(first));
      return answer(earlier, await openDelivery(workspace, second, after, only?.(second)));
    }),
  );
}

/** @throws ShelfwiseError `usage` for runs that have no profile in common */
async function changesBetween(earlier: Delivery, later: Delivery) {
  const watchedSince = viewingsSince(earlier.session.dataset, later.session.dataset);
  const counts = new TitleCounts(earlier, later);
  const changed: ChangedRow[] = [];
  const watchedMore = new Int32Array(later.data.profiles.ids.length).fill(-1);
  let [profiles, reordered] = [0, 0];
  for (const list of comparedLists(listsIn(earlier), listsIn(later))) {
    if (profiles++ % PROFILES_PER_TURN === 0) await setImmediate();
    const { row, profile, before, after, difference } = list;
    counts.addPlaces(before, after);
    const watched = watchedSince(profile);
    watchedMore[row] = watched.size;
    const moves = movesIn(earlier, later, list, watched);
    if (moves === null) reordered += difference.isReordered ? 1 : 0;
    else {
      counts.addMoves(moves);
      changed.push({ profile, row, ...moves });
    }
  }
  if (profiles === 0) throw new ShelfwiseError('usage', say('changes.no-profiles'));
  return { changed, counts, profiles, reordered, watchedMore };
}

async function compared(
  workspace: Workspace,
  sessions: Sessions,
  earlier: Delivery,
  later: Delivery,
): Promise<ChangedLists> {
  const { changed, counts, profiles, reordered, watchedMore } = await changesBetween(earlier, later);
  const chance = await chanceOf(workspace, sessions, { earlier, later, watchedMore });
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
    chance: chance && shownChance(chance, counts),
    reasons: reasonsOf(changed, counts, chance),
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

function shownChance({ seeds, furthest, places }: Chance, counts: TitleCounts): NonNullable<ChangedLists['chance']> {
  const beyond = counts.beyond(furthest);
  return {
    seeds: [...seeds],
    titles: { most: furthest.titles, beyond: beyond.titles },
    groups: { most: furthest.groups, beyond: beyond.groups },
    places: Math.round(places.viewings + places.model),
  };
}

/** Training again moves the lists of profiles with new viewings and of those without; the other reasons are certain. */
function reasonsOf(
  changed: readonly ChangedRow[],
  counts: TitleCounts,
  chance: Chance | null,
): ChangedLists['reasons'] {
  const of = (side: 'came' | 'went', wanted: ChangeReason): number =>
    sumOf(changed, (list) => list[side].filter(({ reason }) => reason === wanted).length);
  const byChance = (reason: ChangeReason, came: number): number =>
    chance !== null && (reason === 'viewings' || reason === 'model')
      ? Math.min(came, Math.round(chance.places[reason]))
      : 0;
  return CHANGE_REASONS.map((reason) => {
    const came = of('came', reason);
    const titles = { came: counts.mostBy(reason, 'came'), went: counts.mostBy(reason, 'went') };
    return { reason, came, went: of('went', reason), byChance: byChance(reason, came), titles };
  })
    .filter(({ came, went }) => came + went > 0)
    .sort((left, right) => right.came + right.went - (left.came + left.went));
}
