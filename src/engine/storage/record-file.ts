/**
 * A JSON file of records that people keep with a data set (reviews, notes, segments, tunings). Several programs may write it at the same
 * time: a change is read, made and written while nobody else does.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/sentences/sentence';
import { claimFile, makeFolder, writeJson } from './files';
import { jsonOrNull, readTextIfThere } from './read-files';

export type Records<Value> = Readonly<Record<string, Value>>;

/** What is in a file of records; `name` is the key that holds them. */
export interface RecordFile<Value> {
  readonly path: string;
  readonly name: string;
  readonly value: z.ZodType<Value>;
}

/** Milliseconds after which a claim counts as left behind by a program that was killed: a change takes a few. */
const STALE_CLAIM = 5000;
const TRIES = 400;
const PAUSE = 15;

interface Content<Value> {
  /** Goes up by one with every change of the file. */
  readonly revision: number;
  readonly records: Records<Value>;
}

async function read<Value>({ path: file, name, value }: RecordFile<Value>): Promise<Content<Value>> {
  const text = await readTextIfThere(file);
  if (text === null) return { revision: 0, records: {} };
  const schema = z.object({ formatVersion: z.literal(1), revision: z.int(), [name]: z.record(z.string(), value) });
  const { data } = schema.safeParse(jsonOrNull(text));
  if (data === undefined) throw new ShelfwiseError('bad-data', say('kept.damaged', { file, name }));
  return { revision: data['revision'] as number, records: data[name] as Records<Value> };
}

/** @throws ShelfwiseError `bad-data` where the file is not what was written */
export async function readRecords<Value>(file: RecordFile<Value>): Promise<Records<Value>> {
  return (await read(file)).records;
}

/**
 * Where another program was faster, its change is read first, and `change` is asked again.
 * @param change answers the records as they shall be, or the same object where nothing changes; what it throws leaves the file as it is
 */
export async function changeRecords<Value>(
  file: RecordFile<Value>,
  change: (records: Records<Value>) => Records<Value>,
): Promise<void> {
  await makeFolder(path.dirname(file.path));
  const claim = `${file.path}.claim`;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { revision, records } = await read(file);
    const changed = change(records);
    if (changed === records) return;
    if (!(await claimFile(claim))) {
      await removeStale(claim);
      await sleep(PAUSE);
      continue;
    }
    try {
      if ((await read(file)).revision !== revision) continue;
      await writeJson(file.path, { formatVersion: 1, revision: revision + 1, [file.name]: changed });
      return;
    } finally {
      await fs.rm(claim, { force: true });
    }
  }
  throw new ShelfwiseError('busy', say('kept.busy', { file: file.path }));
}

async function removeStale(claim: string): Promise<void> {
  try {
    const { mtimeMs } = await fs.stat(claim);
    if (Date.now() - mtimeMs > STALE_CLAIM) await fs.rm(claim, { force: true });
  } catch (thrown) {
    if (toShelfwiseError(thrown).code !== 'not-found') throw thrown;
  }
}
