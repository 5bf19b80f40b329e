/** Pairs of profile and title in a part of the events that shards hold. */
import { setImmediate } from 'node:timers/promises';
import type { Entries } from './entries';
import type { OpenShards } from './open-shards';

/** Which events of the shards are meant: the first ones, without those of pairs that are left out. */
export interface ShardsPart {
  /** The number of the first event that is not meant. */
  readonly end: number;
  readonly isOut: ((profile: number, item: number) => boolean) | null;
}

/** The events of a pair, as places among the entries of its profile: in the order of time, those of the part and no other. */
export type VisitPair = (item: number, from: number, to: number) => void;

/** Profiles that are gone through between two pauses, in which a heartbeat is written and others are answered. */
const BETWEEN_PAUSES = 1 << 14;

/**
 * Pairs of one profile by title, ascending.
 * @param entries those of the profile
 */
export function eachPairOf(
  { columnOf, entries: { width } }: Pick<OpenShards, 'columnOf' | 'entries'>,
  { end, isOut }: ShardsPart,
  profile: number,
  entries: Int32Array,
  visit: VisitPair,
): void {
  const count = entries.length / width;
  for (let from = 0; from < count;) {
    const title = entries[from * width]!;
    let next = from + 1;
    while (next < count && entries[next * width] === title) next++;
    let to = next;
    while (to > from && entries[(to - 1) * width + 1]! >= end) to--;
    const item = columnOf[title]!;
    if (to > from && isOut?.(profile, item) !== true) visit(item, from, to);
    from = next;
  }
}

/** All profiles in their order. @param entries of the profile, until the next is visited */
export async function eachProfile(
  { starts, entries }: { starts: Int32Array; entries: Entries },
  visit: (profile: number, entries: Int32Array) => void,
): Promise<void> {
  for (let profile = 0; profile < starts.length - 1; profile++) {
    visit(profile, entries.of(profile));
    if (profile % BETWEEN_PAUSES === BETWEEN_PAUSES - 1) await setImmediate();
  }
}
