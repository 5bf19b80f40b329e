/** The columns of an events file: which identify equal events, what becomes their mark, and what is a weight. */
import { joined, literal, type Sql, sql } from '../../storage/database/sql';
import type { EventsPlan } from '../layouts/import-plan';
import { findColumn } from '../read/detect';
import { columnKeys, columnOf, textColumn } from '../read/source-table';

/** Larger weights, beyond single precision, are refused. */
const LARGEST_WEIGHT = 1e30;

/** The column of a plan, or null in its place. */
export const columnIn = (columns: readonly string[], name: string | null): Sql =>
  columnOf({ columns }, name) ?? sql`NULL::VARCHAR`;

const keyColumns = (plan: EventsPlan, columns: readonly string[]): number[] =>
  [plan.profile, plan.item, plan.time].map((name) => (name === null ? -1 : findColumn(columns, name)));

/** Columns that are neither ID nor time: they tell duplicates apart as text. */
export function otherColumns(plan: EventsPlan, columns: readonly string[]): Sql[] {
  const keys = keyColumns(plan, columns);
  return columns.flatMap((_, index) => (keys.includes(index) ? [] : [textColumn(index)]));
}

/**
 * A number that tells an event from others of the same profile, item and time: the first 64 bits of the MD5 of all other non-empty columns, by name.
 * Every version of DuckDB computes the same. Empty columns do not count, so that a part may lack them.
 */
export function markSql(plan: EventsPlan, columns: readonly string[]): Sql {
  const keys = keyColumns(plan, columns);
  const named = columnKeys(columns)
    .map((name, index) => ({ name, index }))
    .filter(({ index }) => !keys.includes(index))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
  if (named.length === 0) return sql`0::UBIGINT`;
  const texts = named.map(({ name, index }) => sql`${literal(`${name}=`)} || ${textColumn(index)}`);
  return sql`md5_number_lower(concat_ws(chr(31), ${joined(texts)}))`;
}

/** Null for an invalid weight. */
export function weightSql(column: Sql): Sql {
  return sql`CASE WHEN ${column} IS NULL THEN 1
    WHEN abs(try_cast(${column} AS DOUBLE)) <= ${LARGEST_WEIGHT} THEN try_cast(${column} AS DOUBLE) END::FLOAT`;
}
