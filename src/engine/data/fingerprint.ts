/**
 * The content address of a snapshot: SHA-256 over what was accepted, read back from the snapshot's files. The rows of each file are in a total order
 * made of their content, so nothing of the source's form (order of rows, line ends, encoding, case of the header, byte order mark) reaches the hash.
 * Columns are hashed one by one, as bytes of fixed width or lines of JSON.
 */
import { createHash } from 'node:crypto';
import * as path from 'node:path';
import { CONTENT_FILES, type ContentFile, type Dataset } from '../../shared/contract/dataset';
import { type Chunk, listAsText, listOf, numbersOf } from '../storage/database/chunks';
import type { Database } from '../storage/database/database';
import { readParquetFile } from '../storage/database/parquet';
import { identifier, joined, type Sql, sql } from '../storage/database/sql';

/**
 * Version of the rules by which rows are read, repaired and rejected, and by which the fingerprint is computed. A change of meaning gets a new
 * number, and so changes every fingerprint. 1: before the first release; computed fingerprints in several ways. 2: included the names of files in a
 * mapping, and read an empty watch_time as 0.
 */
export const IMPORTER_VERSION = 3;
/** The version whose fingerprints have the whole mapping; its data sets are checked and replaced by that. */
const WHOLE_MAPPING = 2;
/** Versions from this one on compute fingerprints as today, so their snapshots can be checked against their names. */
export const FINGERPRINTS_SINCE = 2;

/**
 * Whether the description of a data set is that of its fingerprint, by the digests that it stores. Null where it cannot be told without reading the
 * files: it stores none, or another version computed the fingerprint.
 */
export function hasFingerprint(dataset: Dataset): boolean | null {
  const { importerVersion = 0, snapshotFiles = [], fingerprint } = dataset;
  if (importerVersion < FINGERPRINTS_SINCE || importerVersion > IMPORTER_VERSION || snapshotFiles.length === 0)
    return null;
  const digests = new Map<ContentFile, readonly string[]>();
  for (const { file, columns } of snapshotFiles) {
    if (columns === undefined) return null;
    digests.set(file, columns);
  }
  return fingerprintOf(dataset, digests) === fingerprint;
}

/** The part of a fingerprint that is not in the files: the meaning of their columns, and the rules by which they were made. */
type FingerprintDescription = Pick<
  Dataset,
  'importerVersion' | 'layout' | 'mapping' | 'profileAttributes' | 'itemAttributes'
>;

/**
 * Computes the fingerprint of a snapshot.
 * @param digests the `columnDigests` of each of its files
 */
export function fingerprintOf(
  description: FingerprintDescription,
  digests: ReadonlyMap<ContentFile, readonly string[]>,
): string {
  const whole = createHash('sha256');
  const { importerVersion, layout, profileAttributes, itemAttributes } = description;
  const mapping = (importerVersion ?? 0) > WHOLE_MAPPING ? withoutFiles(description.mapping) : description.mapping;
  whole.update(`${stableJson({ importerVersion, layout, mapping, profileAttributes, itemAttributes })}\n`);
  for (const file of CONTENT_FILES) {
    const lines = digests.get(file);
    if (lines !== undefined) whole.update(`${[file, ...lines].join('\n')}\n`);
  }
  return whole.digest('hex');
}

/** The fingerprint of the same data without some attributes of titles. @param names of the last ones */
export function fingerprintWithout(
  names: readonly string[],
  description: FingerprintDescription,
  digests: ReadonlyMap<ContentFile, readonly string[]>,
): string {
  const itemAttributes = description.itemAttributes.filter(({ name }) => !names.includes(name));
  const isLeft = (line: string): boolean => {
    const [, index] = /^a(\d+) /.exec(line) ?? [];
    return index === undefined || Number(index) < itemAttributes.length;
  };
  const items = (digests.get('items.parquet') ?? []).filter(isLeft);
  return fingerprintOf({ ...description, itemAttributes }, new Map([...digests, ['items.parquet', items]]));
}

/** Keys of a mapping that say where a column stands (file, partition, sheet): form, not content. */
const FORM_OF_TABLES = new Set(['file', 'partitions', 'sheet']);

export function withoutFiles(mapping: Dataset['mapping']): unknown {
  const ofColumns = (table: object | undefined): unknown =>
    table && Object.fromEntries(Object.entries(table).filter(([key]) => !FORM_OF_TABLES.has(key)));
  return (
    mapping && {
      events: ofColumns(mapping.events),
      profiles: ofColumns(mapping.profiles),
      items: ofColumns(mapping.items),
    }
  );
}

/** Computes the fingerprint of a snapshot from its files. */
export async function fingerprintOfFiles(
  database: Database,
  folder: string,
  files: readonly string[],
  description: FingerprintDescription,
): Promise<string> {
  const digests = new Map<ContentFile, string[]>();
  for (const file of CONTENT_FILES.filter((name) => files.includes(name)))
    digests.set(file, await columnDigests(database, readParquetFile(path.join(folder, file))));
  return fingerprintOf(description, digests);
}

/** JSON with sorted keys, so that the order in which a mapping was written does not matter. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}

/**
 * One line per column: name, rows and hash.
 * @param source SQL of the table or file, with its rows in hashing order
 */
export async function columnDigests(database: Database, source: Sql): Promise<string[]> {
  const columns = await database.describe(sql`FROM ${source}`);
  const readers = columns.map(({ name, type }) => readerOf(identifier(name), type));
  const hashes = columns.map(() => createHash('sha256'));
  const rows = await database.forEachChunk(
    sql`SELECT ${joined(readers.map(({ value }) => value))} FROM ${source}`,
    (chunk) => readers.forEach(({ read }, index) => hashes[index]!.update(read(chunk, index))),
  );
  return columns.map(({ name }, index) => `${name} ${rows} ${hashes[index]!.digest('hex')}`);
}

interface ColumnReader {
  /** Replaces nulls among numbers, which DuckDB's client reads far more slowly. */
  readonly value: Sql;
  readonly read: (chunk: Chunk, index: number) => Uint8Array | string;
}

/** Numbers that stand for null: no value is infinite, no index is below 0, and every flag is 0 or 1. */
function readerOf(column: Sql, type: string): ColumnReader {
  switch (type) {
    case 'DOUBLE':
    case 'FLOAT':
      return { value: sql`coalesce(${column}, 'infinity')`, read: readNumbers };
    case 'INTEGER':
      return { value: sql`coalesce(${column}, -1)`, read: readNumbers };
    case 'UTINYINT':
    case 'BOOLEAN':
      return { value: sql`coalesce(${column}::TINYINT, -1::TINYINT)`, read: readNumbers };
    case 'VARCHAR[]':
      return { value: listAsText(column), read: (chunk, index) => readTexts(chunk, index, listOf) };
    default:
      return { value: column, read: (chunk, index) => readTexts(chunk, index, (text) => text) };
  }
}

/** The bytes of the numbers as they lie in memory: little-endian on every supported system. */
function readNumbers(chunk: Chunk, index: number): Uint8Array {
  const { buffer, byteOffset, byteLength } = numbersOf(chunk, index);
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** One line of JSON per row. */
function readTexts(chunk: Chunk, index: number, parse: (text: string | null) => unknown): string {
  const vector = chunk.getColumnVector(index);
  let lines = '';
  for (let row = 0; row < chunk.rowCount; row++)
    lines += `${JSON.stringify(parse(vector.getItem(row) as string | null))}\n`;
  return lines;
}
