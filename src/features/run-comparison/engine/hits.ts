/** Gained and lost hits: held-out titles that entered and left the judged lists. */
import type { HitChanges } from '../contract/run-comparison';
import { LIST_LENGTH } from '../../../shared/limits';
import { watchedOf } from '../../../engine/model/ranking/lists';
import type { JudgedLists } from '../../../engine/runs/test-profiles-file';
import { MOST_PROFILES, type Opened } from './opened';
import type { TestedData } from './tested-data';

type Moved = HitChanges['most'][number];

/** @param opened comparable runs, all with metrics. @returns one entry for each but the first; [] if one of them kept no judged lists */
export function changesOfHits(opened: readonly Opened[], tested: TestedData): HitChanges[] {
  const all = opened.map(({ figures }) => figures!.judged);
  const [first, ...others] = all as [JudgedLists | null, ...(JudgedLists | null)[]];
  if (first === null || others.some((one) => one === null)) return [];
  const rows = opened[0]!.figures!.profile;
  return others.map((other, place) => ({
    runId: opened[place + 1]!.run.runId,
    ...changes(first.lists, other!.lists, rows, tested),
  }));
}

function changes(
  first: Int32Array,
  other: Int32Array,
  rows: Int32Array,
  { targets, profiles, items }: TestedData,
): Omit<HitChanges, 'runId'> {
  const counts = { first: 0, hits: 0, both: 0 };
  const moved: Moved[] = [];
  rows.forEach((row, index) => {
    const [was, is] = [first, other].map((lists) =>
      placesOf(lists.subarray(index * LIST_LENGTH, (index + 1) * LIST_LENGTH)),
    );
    const found = (places: ReadonlyMap<number, number>): number[] =>
      Array.from(watchedOf(targets, row)).filter((item) => places.has(item));
    const only = (these: ReadonlyMap<number, number>, those: ReadonlyMap<number, number>): Moved['came'] =>
      found(these)
        .filter((item) => !those.has(item))
        .map((item) => ({ item: items.ids[item]!, title: items.titles[item]!, rank: these.get(item)! }))
        .sort((left, right) => left.rank - right.rank);
    const [before, after, came, went] = [found(was!), found(is!), only(is!, was!), only(was!, is!)];
    counts.first += before.length;
    counts.hits += after.length;
    counts.both += after.length - came.length;
    if (came.length + went.length > 0) moved.push({ profile: profiles.ids[row]!, came, went });
  });
  const most = moved.toSorted((left, right) => sizeOf(right) - sizeOf(left)).slice(0, MOST_PROFILES);
  return { ...counts, profiles: moved.length, most };
}

const sizeOf = ({ came, went }: Moved): number => came.length + went.length;

/** Place of each title of a list, from 1. */
function placesOf(list: Int32Array): Map<number, number> {
  const places = new Map<number, number>();
  list.forEach((item, place) => {
    if (item >= 0) places.set(item, place + 1);
  });
  return places;
}
