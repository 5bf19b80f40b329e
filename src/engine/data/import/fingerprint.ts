/**
 * The content address of a snapshot: SHA-256 over what was accepted, read back from the snapshot's files. The rows of each file
 * have a total order made of what they say, so that nothing of the source's form (order of rows, line ends, encoding, case of
 * the header, byte order mark) reaches it. Columns are hashed one by one, as bytes of fixed width or lines of JSON.
 */
import { createHash, type Hash } from 'node:crypto';
import * as path from 'node:path';
import { type DuckDBDataChunk, DuckDBListValue } from '@duckdb/node-api';
import type { Dataset } from '../../../shared/contract';
import { type Database, pathLiteral } from '../database';

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
  const hashes = columns.map(() => createHash('sha256'));
  const rows = await database.forEachChunk(`SELECT * FROM ${source}`, (chunk) =>
    columns.forEach(({ column_type: type }, index) => hashColumn(hashes[index]!, chunk, index, type)),
  );
  return columns.map(({ column_name: name }, index) => `${name} ${rows} ${hashes[index]!.digest('hex')}`);
}

const ARRAYS: Record<string, (rows: number) => Float64Array | Float32Array | Int32Array | Int8Array> = {
  DOUBLE: (rows) => new Float64Array(rows),
  FLOAT: (rows) => new Float32Array(rows),
  INTEGER: (rows) => new Int32Array(rows),
  UTINYINT: (rows) => new Int8Array(rows),
  BOOLEAN: (rows) => new Int8Array(rows),
};

/** Stands for null among numbers: none of ours is infinite, an index below 0 or a flag beyond 0 and 1. */
const NULLS: Record<string, number> = { DOUBLE: Infinity, FLOAT: Infinity, INTEGER: -1, UTINYINT: -1, BOOLEAN: -1 };

function hashColumn(hash: Hash, chunk: DuckDBDataChunk, index: number, type: string): void {
  const vector = chunk.getColumnVector(index);
  const rows = chunk.rowCount;
  const make = ARRAYS[type];
  if (make === undefined) {
    let lines = '';
    for (let row = 0; row < rows; row++) {
      const item = vector.getItem(row);
      lines += `${JSON.stringify(item instanceof DuckDBListValue ? item.items : item)}\n`;
    }
    hash.update(lines);
    return;
  }
  const values = make(rows);
  const missing = NULLS[type]!;
  for (let row = 0; row < rows; row++) values[row] = Number(vector.getItem(row) ?? missing);
  hash.update(values);
}
