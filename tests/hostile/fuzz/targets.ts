/**
 * The fuzz targets: every file that `open` and `import` read, audit logs, kept heads of them, and answers of a cluster. A target makes a hostile input from a valid one in steps;
 * each step has its own stream, so that a finding can be repeated without some steps.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { RandomStream } from '../../../src/engine/model/random';
import type { Mapping } from '../../../src/shared/contract/dataset';
import { mappingSchema } from '../../../src/shared/contract/dataset';
import { MODEL_ROWS, MODELS } from '../../../src/shared/recipe/models';
import { bundleParts, originals, type Parts } from '../support/originals';
import { parquetOf } from '../support/parquet';
import { entriesOf, type RawEntry, rawZip, zipOf } from '../support/raw-zip';
import { sealed, withManifest } from '../support/seal';
import { openTensors, tensorsFile, tensorsOf, wellFormed } from '../support/tensors';
import { importAndUse, openAndUse } from '../support/use';
import type { Draws, Input } from './draws';
import { heads } from './heads';
import { audit, cluster } from './logs';
import { mutateBytes, mutateJson, mutateJsonFile, pick } from './mutate';
import { workbook } from './workbook';

export type Target = (draws: Draws) => Promise<Input>;

const RECORDS = [
  'run.json',
  'recipe.json',
  'vocabulary.json',
  'dataset/dataset.json',
  'epochs.jsonl',
  'dataset/dataset.json',
  'run.json',
];
const TENSOR_FILES = ['model.safetensors', 'model.safetensors', 'lists.safetensors', 'test-profiles.safetensors'];

const bundle = (bytes: Buffer): Input => ({
  files: { 'given.shelfwise': bytes },
  use: async (stage) => openAndUse(stage, path.join(stage.given, 'given.shelfwise')),
});

/** A zip file's structure: fields of entries, or any byte outside the contents. */
async function zip({ beginning, steps }: Draws): Promise<Input> {
  const parts = withManifest(await bundleParts('popularity', beginning.below(2) === 0));
  if (beginning.below(2) === 0) {
    let entries: RawEntry[] = entriesOf(parts);
    for (const random of steps) entries = mutateEntries(random, entries);
    return bundle(rawZip(entries));
  }
  let whole = zipOf(parts);
  const end = whole.length - entriesOf(parts).reduce((sum, { name }) => sum + 46 + name.length, 22);
  for (const random of steps) {
    const from = random.below(3) === 0 ? 0 : end;
    whole = Buffer.concat([whole.subarray(0, from), mutateBytes(random, whole.subarray(from))]);
  }
  return bundle(whole);
}

function mutateEntries(random: RandomStream, entries: readonly RawEntry[]): RawEntry[] {
  const at = random.below(entries.length);
  const old = entries[at]!;
  const number = pick(random, [0, 1, 22, 1000, 0x7fffffff, 0xfffffffe, 0xffffffff]);
  const names = [
    '../x',
    '/x',
    'dataset/../run.json',
    'dataset/x',
    'run.json',
    'dataset\\x',
    '',
    'x'.repeat(300),
    'dataset/CON',
  ];
  const changes: Partial<RawEntry>[] = [
    { size: number },
    { packed: number },
    { offset: number },
    { crc: number },
    { method: pick(random, [1, 8, 9, 14, 99]) },
    { flags: 1 << random.below(16) },
    { name: pick(random, names) },
    { localName: pick(random, names) },
    { extra: mutateBytes(random, Buffer.from([1, 0, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8])) },
    { attributes: pick(random, [0o120777, 0o040755, 0o060600]) << 16 },
    { content: mutateBytes(random, Buffer.from(old.content)) },
  ];
  const changed = { ...old, ...pick(random, changes) };
  switch (random.below(6)) {
    case 0:
      return entries.toSpliced(at, 0, changed);
    case 1:
      return entries.toSpliced(at, 1);
    default:
      return entries.with(at, changed);
  }
}

async function manifest({ beginning, steps }: Draws): Promise<Input> {
  const parts = withManifest(await bundleParts('popularity', beginning.below(2) === 0));
  for (const random of steps) parts['manifest.json'] = mutateJsonFile(random, parts['manifest.json']!);
  return bundle(zipOf(parts));
}

async function records({ beginning, steps }: Draws): Promise<Input> {
  const model = pick(beginning, MODELS);
  const withData = beginning.below(5) !== 0 || MODEL_ROWS[model].holdsHistories;
  const parts = await bundleParts(model, withData);
  for (const random of steps) {
    const name = pick(random, RECORDS);
    if (parts[name]) parts[name] = mutateJsonFile(random, parts[name]);
  }
  return bundle(await sealed(parts, { fingerprint: beginning.below(2) === 0 }));
}

const tablesOf = (parts: Parts): string[] => Object.keys(parts).filter((name) => name.endsWith('.parquet'));

async function parquet({ beginning, steps }: Draws): Promise<Input> {
  const parts = await bundleParts();
  const name = pick(beginning, tablesOf(parts));
  for (const random of steps) parts[name] = mutateBytes(random, parts[name]!);
  return bundle(await sealed(parts));
}

const VALUES = [
  'NULL',
  '-1',
  '0',
  '1',
  '2147483647',
  "'x'",
  "''",
  "'__proto__'",
  "'nan'::DOUBLE",
  "'infinity'::DOUBLE",
  "repeat('x', 100000)",
  'true',
  "['a', NULL]",
  "{'a': 1}",
  "'\\x00\\xFF'::BLOB",
  "DATE '2026-01-01'",
  '1e300::DOUBLE',
  "chr(31) || 'x'",
  'row_number() OVER ()',
];

/** Tables with other columns, types, rows and values, as DuckDB writes them. */
async function tables({ beginning, steps }: Draws): Promise<Input> {
  const parts = await bundleParts(pick(beginning, ['popularity', 'dae', 'als'] as const));
  for (const random of steps) {
    const name = pick(random, tablesOf(parts));
    parts[name] = await parquetOf(tableQuery(random), { old: parts[name]! }).catch(() => parts[name]!);
  }
  return bundle(await sealed(parts));
}

const COLUMNS = [
  'profile',
  'item',
  'time',
  'role',
  'weight',
  'trailer',
  'completion',
  'id',
  'in_file',
  'title',
  'a0',
  'a1',
  'a2',
  'place',
  'file',
  'line',
  'outcome',
  'raw',
];

function tableQuery(random: RandomStream): string {
  const column = pick(random, COLUMNS);
  const value = pick(random, VALUES);
  switch (random.below(7)) {
    case 0:
      return `SELECT * EXCLUDE (${column}) FROM $old`;
    case 1:
      return `SELECT *, ${value} AS more FROM $old`;
    case 2:
      return `SELECT * FROM $old LIMIT ${random.below(20)} OFFSET ${random.below(20)}`;
    case 3:
      return `SELECT * FROM $old UNION ALL SELECT * FROM $old LIMIT ${10 + random.below(200)}`;
    case 4:
      return `SELECT * FROM $old ORDER BY ${column} DESC`;
    default:
      return `SELECT * REPLACE (${random.below(3) === 0 ? value : `CASE WHEN random() < 0.2 THEN ${value} ELSE ${column} END`} AS ${column}) FROM $old`;
  }
}

/** Headers, numbers and bytes of weights, lists and figures. */
async function tensors({ beginning, steps }: Draws): Promise<Input> {
  const parts = await bundleParts(pick(beginning, MODELS));
  for (const random of steps) {
    const name = pick(random, TENSOR_FILES);
    if (parts[name]) parts[name] = mutateTensors(random, parts[name]);
  }
  return bundle(await sealed(parts, { fingerprint: false }));
}

const TENSOR_VALUES = [0, -1, 1, 2 ** 31 - 1, -(2 ** 31), 10 ** 9, NaN, Infinity, -Infinity, 3.4e38, 1e-45];

function mutateTensors(random: RandomStream, file: Buffer): Buffer {
  try {
    switch (random.below(4)) {
      case 0: {
        const { header, body } = openTensors(file);
        return tensorsFile(JSON.stringify(mutateJson(random, header)) ?? 'null', body);
      }
      case 1: {
        const all = tensorsOf(file);
        const tensor = all[pick(random, Object.keys(all))]!;
        const from = random.below(tensor.values.length);
        tensor.values.fill(pick(random, TENSOR_VALUES), from, random.below(2) === 0 ? from + 1 : undefined);
        return wellFormed(all);
      }
      case 2: {
        const all = tensorsOf(file);
        const tensor = all[pick(random, Object.keys(all))]!;
        const side = random.below(tensor.shape.length);
        tensor.shape = tensor.shape.with(
          side,
          Math.max(0, tensor.shape[side]! + pick(random, [-1, 1, -tensor.shape[side]!, 100])),
        );
        const length = tensor.shape.reduce((product, one) => product * one, 1);
        const resized = tensor.values instanceof Float32Array ? new Float32Array(length) : new Int32Array(length);
        resized.set(tensor.values.subarray(0, length) as never);
        tensor.values = resized;
        return wellFormed(all);
      }
      default:
        return mutateBytes(random, file);
    }
  } catch {
    return mutateBytes(random, file);
  }
}

const folder = (files: Record<string, Buffer>, mapping?: Mapping): Input => ({
  files,
  use: async (stage) => importAndUse(stage, stage.given, mapping),
});

/** Folders in the contest's layout. */
async function contest({ steps }: Draws): Promise<Input> {
  const { source } = await originals();
  const files: Record<string, Buffer> = {};
  for (const name of (await fs.readdir(source)).sort()) files[name] = await fs.readFile(path.join(source, name));
  for (const random of steps) {
    const name = pick(random, Object.keys(files));
    const other = pick(random, Object.keys(files));
    const kind = random.below(20);
    if (kind === 0) files[name] = files[other]!;
    else if (kind === 1) files[name] = Buffer.from(files[name]!.toString(), 'utf16le');
    else if (kind === 2)
      files[name] = Buffer.from(files[name]!.toString().replaceAll('\n', pick(random, ['\r', '\r\n', '\0', ','])));
    else files[name] = mutateBytes(random, files[name]!);
  }
  return folder(files);
}

const VIEWS = Buffer.from(
  `user,item,when,stars\n${Array.from({ length: 30 }, (_, at) => `u${at % 5},i${at % 9},2026-03-0${1 + (at % 9)},${at}\n`).join('')}`,
);
const USERS = Buffer.from('id,age,likes\nu0,3,a|b\nu1,4,\nu2,5,c\n');

/** Folders of another service, with the mapping that reads them; CSV and Parquet. */
async function mapped({ beginning, steps }: Draws): Promise<Input> {
  const isParquet = beginning.below(2) === 0;
  const views = isParquet ? 'views.parquet' : 'views.csv';
  const files: Record<string, Buffer> = {
    [views]: isParquet
      ? await parquetOf(
          'SELECT \'u\' || (i % 5) AS "user", \'i\' || (i % 9) AS item, i AS "when", i AS stars FROM range(30) t(i)',
        )
      : VIEWS,
    'users.csv': USERS,
  };
  let mapping: unknown = {
    events: { file: views, profile: 'user', item: 'item', time: 'when', weight: 'stars' },
    profiles: {
      file: 'users.csv',
      profile: 'id',
      attributes: ['age', { name: 'likes', kind: 'set', columns: ['likes'] }],
    },
  };
  for (const random of steps) {
    const name = pick(random, Object.keys(files));
    if (random.below(3) === 0) mapping = mutateJson(random, mapping);
    else files[name] = mutateBytes(random, files[name]!);
  }
  // Inputs that the contract refuses are not worth a case each time.
  if (!mappingSchema.safeParse(mapping).success) mapping = { events: { file: views, profile: 'user', item: 'item' } };
  return folder(files, mapping as Mapping);
}

export const TARGETS: Record<string, Target> = {
  zip,
  manifest,
  records,
  parquet,
  tables,
  tensors,
  contest,
  mapped,
  workbook,
  audit,
  heads,
  cluster,
};

/** What `--only` may name besides a target: everything that a command reads. */
export const GROUPS: Record<string, readonly string[]> = {
  open: ['zip', 'manifest', 'records', 'parquet', 'tables', 'tensors'],
  import: ['contest', 'mapped', 'workbook'],
  logs: ['audit', 'heads', 'cluster'],
};
