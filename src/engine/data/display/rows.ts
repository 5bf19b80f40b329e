/** Filters and sorts the rows of a grid over columns in memory, and returns only the requested page. */
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { allowedWords } from '../../../shared/values/suggest';

/** Asks for rows start..end of those that pass, sorted by a column. */
export interface PageRequest {
  readonly start: number;
  readonly end: number;
  readonly sort?: { column: string; descending: boolean } | undefined;
}

/** One number per row to sort by; NaN is missing and comes last in both directions. */
export type SortKeys = Float64Array;

/** Rows sorted by a column; ties keep the order of the rows. */
export function sortedRows(keys: SortKeys, descending: boolean): Int32Array {
  const present: number[] = [];
  const missing: number[] = [];
  keys.forEach((key, row) => (Number.isNaN(key) ? missing : present).push(row));
  present.sort((left, right) => (descending ? keys[right]! - keys[left]! : keys[left]! - keys[right]!) || left - right);
  return Int32Array.from([...present, ...missing]);
}

/** Sort keys of texts: their ranks in a reader's order (numbers by value, case ignored); null is missing. */
export function textKeys(texts: readonly (string | null)[]): SortKeys {
  const collator = new Intl.Collator('ko', { numeric: true });
  const different = [...new Set(texts)].filter((text) => text !== null).sort(collator.compare);
  const placeOf = new Map(different.map((text, place) => [text, place]));
  return Float64Array.from(texts, (text) => (text === null ? NaN : placeOf.get(text)!));
}

/**
 * The rows that pass, in the given order.
 * @param order the rows, or their number for their own order
 */
export function passingRows(order: Int32Array | number, passes: (row: number) => boolean): number[] {
  const length = typeof order === 'number' ? order : order.length;
  const rows: number[] = [];
  for (let place = 0; place < length; place++) {
    const row = typeof order === 'number' ? place : order[place]!;
    if (passes(row)) rows.push(row);
  }
  return rows;
}

export function unknownColumn(column: string, columns: readonly string[]): ShelfwiseError {
  return new ShelfwiseError('usage', [say('grid.no-column', { column }), ...allowedWords(column, columns)]);
}

export function isWithin(value: number, bounds: { from?: number | undefined; to?: number | undefined }): boolean {
  // NaN is within no bounds.
  return value >= (bounds.from ?? -Infinity) && value <= (bounds.to ?? Infinity);
}

/** Folds a text for comparison with what was typed: ignores case and how a Korean syllable is composed. */
export const foldText = (text: string): string => text.normalize('NFC').toLowerCase();
