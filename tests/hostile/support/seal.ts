/**
 * Bundles as an attacker makes them: after any change, every hash is recomputed, from the files' hashes in run.json and
 * dataset.json and the fingerprint to the manifest and the zip file's checksums. Only checking the content is left to
 * the program.
 */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { withDatabase } from '../../../src/engine/storage/database/database';
import { readParquetFile } from '../../../src/engine/storage/database/parquet';
import { columnDigests, fingerprintOf } from '../../../src/engine/data/fingerprint';
import { hashLists } from '../../../src/engine/runs/lists-file';
import { CONTENT_FILES, type ContentFile, type Dataset } from '../../../src/shared/contract/dataset';
import { attackersHash, tensorsOf } from './tensors';
import { zipOf } from './raw-zip';

/** Names and contents of the files of a bundle, in their order. */
export type Parts = Record<string, Buffer>;

/** The files whose hashes run.json holds. */
const SEALED = [
  'recipe.json',
  'epochs.jsonl',
  'model.safetensors',
  'vocabulary.json',
  'lists.safetensors',
  'test-profiles.safetensors',
];
export const DATASET = 'dataset/dataset.json';

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/** The JSON of a part as an object, or null if it no longer is one. */
export function objectIn(parts: Parts, name: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(parts[name]!.toString());
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** Sets a value in the JSON of a part. @param at keys from the outside in; a text is split at its dots */
export function put(parts: Parts, name: string, at: string | readonly string[], value: unknown): void {
  const keys = typeof at === 'string' ? at.split('.') : at;
  const content: unknown = JSON.parse(parts[name]!.toString());
  let inner = content as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) inner = inner[key] as Record<string, unknown>;
  if (value === undefined) delete inner[keys.at(-1)!];
  // Not by assignment: `__proto__` would not become a key.
  else Object.defineProperty(inner, keys.at(-1)!, { value, enumerable: true, configurable: true, writable: true });
  parts[name] = json(content);
}

export interface Seal {
  /** Whether to recompute hashes within run.json and dataset.json; otherwise a hand-made record stays. */
  readonly records?: boolean;
  readonly fingerprint?: boolean;
}

/** The bundle of those parts, with all its hashes right. */
export async function sealed(parts: Parts, seal: Seal = {}): Promise<Buffer> {
  return zipOf(withManifest(await resealed(parts, seal)));
}

/** The parts with the hashes in their records right. */
export async function resealed(parts: Parts, { records = true, fingerprint = true }: Seal = {}): Promise<Parts> {
  const made = { ...parts };
  if (!records) return made;
  sealData(made);
  if (fingerprint) await sealFingerprint(made);
  sealRun(made);
  return made;
}

function sealData(parts: Parts): void {
  const files = objectIn(parts, DATASET)?.['snapshotFiles'];
  if (!Array.isArray(files)) return;
  const sealedFiles = (files as unknown[]).map((entry) => {
    const { file } = (entry ?? {}) as { file?: unknown };
    const bytes = typeof file === 'string' ? parts[`dataset/${file}`] : undefined;
    return bytes === undefined ? entry : { ...(entry as object), sha256: sha256(bytes) };
  });
  put(parts, DATASET, 'snapshotFiles', sealedFiles);
}

/** If the tables' content has a fingerprint, it becomes that of data set, record and manifest. */
async function sealFingerprint(parts: Parts): Promise<void> {
  const dataset = objectIn(parts, DATASET) as unknown as Dataset | null;
  if (dataset === null || !Array.isArray(dataset.snapshotFiles)) return;
  const listed = dataset.snapshotFiles.map(({ file }) => file);
  const tables = CONTENT_FILES.filter((file) => listed.includes(file) && parts[`dataset/${file}`] !== undefined);
  try {
    const digests = new Map<ContentFile, string[]>();
    for (const file of tables) digests.set(file, await digestsOf(parts[`dataset/${file}`]!));
    const found = fingerprintOf(dataset, digests);
    put(parts, DATASET, 'fingerprint', found);
    for (const [at, { file }] of dataset.snapshotFiles.entries())
      put(parts, DATASET, ['snapshotFiles', String(at), 'columns'], digests.get(file));
    if (objectIn(parts, 'run.json')?.['dataset'] instanceof Object)
      put(parts, 'run.json', 'dataset.fingerprint', found);
  } catch (thrown) {
    // An unreadable table keeps its fingerprint. Missing permission is a bug of this function.
    if (/permission/i.test(String(thrown))) throw thrown;
  }
}

const digestsByContent = new Map<string, string[]>();

/** What an importer computes of a table. Most tables of a case are the original's, which are read once. */
async function digestsOf(table: Buffer): Promise<string[]> {
  const content = sha256(table);
  const known = digestsByContent.get(content);
  if (known !== undefined) return known;
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-sealing-'));
  try {
    const file = path.join(folder, 'table.parquet');
    await fs.writeFile(file, table);
    const digests = await withDatabase({ reads: [file] }, (database) => columnDigests(database, readParquetFile(file)));
    digestsByContent.set(content, digests);
    return digests;
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

function sealRun(parts: Parts): void {
  const record = objectIn(parts, 'run.json');
  if (record === null) return;
  const { files } = record;
  if (files instanceof Object)
    for (const name of SEALED.filter((file) => file in files && parts[file] !== undefined))
      put(parts, 'run.json', ['files', name], sha256(parts[name]!));
  if (typeof record['recipeSha256'] === 'string' && parts['recipe.json'])
    put(parts, 'run.json', 'recipeSha256', sha256(parts['recipe.json']));
  const weights = parts['model.safetensors'] && attackersHash(parts['model.safetensors']);
  if (weights && isHash(record['weightsSha256'])) put(parts, 'run.json', 'weightsSha256', weights);
  const lists = listsHash(parts);
  if (lists !== null && isHash(record['listsSha256'])) put(parts, 'run.json', 'listsSha256', lists);
  const { recordSha256, ...told } = objectIn(parts, 'run.json')!;
  if (isHash(recordSha256)) put(parts, 'run.json', 'recordSha256', sha256(JSON.stringify(told)));
}

/** A case's own value in place of a hash stays. */
const isHash = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

function listsHash(parts: Parts): string | null {
  try {
    const { items, scores } = tensorsOf(parts['lists.safetensors']!);
    const vocabulary = objectIn(parts, 'vocabulary.json') as { profiles: string[] | null; items: string[] };
    const { shape } = items!;
    // Without a matrix there are no lists, and counting them might not end.
    if (shape.length !== 2 || !(Number.isInteger(shape[1]) && shape[1]! > 0)) return null;
    return hashLists(vocabulary.profiles ?? [], vocabulary.items, {
      count: shape[1]!,
      items: items!.values as Int32Array,
      scores: scores!.values as Float32Array,
    });
  } catch {
    return null;
  }
}

/** The parts with a manifest that lists them; a case's changes to other fields stay. */
export function withManifest(parts: Parts): Parts {
  const { 'manifest.json': manifest, ...rest } = parts;
  const record = objectIn(parts, 'run.json') as { runId?: unknown; dataset?: { fingerprint?: unknown } } | null;
  const stated = objectIn(parts, 'manifest.json');
  if (stated === null) return { 'manifest.json': manifest!, ...rest };
  const files = Object.entries(rest).map(([file, bytes]) => ({ file, bytes: bytes.length, sha256: sha256(bytes) }));
  return {
    'manifest.json': json({
      ...stated,
      ...(record?.runId !== undefined && { runId: record.runId }),
      ...(record?.dataset?.fingerprint !== undefined && { fingerprint: record.dataset.fingerprint }),
      files,
    }),
    ...rest,
  };
}
