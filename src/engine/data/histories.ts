/** Histories as sparse rows: from events to one valued row a profile, and parts of such rows. */
import type { Recipe } from '../../shared/recipe/table';
import type { Interactions, SparseRows } from './tables';

/** What the events of one title add up to; `total` is the sum of their weights. */
export function counted(total: number, counting: Recipe['data.counting']): number {
  switch (counting) {
    case 'binary':
      return 1;
    case 'sum':
      return total;
    case 'logarithm':
      return Math.log(1 + total);
  }
}

/**
 * One row per profile over all items.
 * @returns `profiles` x `items`; a profile without events has an empty row
 */
export function buildHistories(
  interactions: Interactions,
  profiles: number,
  items: number,
  counting: Recipe['data.counting'],
): SparseRows {
  const { profile, item, weight } = interactions;
  const events = profile.length;
  const starts = new Int32Array(profiles + 1);
  for (let event = 0; event < events; event++) starts[profile[event]! + 1]!++;
  for (let row = 0; row < profiles; row++) starts[row + 1]! += starts[row]!;

  const cursor = starts.slice(0, profiles);
  const eventsByProfile = new Int32Array(events);
  for (let event = 0; event < events; event++) eventsByProfile[cursor[profile[event]!]!++] = event;

  const offsets = new Int32Array(profiles + 1);
  const indices = new Int32Array(events);
  const values = new Float32Array(events);
  // The sum of a title's events in this row, and the row it was last touched in (plus one): no clearing between rows.
  const total = new Float64Array(items);
  const touched = new Int32Array(items);
  let length = 0;
  for (let row = 0; row < profiles; row++) {
    const rowStart = length;
    for (let position = starts[row]!; position < starts[row + 1]!; position++) {
      const event = eventsByProfile[position]!;
      const column = item[event]!;
      if (touched[column] !== row + 1) {
        touched[column] = row + 1;
        total[column] = 0;
        indices[length++] = column;
      }
      total[column]! += weight[event]!;
    }
    indices.subarray(rowStart, length).sort();
    for (let position = rowStart; position < length; position++)
      values[position] = counted(total[indices[position]!]!, counting);
    offsets[row + 1] = length;
  }
  return {
    rows: profiles,
    columns: items,
    offsets,
    indices: indices.slice(0, length),
    values: values.slice(0, length),
  };
}

/** The rows named by `selected`, in that order (repeats allowed). */
export function selectRows(rows: SparseRows, selected: ArrayLike<number>): SparseRows {
  const offsets = new Int32Array(selected.length + 1);
  for (let row = 0; row < selected.length; row++)
    offsets[row + 1] = offsets[row]! + rows.offsets[selected[row]! + 1]! - rows.offsets[selected[row]!]!;
  const indices = new Int32Array(offsets[selected.length]!);
  const values = new Float32Array(indices.length);
  for (let row = 0; row < selected.length; row++) {
    const from = rows.offsets[selected[row]!]!;
    const to = rows.offsets[selected[row]! + 1]!;
    indices.set(rows.indices.subarray(from, to), offsets[row]!);
    values.set(rows.values.subarray(from, to), offsets[row]!);
  }
  return { rows: selected.length, columns: rows.columns, offsets, indices, values };
}

/** The history of a profile that watched nothing. */
export const emptyRow = (columns: number): SparseRows => ({
  rows: 1,
  columns,
  offsets: new Int32Array(2),
  indices: new Int32Array(0),
  values: new Float32Array(0),
});

/** Some of the entries of one row, as one row. */
export function selectEntries({ columns, indices, values }: SparseRows, from: number, to: number): SparseRows {
  return {
    rows: 1,
    columns,
    offsets: Int32Array.of(0, to - from),
    indices: indices.slice(from, to),
    values: values.slice(from, to),
  };
}

/** Parts of the same number of columns, one under another. */
export function stackRows(parts: readonly SparseRows[]): SparseRows {
  const [first] = parts;
  if (parts.length === 1) return first!;
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const length = parts.reduce((sum, part) => sum + part.indices.length, 0);
  const stacked = {
    rows,
    columns: first?.columns ?? 0,
    offsets: new Int32Array(rows + 1),
    indices: new Int32Array(length),
    values: new Float32Array(length),
  };
  let row = 0;
  let at = 0;
  for (const part of parts) {
    stacked.indices.set(part.indices, at);
    stacked.values.set(part.values, at);
    for (let own = 1; own <= part.rows; own++) stacked.offsets[++row] = at + part.offsets[own]!;
    at += part.indices.length;
  }
  return stacked;
}

/** The rows that hold anything, ascending. */
export function rowsWithEntries({ rows, offsets }: SparseRows): number[] {
  return Array.from({ length: rows }, (_, row) => row).filter((row) => offsets[row]! < offsets[row + 1]!);
}

/** In how many rows each column occurs; length `columns`. */
export function columnCounts(rows: SparseRows): Int32Array {
  const counts = new Int32Array(rows.columns);
  for (const column of rows.indices) counts[column]!++;
  return counts;
}

/** The rows and one more without anything: a profile about which nothing is known. */
export function withEmptyRow(rows: SparseRows): SparseRows {
  const offsets = new Int32Array(rows.rows + 2);
  offsets.set(rows.offsets);
  offsets[rows.rows + 1] = rows.offsets[rows.rows]!;
  return { ...rows, rows: rows.rows + 1, offsets };
}

/** One second after the last event: the moment that recommendations are made for. */
export function momentAfter(interactions: Interactions): number | null {
  const { time } = interactions;
  return time === null || time.length === 0 ? null : time[time.length - 1]! + 1;
}
