/** Titles that profiles of a run watched for the first time in data that came later: its events, over the rows and columns of the run. */
import { buildHistories } from '../data/histories';
import type { Histories, HistoriesInMemory, Interactions } from '../data/tables';
import { watchedOf } from '../ranking/lists';

/** What a run had learned from. */
export interface KnownData {
  readonly profiles: readonly string[];
  /** IDs of the columns that lists may name; histories may have fewer of them. */
  readonly items: readonly string[];
  readonly histories: Histories;
  /** Seconds since 1970 of the last viewing; null without times. */
  readonly until: number | null;
}

/** Data that came later: all that its recipe counts as watched, of the data before as well. */
export interface NewerData {
  readonly profiles: readonly string[];
  readonly items: readonly string[];
  /** In order of (time, profile, item). */
  readonly events: Interactions;
}

export interface NewViewings {
  /** Rows of the run x its columns, and behind those the titles that it does not know: what was watched for the first time. */
  readonly targets: HistoriesInMemory;
  /** 1 for each row of the run whose profile is in the newer data. */
  readonly isThere: Uint8Array;
  /** Of each row, titles watched before that the newer data does not say were watched. */
  readonly missing: Int32Array;
  /** First and last time of events of the targets that did not come late, seconds since 1970; null without times or such events. */
  readonly period: { readonly from: number; readonly to: number } | null;
  /** Targets first watched before the last viewing that was known. */
  readonly late: number;
}

/**
 * IDs say which profile and which title is which: the places of both differ from data set to data set.
 * @param isWanted of a row of the run; the other rows have no targets
 */
export function newViewings(known: KnownData, newer: NewerData, isWanted: (row: number) => boolean): NewViewings {
  const rowOf = placesIn(known.profiles, newer.profiles);
  const isThere = new Uint8Array(known.profiles.length);
  for (const row of rowOf) if (row >= 0) isThere[row] = 1;
  const { columnOf, columns } = columnsOf(known.items, newer.items);
  const events = ofKnownProfiles(newer.events, rowOf, columnOf);
  const all = buildHistories(events, known.profiles.length, columns, 'binary');
  const { targets, missing } = firstWatched(all, known.histories, isWanted);
  return { targets, isThere, missing, ...timesOf(events, targets, known.until) };
}

/** Of each ID its place among others; -1 where it is not there. */
function placesIn(there: readonly string[], ids: readonly string[]): Int32Array {
  const places = new Map(there.map((id, place) => [id, place]));
  return Int32Array.from(ids, (id) => places.get(id) ?? -1);
}

function columnsOf(known: readonly string[], ids: readonly string[]): { columnOf: Int32Array; columns: number } {
  const columnOf = placesIn(known, ids);
  let columns = known.length;
  for (let item = 0; item < columnOf.length; item++) if (columnOf[item]! < 0) columnOf[item] = columns++;
  return { columnOf, columns };
}

function ofKnownProfiles({ profile, item, time }: Interactions, rowOf: Int32Array, columnOf: Int32Array): Interactions {
  let count = 0;
  for (const own of profile) if (rowOf[own]! >= 0) count++;
  const events = { profile: new Int32Array(count), item: new Int32Array(count), time: new Float64Array(count) };
  let at = 0;
  for (let event = 0; event < profile.length; event++) {
    const row = rowOf[profile[event]!]!;
    if (row < 0) continue;
    events.profile[at] = row;
    events.item[at] = columnOf[item[event]!]!;
    if (time !== null) events.time[at] = time[event]!;
    at++;
  }
  return { ...events, time: time === null ? null : events.time, weight: null };
}

function firstWatched(
  all: HistoriesInMemory,
  before: Histories,
  isWanted: (row: number) => boolean,
): Pick<NewViewings, 'targets' | 'missing'> {
  const offsets = new Int32Array(all.rows + 1);
  const kept = new Int32Array(all.indices.length);
  const missing = new Int32Array(all.rows);
  let length = 0;
  for (let row = 0; row < all.rows; row++) {
    const known = new Set(watchedOf(before, row));
    const wanted = isWanted(row);
    let found = 0;
    for (const column of watchedOf(all, row))
      if (known.has(column)) found++;
      else if (wanted) kept[length++] = column;
    missing[row] = known.size - found;
    offsets[row + 1] = length;
  }
  return { targets: { ...all, offsets, indices: kept.slice(0, length) }, missing };
}

function timesOf(
  { profile, item, time }: Interactions,
  targets: HistoriesInMemory,
  until: number | null,
): Pick<NewViewings, 'period' | 'late'> {
  if (time === null) return { period: null, late: 0 };
  const isSeen = new Uint8Array(targets.indices.length);
  let [from, to, late] = [Infinity, -Infinity, 0];
  for (let event = 0; event < profile.length; event++) {
    const place = placeOf(targets, profile[event]!, item[event]!);
    if (place < 0) continue;
    const moment = time[event]!;
    const isLate = until !== null && moment < until;
    if (isLate && isSeen[place] === 0) late++;
    isSeen[place] = 1;
    if (isLate) continue;
    from = Math.min(from, moment);
    to = Math.max(to, moment);
  }
  return { period: from > to ? null : { from, to }, late };
}

/** Where a row has a column, by halving: columns are ascending; -1 where it has not. */
function placeOf({ offsets, indices }: HistoriesInMemory, row: number, column: number): number {
  let low = offsets[row]!;
  let high = offsets[row + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (indices[middle]! < column) low = middle + 1;
    else high = middle;
  }
  return low < offsets[row + 1]! && indices[low] === column ? low : -1;
}
