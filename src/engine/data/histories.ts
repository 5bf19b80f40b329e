/** Histories as sparse rows: turns events into one valued row per profile, and selects parts of such rows. */
import type { Recipe } from '../../shared/recipe/table';
import { isKept } from './events';
import { refuseManyPairs } from './sizes';
import type { Histories, HistoriesInMemory, Interactions, SparseRows } from './tables';

/** The value of one title's events; `total` is the sum of their weights. */
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
): HistoriesInMemory {
  const { profile, item, weight, kept } = interactions;
  const starts = new Int32Array(profiles + 1);
  for (let event = 0; event < profile.length; event++) if (isKept(kept, event)) starts[profile[event]! + 1]!++;
  for (let row = 0; row < profiles; row++) starts[row + 1]! += starts[row]!;

  // Weights are sorted together with the items; without them only the number of events matters, or nothing.
  const isWeighed = counting !== 'binary' && weight !== null;
  const cursor = starts.slice(0, profiles);
  const ordered = new Int32Array(starts[profiles]!);
  const weights = isWeighed ? new Float32Array(ordered.length) : null;
  for (let event = 0; event < profile.length; event++) {
    if (!isKept(kept, event)) continue;
    const place = cursor[profile[event]!]!++;
    ordered[place] = item[event]!;
    if (weights !== null) weights[place] = weight![event]!;
  }

  const offsets = new Int32Array(profiles + 1);
  const values = counting === 'binary' ? null : new Float32Array(ordered.length);
  // The sum of a title's events in this row, and the last row that touched it (plus one), so nothing is cleared between rows.
  const total = new Float64Array(values === null ? 0 : items);
  const touched = new Int32Array(items);
  let length = 0;
  for (let row = 0; row < profiles; row++) {
    const rowStart = length;
    // In place: writing never overtakes reading.
    for (let position = starts[row]!; position < starts[row + 1]!; position++) {
      const column = ordered[position]!;
      if (touched[column] !== row + 1) {
        touched[column] = row + 1;
        if (values !== null) total[column] = 0;
        ordered[length++] = column;
      }
      if (values !== null) total[column]! += weights === null ? 1 : weights[position]!;
    }
    ordered.subarray(rowStart, length).sort();
    if (values !== null)
      for (let position = rowStart; position < length; position++)
        values[position] = counted(total[ordered[position]!]!, counting);
    offsets[row + 1] = length;
  }
  return {
    rows: profiles,
    columns: items,
    offsets,
    indices: ordered.slice(0, length),
    values: values && values.slice(0, length),
  };
}

/** Whether rows are read from disk on demand. */
export const isOnDisk = ({ indices }: Histories): boolean => !(indices instanceof Int32Array);

/**
 * The same rows, all in memory and each with its value, for algorithms that need them as a whole.
 * @throws ShelfwiseError `too-large` if the rows lie on disk and are too many for memory
 */
export function wholeRows(rows: Histories): SparseRows {
  const { indices, values, offsets } = rows;
  const [from, to] = [0, offsets[rows.rows]!];
  if (isOnDisk(rows)) refuseManyPairs(to);
  return {
    ...rows,
    indices: indices.subarray(from, to),
    values: values === null ? new Float32Array(to).fill(1) : values.subarray(from, to),
  };
}

/** The rows named by `selected`, in that order (repeats allowed). */
export function selectRows(rows: Histories, selected: ArrayLike<number>): SparseRows {
  const offsets = new Int32Array(selected.length + 1);
  for (let row = 0; row < selected.length; row++)
    offsets[row + 1] = offsets[row]! + rows.offsets[selected[row]! + 1]! - rows.offsets[selected[row]!]!;
  const indices = new Int32Array(offsets[selected.length]!);
  const values = new Float32Array(indices.length);
  if (rows.values === null) values.fill(1);
  for (let row = 0; row < selected.length; row++) {
    const from = rows.offsets[selected[row]!]!;
    const to = rows.offsets[selected[row]! + 1]!;
    indices.set(rows.indices.subarray(from, to), offsets[row]!);
    if (rows.values !== null) values.set(rows.values.subarray(from, to), offsets[row]!);
  }
  return { rows: selected.length, columns: rows.columns, offsets, indices, values };
}

/** The history of a profile without viewings. */
export const emptyRow = (columns: number): SparseRows => ({
  rows: 1,
  columns,
  offsets: new Int32Array(2),
  indices: new Int32Array(0),
  values: new Float32Array(0),
});

/** Some entries of one row, as one row. */
export function selectEntries({ columns, indices, values }: SparseRows, from: number, to: number): SparseRows {
  return {
    rows: 1,
    columns,
    offsets: Int32Array.of(0, to - from),
    indices: indices.slice(from, to),
    values: values.slice(from, to),
  };
}

/** Stacks rows with the same number of columns. */
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

/** The rows with at least one entry, ascending. */
export function rowsWithEntries({ rows, offsets }: Pick<Histories, 'rows' | 'offsets'>): Int32Array {
  let count = 0;
  for (let row = 0; row < rows; row++) if (offsets[row]! < offsets[row + 1]!) count++;
  const found = new Int32Array(count);
  for (let row = 0, place = 0; row < rows; row++) if (offsets[row]! < offsets[row + 1]!) found[place++] = row;
  return found;
}

/** Entries read at a time. */
const PIECE = 1 << 20;

/** In how many rows each column occurs; length `columns`. */
export function columnCounts({ columns, indices }: Pick<Histories, 'columns' | 'indices'>): Int32Array {
  const counts = new Int32Array(columns);
  for (let from = 0; from < indices.length; from += PIECE)
    for (const column of indices.subarray(from, Math.min(from + PIECE, indices.length))) counts[column]!++;
  return counts;
}

/** Whether a row has a column. Binary search: columns are ascending. */
export function hasColumn(rows: HistoriesInMemory, row: number, column: number): boolean {
  const place = placeOfColumn(rows, row, column);
  return place < rows.offsets[row + 1]! && rows.indices[place] === column;
}

/** Index of a column among the entries of a row, or where it would be inserted. */
export function placeOfColumn({ offsets, indices }: HistoriesInMemory, row: number, column: number): number {
  let low = offsets[row]!;
  let high = offsets[row + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (indices[middle]! < column) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Appends an empty row: a profile of which nothing is known. */
export function withEmptyRow<Rows extends Histories>(rows: Rows): Rows {
  const offsets = new Int32Array(rows.rows + 2);
  offsets.set(rows.offsets);
  offsets[rows.rows + 1] = rows.offsets[rows.rows]!;
  return { ...rows, rows: rows.rows + 1, offsets };
}
