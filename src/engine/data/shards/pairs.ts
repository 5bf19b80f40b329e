/** Visits the pairs of profile and title in a part of the events in shards. */
import { setImmediate } from 'node:timers/promises';
import type { Entries } from './entries';
import type { OpenShards } from './open-shards';

/** A part of the events: the first ones, minus those of excluded pairs. */
export interface ShardsPart {
  /** The number of the first event after the part. */
  readonly end: number;
  readonly isOut: ((profile: number, item: number) => boolean) | null;
}

/** Receives the events of a pair as indices among the entries of its profile: in the order of time, only those of the part. */
type VisitPair = (item: number, from: number, to: number) => void;

/** Profiles visited between two pauses, in which the heartbeat is written and other calls are answered. */
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

/** Visits all profiles in order. @param entries of the profile, valid until the next is visited */
export async function eachProfile(
  { starts, entries }: { starts: Int32Array; entries: Entries },
  visit: (profile: number, entries: Int32Array) => void,
): Promise<void> {
  for (let profile = 0; profile < starts.length - 1; profile++) {
    visit(profile, entries.of(profile));
    if (profile % BETWEEN_PAUSES === BETWEEN_PAUSES - 1) await setImmediate();
  }
}
