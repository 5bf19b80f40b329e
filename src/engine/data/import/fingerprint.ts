/**
 * The content address of a snapshot: SHA-256 over what was accepted, read back from the snapshot's files. The rows of each file
 * have a total order made of what they say, so that nothing of the source's form (order of rows, line ends, encoding, case of
 * the header, byte order mark) reaches it. Columns are hashed one by one, as bytes of fixed width or lines of JSON.
 */
import { createHash } from 'node:crypto';
import * as path from 'node:path';
import { type DuckDBDataChunk, DuckDBListValue } from '@duckdb/node-api';
import type { Dataset } from '../../../shared/contract';
import { type Database, numbersOf, pathLiteral } from '../database';

/** What is not in the files: the meaning of their columns, and the rules by which they came about. */
export type FingerprintDescription = Pick<
  Dataset,
  'importerVersion' | 'layout' | 'mapping' | 'profileAttributes' | 'itemAttributes'
>;

/** Files that hold what was accepted, in the order in which they are hashed; those of row issues are not among them. */
export const CONTENT_FILES = [
  'profiles.parquet',
  'items.parquet',
  'events.parquet',
  'keywords.parquet',
  'submission.parquet',
] as const;

export async function fingerprintOf(
  database: Database,
  folder: string,
  files: readonly string[],
  description: FingerprintDescription,
): Promise<string> {
  const whole = createHash('sha256');
  const { importerVersion, layout, mapping, profileAttributes, itemAttributes } = description;
  whole.update(`${stableJson({ importerVersion, layout, mapping, profileAttributes, itemAttributes })}\n`);
  for (const file of CONTENT_FILES) {
    if (!files.includes(file)) continue;
    whole.update(`${file}\n`);
    for (const line of await columnDigests(database, path.join(folder, file))) whole.update(`${line}\n`);
  }
  return whole.digest('hex');
}

/** JSON with the keys of objects in order, so that the order in which a mapping was written does not matter. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}

async function columnDigests(database: Database, file: string): Promise<string[]> {
  const source = `read_parquet(${pathLiteral(file)})`;
  const columns = await database.rows<{ column_name: string; column_type: string }>(`DESCRIBE SELECT * FROM ${source}`);
  const readers = columns.map(({ column_name: name, column_type: type }) => readerOf(`"${name}"`, type));
  const hashes = columns.map(() => createHash('sha256'));
  const rows = await database.forEachChunk(
    `SELECT ${readers.map(({ sql }) => sql).join(', ')} FROM ${source}`,
    (chunk) => readers.forEach(({ read }, index) => hashes[index]!.update(read(chunk, index))),
  );
  return columns.map(({ column_name: name }, index) => `${name} ${rows} ${hashes[index]!.digest('hex')}`);
}

interface ColumnReader {
  /** Without nulls among numbers, which DuckDB's client looks up far more slowly. */
  readonly sql: string;
  readonly read: (chunk: DuckDBDataChunk, index: number) => Uint8Array | string;
}

/** The number that stands for null: none of ours is infinite, an index below 0 or a flag beyond 0 and 1. */
function readerOf(column: string, type: string): ColumnReader {
  switch (type) {
    case 'DOUBLE':
    case 'FLOAT':
      return { sql: `coalesce(${column}, 'infinity')`, read: readNumbers };
    case 'INTEGER':
      return { sql: `coalesce(${column}, -1)`, read: readNumbers };
    case 'UTINYINT':
    case 'BOOLEAN':
      return { sql: `coalesce(${column}::TINYINT, -1::TINYINT)`, read: readNumbers };
    default:
      return { sql: column, read: readTexts };
  }
}

/** The numbers as they lie in memory: little-endian on every system that this program runs on. */
function readNumbers(chunk: DuckDBDataChunk, index: number): Uint8Array {
  const { buffer, byteOffset, byteLength } = numbersOf(chunk, index);
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function readTexts(chunk: DuckDBDataChunk, index: number): string {
  const vector = chunk.getColumnVector(index);
  let lines = '';
  for (let row = 0; row < chunk.rowCount; row++) {
    const item = vector.getItem(row);
    lines += `${JSON.stringify(item instanceof DuckDBListValue ? item.items : item)}\n`;
  }
  return lines;
}
