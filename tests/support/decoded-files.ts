/**
 * The contents of a folder's files after decoding every format: texts and numbers, so that storage does not hide them
 * from a search.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { ZipFile } from '../../src/features/bundles/engine/zip-read';
import { decodeSafetensors } from '../../src/engine/model/safetensors';
import { filesBelow } from '../../src/engine/storage/disk';
import { sha256 } from '../../src/engine/storage/read-files';
import { temporaryFolder } from './finished-run';

/**
 * Files (as paths within the folder, entries of archives after a "!") that contain the text: in names, values, keys,
 * numbers.
 */
export async function filesWith(folder: string, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const { path: file } of await filesBelow(folder)) {
    const name = path.relative(folder, file).split(path.sep).join('/');
    if (name.includes(text)) found.push(name);
    found.push(...(await filesIn(file, name, text)));
  }
  return [...new Set(found)];
}

async function filesIn(file: string, name: string, text: string): Promise<string[]> {
  if (/\.(zip|shelfwise)$/.test(name)) return entriesWith(file, name, text);
  const decoded = await decode(file);
  return decoded.some((value) => value.includes(text)) ? [name] : [];
}

/** Texts of Parquet files by hash: a test searches the same files for several texts. */
const textsOfTables = new Map<string, string[]>();

async function decode(file: string): Promise<string[]> {
  const bytes = await fs.readFile(file);
  if (file.endsWith('.parquet')) {
    const hash = sha256(bytes);
    if (!textsOfTables.has(hash)) textsOfTables.set(hash, await tableTexts(file));
    return textsOfTables.get(hash)!;
  }
  if (file.endsWith('.safetensors')) {
    const { tensors, ...rest } = decodeSafetensors(bytes);
    return [
      ...Object.values(tensors).flatMap(({ values }) => Array.from(values, String)),
      ...walk(rest),
      ...Object.keys(tensors),
    ];
  }
  const content = bytes.toString('utf8');
  if (file.endsWith('.json')) return walk(JSON.parse(content));
  if (file.endsWith('.jsonl'))
    return content.split('\n').flatMap((line) => (line === '' ? [] : walk(JSON.parse(line))));
  return [content];
}

let database: Promise<DuckDBInstance> | null = null;

async function tableTexts(file: string): Promise<string[]> {
  database ??= DuckDBInstance.create(':memory:');
  const connection = await (await database).connect();
  try {
    const reader = await connection.runAndReadAll(`SELECT * FROM read_parquet('${file.replaceAll("'", "''")}')`);
    return reader.getRowsJson().flat(2).map(String);
  } finally {
    connection.closeSync();
  }
}

function walk(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [String(value)];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...walk(inner)]);
}

async function entriesWith(archive: string, name: string, text: string): Promise<string[]> {
  const folder = await temporaryFolder();
  const zip = await ZipFile.open(archive);
  try {
    for (const entry of zip.entries) {
      const pieces: Uint8Array[] = [];
      await zip.forEachPiece(entry, (piece) => void pieces.push(Uint8Array.from(piece)));
      await fs.mkdir(path.dirname(path.join(folder, entry.name)), { recursive: true });
      await fs.writeFile(path.join(folder, entry.name), Buffer.concat(pieces));
    }
  } finally {
    await zip.close();
  }
  return (await filesWith(folder, text)).map((inner) => `${name}!${inner}`);
}
