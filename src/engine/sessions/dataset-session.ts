/** An imported data set in memory while a window shows it. */
import type { Snapshot } from '../data/snapshot-tables';
import { refuseManyIds } from '../data/sizes';
import { loadItems, loadProfiles } from '../data/snapshot';
import { groupAttribute } from '../../shared/values/known-attributes';
import { displayValue } from '../data/display/attributes';
import type { Attribute, ItemTable, ProfileTable } from '../data/tables';
import { loadViewings, type Viewings } from '../data/viewings';
import type { HistoryEntry } from '../data/snapshot';

/** How long a title counts as new after it was first watched, in seconds. */
const NEW_SECONDS = 14 * 86_400;
/** The most watched titles that together have this share of all viewings are the head; the others are rare, the long tail. */
const HEAD_SHARE = 0.8;

export class DatasetSession {
  readonly profileRow: ReadonlyMap<string, number>;
  readonly itemRow: ReadonlyMap<string, number>;
  /** Number of different titles that each profile watched. */
  readonly watched: Int32Array;
  /** Last viewing in seconds since 1970; NaN without viewings or times. */
  readonly lastActive: Float64Array;
  /** Number of profiles that watched each title. */
  readonly popularity: Int32Array;
  readonly group: Attribute | null;
  /** What a grid has already computed: sorted orders, lower-case texts. */
  readonly kept = new Map<string, unknown>();
  readonly #isRare: Uint8Array;
  readonly #newSince: number;

  constructor(
    readonly snapshot: Snapshot,
    readonly profiles: ProfileTable,
    readonly items: ItemTable,
    readonly viewings: Viewings,
  ) {
    const { offsets, item, last } = viewings;
    const count = profiles.ids.length;
    this.profileRow = new Map(profiles.ids.map((id, row) => [id, row]));
    this.itemRow = new Map(items.ids.map((id, row) => [id, row]));
    this.watched = Int32Array.from({ length: count }, (_, row) => offsets[row + 1]! - offsets[row]!);
    this.lastActive = Float64Array.from({ length: count }, (_, row) =>
      offsets[row + 1]! > offsets[row]! ? last[offsets[row]!]! : NaN,
    );
    this.popularity = new Int32Array(items.ids.length);
    for (const column of item) this.popularity[column]!++;
    this.group = groupAttribute(items.attributes);
    this.#isRare = longTail(this.popularity);
    let latest = -Infinity;
    for (const time of this.lastActive) if (time > latest) latest = time;
    this.#newSince = latest - NEW_SECONDS;
  }

  groupOf(item: number): string | null {
    return this.group === null ? null : displayValue(this.group, item);
  }

  isRare(item: number): boolean {
    return this.#isRare[item] === 1;
  }

  isNew(item: number): boolean {
    return this.viewings.firstWatched[item]! > this.#newSince;
  }

  /** The columns of the titles that a profile watched, latest first. */
  watchedBy(profile: number): Int32Array {
    const { offsets, item } = this.viewings;
    return item.subarray(offsets[profile], offsets[profile + 1]);
  }

  /** Each title once, latest first. */
  history(profile: number, most = Infinity): HistoryEntry[] {
    const { offsets, item, last, times } = this.viewings;
    return Array.from({ length: Math.min(most, this.watched[profile]!) }, (_, place) => {
      const at = offsets[profile]! + place;
      return {
        item: this.items.ids[item[at]!]!,
        title: this.items.titles[item[at]!]!,
        group: this.groupOf(item[at]!),
        lastWatched: isoTime(last[at]!),
        times: times[at]!,
      };
    });
  }

  /** When a profile last watched each of its titles: column of the data set to ISO 8601 in UTC, null if unknown. */
  lastWatched(profile: number): Map<number, string | null> {
    const { offsets, item, last } = this.viewings;
    const times = new Map<number, string | null>();
    for (let at = offsets[profile]!; at < offsets[profile + 1]!; at++) times.set(item[at]!, isoTime(last[at]!));
    return times;
  }

  /** Calls `make` for the first call with this name, and returns the kept value from then on. */
  keep<Value>(name: string, make: () => Value): Value {
    if (!this.kept.has(name)) this.kept.set(name, make());
    return this.kept.get(name) as Value;
  }
}

export async function loadDatasetSession(snapshot: Snapshot): Promise<DatasetSession> {
  const [profiles, items, viewings] = await Promise.all([
    loadProfiles(snapshot),
    loadItems(snapshot),
    loadViewings(snapshot),
  ]);
  refuseManyIds(profiles.ids.length, items.ids.length);
  return new DatasetSession(snapshot, profiles, items, viewings);
}

/** ISO 8601 in UTC; null for NaN. */
export function isoTime(seconds: number): string | null {
  return Number.isNaN(seconds) ? null : new Date(seconds * 1000).toISOString();
}

function longTail(popularity: Int32Array): Uint8Array {
  const order = Int32Array.from(popularity.keys()).sort(
    (left, right) => popularity[right]! - popularity[left]! || left - right,
  );
  const all = popularity.reduce((sum, count) => sum + count, 0);
  const isRare = new Uint8Array(popularity.length);
  let seen = 0;
  for (const item of order) {
    if (seen >= HEAD_SHARE * all) isRare[item] = 1;
    seen += popularity[item]!;
  }
  return isRare;
}
