/** Finds titles that profiles of a run watched for the first time in later data, over the rows and columns of the run. */
import type { Histories, HistoriesInMemory } from '../../../engine/data/tables';
import { watchedOf } from '../../../engine/model/ranking/lists';

/** What a run had learned from. */
interface KnownData {
  readonly profiles: readonly string[];
  /** IDs of the columns that lists may name; histories may have fewer of them. */
  readonly items: readonly string[];
  readonly histories: Histories;
  /** Seconds since 1970 of the last viewing; null without times. */
  readonly until: number | null;
}

/** Later data: all that its recipe counts as watched, including the earlier data. */
export interface NewerData {
  readonly profiles: readonly string[];
  readonly items: readonly string[];
  readonly hasTimes: boolean;
  /** Visits each event once, in any order. @param visit `time` is NaN without times */
  each(visit: (profile: number, item: number, time: number) => void): Promise<void>;
}

export interface NewViewings {
  /** Rows of the run x its columns, followed by the titles that it does not know: first viewings. */
  readonly targets: HistoriesInMemory;
  /** 1 for each row of the run whose profile is in the newer data. */
  readonly isThere: Uint8Array;
  /** For each row, the number of titles watched before that the newer data does not contain. */
  readonly missing: Int32Array;
  /** First and last time of targets that were not late, seconds since 1970; null without times or such events. */
  readonly period: { readonly from: number; readonly to: number } | null;
  /** Number of targets first watched before the last known viewing. */
  readonly late: number;
}

/**
 * Matches profiles and titles by ID: their positions differ between data sets. Holds only newer events of a wanted row and an unwatched title, 8
 * bytes each. For known pairs, one bit each records whether it was seen again.
 * @param isWanted for a row of the run; the other rows have no targets
 */
export async function newViewings(
  known: KnownData,
  newer: NewerData,
  isWanted: (row: number) => boolean,
): Promise<NewViewings> {
  const { histories, until } = known;
  const rows = known.profiles.length;
  const rowOf = placesIn(known.profiles, newer.profiles);
  const isThere = new Uint8Array(rows);
  for (const row of rowOf) if (row >= 0) isThere[row] = 1;
  const { columnOf, columns } = columnsOf(known.items, newer.items);
  const wanted = Uint8Array.from({ length: rows }, (_, row) => (isWanted(row) ? 1 : 0));
  const seenAgain = new Uint8Array(Math.ceil(histories.offsets[histories.rows]! / 8));
  const fresh = new Pairs();
  let [from, to] = [Infinity, -Infinity];
  const batch = new Batch((row, columnsSeen, times) => {
    const watched = row < histories.rows ? watchedOf(histories, row) : NOTHING;
    for (const [at, column] of columnsSeen.entries()) {
      const place = placeOf(watched, column);
      if (place >= 0) {
        const pair = histories.offsets[row]! + place;
        seenAgain[pair >> 3]! |= 1 << (pair & 7);
        continue;
      }
      if (wanted[row] === 0) continue;
      const time = times[at]!;
      const isLate = newer.hasTimes && until !== null && time < until;
      fresh.push(row, 2 * column + (isLate ? 0 : 1));
      if (!newer.hasTimes || isLate) continue;
      from = Math.min(from, time);
      to = Math.max(to, time);
    }
  });
  await newer.each((profile, item, time) => {
    const row = rowOf[profile]!;
    if (row >= 0) batch.add(row, columnOf[item]!, time);
  });
  batch.end();
  const { targets, late } = targetsOf(fresh, rows, columns);
  return {
    targets,
    isThere,
    missing: missingOf(histories, rows, seenAgain),
    period: from > to ? null : { from, to },
    late,
  };
}

/** The index of each ID among others; -1 if it is missing. */
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

/** A growing list of rows, each with a value. */
class Pairs {
  length = 0;
  rows: Int32Array = new Int32Array(1024);
  keys: Int32Array = new Int32Array(1024);

  push(row: number, key: number): void {
    if (this.length === this.rows.length) {
      this.rows = doubled(this.rows);
      this.keys = doubled(this.keys);
    }
    this.rows[this.length] = row;
    this.keys[this.length++] = key;
  }
}

function doubled(values: Int32Array): Int32Array {
  const larger = new Int32Array(2 * values.length);
  larger.set(values);
  return larger;
}

/** @param fresh for each row, twice the column, plus 1 unless it was late: a late event of a pair sorts first */
function targetsOf(fresh: Pairs, rows: number, columns: number): { targets: HistoriesInMemory; late: number } {
  const starts = new Int32Array(rows + 1);
  for (let at = 0; at < fresh.length; at++) starts[fresh.rows[at]! + 1]!++;
  for (let row = 0; row < rows; row++) starts[row + 1]! += starts[row]!;
  const keys = new Int32Array(fresh.length);
  const next = starts.slice();
  for (let at = 0; at < fresh.length; at++) keys[next[fresh.rows[at]!]!++] = fresh.keys[at]!;
  const offsets = new Int32Array(rows + 1);
  let [length, late] = [0, 0];
  for (let row = 0; row < rows; row++) {
    const own = keys.subarray(starts[row]!, starts[row + 1]!).sort();
    let last = -1;
    for (const key of own) {
      const column = key >> 1;
      if (column === last) continue;
      last = column;
      if ((key & 1) === 0) late++;
      // Writing never overtakes reading.
      keys[length++] = column;
    }
    offsets[row + 1] = length;
  }
  return { targets: { rows, columns, offsets, indices: keys.slice(0, length), values: null }, late };
}

/** For each row, the number of known pairs that were not seen again. */
function missingOf({ rows, offsets }: Histories, all: number, seenAgain: Uint8Array): Int32Array {
  const missing = new Int32Array(all);
  for (let row = 0; row < rows; row++)
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++)
      if (((seenAgain[place >> 3]! >> (place & 7)) & 1) === 0) missing[row]!++;
  return missing;
}

const NOTHING = new Int32Array(0);

/** Index of a column among ascending ones; -1 if it is missing. Binary search. */
function placeOf(columns: Int32Array, column: number): number {
  let [low, high] = [0, columns.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (columns[middle]! < column) low = middle + 1;
    else high = middle;
  }
  return columns[low] === column ? low : -1;
}

/** Collects events in batches, and passes each batch on row by row: a profile's history may lie on disk and is read once per batch. */
class Batch {
  static readonly #SIZE = 1 << 20;
  readonly #use: (row: number, columns: Int32Array, times: Float64Array) => void;
  /** The row, and after it the index in the batch: sorts by both. */
  readonly #order = new Float64Array(Batch.#SIZE);
  readonly #columns = new Int32Array(Batch.#SIZE);
  readonly #times = new Float64Array(Batch.#SIZE);
  #length = 0;

  constructor(use: (row: number, columns: Int32Array, times: Float64Array) => void) {
    this.#use = use;
  }

  add(row: number, column: number, time: number): void {
    this.#order[this.#length] = row * Batch.#SIZE + this.#length;
    this.#columns[this.#length] = column;
    this.#times[this.#length++] = time;
    if (this.#length === Batch.#SIZE) this.end();
  }

  end(): void {
    const order = this.#order.subarray(0, this.#length).sort();
    const rowAt = (at: number): number => Math.floor(order[at]! / Batch.#SIZE);
    for (let from = 0, to = 0; from < order.length; from = to) {
      const row = rowAt(from);
      while (to < order.length && rowAt(to) === row) to++;
      const places = Int32Array.from(order.subarray(from, to), (one) => one - row * Batch.#SIZE);
      const columns = Int32Array.from(places, (place) => this.#columns[place]!);
      this.#use(
        row,
        columns,
        Float64Array.from(places, (place) => this.#times[place]!),
      );
    }
    this.#length = 0;
  }
}
