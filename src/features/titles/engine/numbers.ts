/** Quantities in the grid of titles, such as the length: of a title, or of those of a series as one. */
import type { DatasetSession } from '../../../engine/sessions/dataset-session';
import { quantityAttributes } from '../../../shared/values/known-attributes';
import type { TitleRow } from '../contract/title';

/** Of their columns, beside those of the figures. */
const PREFIX = 'attributes.';

export const numberColumns = (session: DatasetSession): string[] =>
  quantityAttributes(session.items.attributes).map(({ name }) => `${PREFIX}${name}`);

/** One entry per title, NaN is missing; undefined for a column that is no attribute of numbers. */
export const numbersOfColumn = (session: DatasetSession, column: string): Float64Array | undefined =>
  quantityAttributes(session.items.attributes).find(({ name }) => `${PREFIX}${name}` === column)?.values;

/** The numbers of titles as one. @param rows of the data set */
export const numbersOfRows = (session: DatasetSession, rows: readonly number[]): TitleRow['numbers'] =>
  Object.fromEntries(
    quantityAttributes(session.items.attributes).flatMap(({ name, values }) => {
      const number = medianOf(values, rows);
      return Number.isNaN(number) ? [] : [[name, number]];
    }),
  );

/** Of the values that are not missing; NaN without one. Of an even number of them, the mean of the two in the middle. */
export function medianOf(values: Float64Array, rows: readonly number[]): number {
  const present = Float64Array.from(rows, (row) => values[row]!)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const middle = Math.floor(present.length / 2);
  if (present.length === 0) return NaN;
  return present.length % 2 === 1 ? present[middle]! : (present[middle - 1]! + present[middle]!) / 2;
}
