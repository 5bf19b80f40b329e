/** The values of a chunk of rows, as DuckDB's client holds them. */
import type { DuckDBDataChunk } from '@duckdb/node-api';
import { ShelfwiseError } from '../../../shared/errors';
import { type Sql, sql } from './sql';

/** Rows of an answer, a few thousand at a time. */
export type Chunk = DuckDBDataChunk;

/**
 * The numbers of a column of a chunk, which must hold no null (ask for coalesce). DuckDB's client has them in a typed array, of
 * the type that fits the column's; asking for them one by one takes five times as long. Valid until the next chunk.
 */
export function numbersOf(chunk: Chunk, column: number): ArrayLike<number> & ArrayBufferView {
  const vector = chunk.getColumnVector(column);
  const { items } = vector as unknown as { items?: unknown };
  if (!ArrayBuffer.isView(items))
    throw new ShelfwiseError('internal', `DuckDB's client has no numbers in its ${vector.constructor.name}.`);
  return items as ArrayLike<number> & ArrayBufferView;
}

/**
 * Turns a list of texts into one text, which `listOf` splits again: DuckDB's client takes 3 microseconds for each list. The texts must not contain a
 * unit separator.
 */
export function listAsText(column: Sql): Sql {
  return sql`len(${column}) || chr(31) || array_to_string(${column}, chr(31))`;
}

/** Null where the list is null. */
export function listOf(text: string | null): string[] | null {
  if (text === null) return null;
  const [length, ...members] = text.split('\x1f');
  return members.slice(0, Number(length));
}
