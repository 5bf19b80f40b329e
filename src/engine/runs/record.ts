/** run.json: creates, reads, checks and writes records. */
import { createHash, randomInt } from 'node:crypto';
import * as path from 'node:path';
import type { Dataset } from '../../shared/contract/dataset';
import type { DeviceChoice } from '../../shared/contract/device';
import {
  type AnyRecord,
  type EarlierRecord,
  earlierRecordSchema,
  type RunRecord,
  runRecordSchema,
  SEALED_FILES,
  type SealedFile,
} from '../../shared/contract/run';
import { ShelfwiseError } from '../../shared/errors';
import { unnamed } from '../../shared/words/run-name';
import { say, type Sentence } from '../../shared/words/sentence';
import { asksForNewer, canonicalRecipe, withStoredRecipe } from '../../shared/recipe/stored';
import { type Recipe, RECIPE_VERSION } from '../../shared/recipe/table';
import { writeJson } from '../storage/files';
import { contentOf, type Kept, type KeptKind, parseKept } from '../storage/kept-file';
import { hashPlainFile, placeIn } from '../storage/plain-file';
import { readTextIfThere, sha256 } from '../storage/read-files';
import { programInfo } from '../machine/environment/program';

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const LETTERS = 9;

/** Nine letters of 31: 44 bits. */
const newRunId = (): string =>
  `r${Array.from({ length: LETTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;

/**
 * The ID of the run of a unit: the same for the same data, recipe and seed, on every computer. If two units share one by chance (44 bits), their
 * records differ, and the second is refused.
 */
export function runIdOfUnit(dataset: string, recipe: Recipe, seed: number): string {
  const digest = createHash('sha256')
    .update(`shelfwise unit 1\n${dataset}\n${seed}\n${canonicalRecipe(recipe)}`)
    .digest();
  return `r${Array.from(digest.subarray(0, LETTERS), (byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;
}

export const recordFile = (folder: string): string => path.join(folder, 'run.json');

/** The record of a run that has not started. */
export async function newRecord(options: {
  dataset: Pick<Dataset, 'fingerprint' | 'name'> & Partial<Pick<Dataset, 'period'>>;
  recipe: Recipe;
  seed: number;
  name?: string | undefined;
  parent?: string | undefined;
  deviceChoice?: DeviceChoice | undefined;
  runId?: string | undefined;
}): Promise<RunRecord> {
  const { dataset, recipe, seed } = options;
  return {
    formatVersion: 1,
    runId: options.runId ?? newRunId(),
    name: options.name ?? unnamed({ recipe, dataset, seed }),
    status: 'running',
    reason: null,
    createdAt: new Date().toISOString(),
    finishedAt: null,
    seconds: 0,
    parent: options.parent ?? null,
    dataset: { fingerprint: dataset.fingerprint, name: dataset.name },
    model: recipe.model,
    seed,
    recipe,
    recipeSha256: sha256(canonicalRecipe(recipe)),
    epochs: 0,
    listsFrom: null,
    stages: [],
    split: null,
    metrics: null,
    slices: [],
    quality: null,
    weightsSha256: null,
    listsSha256: null,
    environment: null,
    ...(options.deviceChoice && { deviceChoice: options.deviceChoice }),
    program: await programInfo(),
  };
}

/** @param part the file's name in error sentences */
const recordKind = (part: Sentence): KeptKind<RunRecord> => ({
  schema: runRecordSchema,
  isNewer: asksForNewer,
  what: part,
  damaged: (cause) =>
    cause === null ? say('run.record-not-json', { part }) : say('run.record-damaged', { part, cause }),
});

/**
 * The record as it is on disk.
 * @throws ShelfwiseError `usage` if its recipe is of an earlier version; as readAnyRecord
 */
export const readRecord = async (folder: string): Promise<RunRecord> => ofThisVersion(await readAnyRecord(folder));

/**
 * The record as it is on disk, of a run that need not be of this recipe version.
 * @throws ShelfwiseError `not-found` without a run.json, `bad-data` if it is damaged, naming the field, `newer-version`
 */
export async function readAnyRecord(folder: string): Promise<AnyRecord> {
  const text = await readTextIfThere(recordFile(folder));
  if (text === null) throw new ShelfwiseError('not-found', say('run.no-record', { folder }));
  return anyRecordIn(text, say('run.file', { file: 'run.json', run: path.basename(folder) }));
}

/** @param what the file's name in error sentences. @throws ShelfwiseError as readRecord */
export const parseRecord = (text: string, what: Sentence): RunRecord => ofThisVersion(anyRecordIn(text, what));

function anyRecordIn(text: string, what: Sentence): AnyRecord {
  const kept = parseKept(text, recordKind(what));
  const earlier = kept.state === 'damaged' && parseKept(text, { ...recordKind(what), schema: earlierRecordSchema });
  return earlier && earlier.state === 'fine' ? earlier.content : recordIn(kept)!;
}

export const isEarlierRecord = (record: AnyRecord): record is EarlierRecord => record.recipe.version !== RECIPE_VERSION;

/** @throws ShelfwiseError `usage` if the recipe is of an earlier version */
function ofThisVersion(record: AnyRecord): RunRecord {
  if (!isEarlierRecord(record)) return record;
  throw new ShelfwiseError('usage', say('run.earlier', { run: record.runId, version: record.recipe.version }));
}

/** A turned bit may leave a record that reads well, with another score in it: only its hash tells. */
function recordIn(kept: Kept<RunRecord>): RunRecord | null {
  const record = contentOf(kept);
  if (kept.state !== 'fine' || record?.recordSha256 === undefined) return record;
  if (hashRecord(kept.raw as RunRecord) === record.recordSha256) return record;
  throw new ShelfwiseError('bad-data', say('run.other-record', { run: record.runId }));
}

/** @param stored as it lies in the file, with fields of newer versions */
function hashRecord(stored: RunRecord): string {
  const { recordSha256: _, ...told } = stored;
  return sha256(JSON.stringify(told));
}

/** @returns the record as it is written: that of an ended run with its own hash */
export async function writeRecord(folder: string, record: RunRecord): Promise<RunRecord> {
  const { recordSha256: _, ...told } = runRecordSchema.parse(record);
  const own = told.files === undefined ? {} : { recordSha256: hashRecord(withStoredRecipe(told)) };
  await writeJson(recordFile(folder), { ...withStoredRecipe(told), ...own });
  return { ...told, ...own };
}

/** Sealed files with data about profiles, which a bundle without data leaves out. */
export const PRIVATE_RUN_FILES: readonly SealedFile[] = ['lists.safetensors', 'test-profiles.safetensors'];

/** What a training writes beside its record and recipe. */
export const MADE_BY_TRAINING = [
  'epochs.jsonl',
  'model.safetensors',
  'measured.safetensors',
  'vocabulary.json',
  ...PRIVATE_RUN_FILES,
];

/** Files that a finished run no longer needs, as it is never resumed. */
export const FOR_RESUMING = ['checkpoint.safetensors', 'checkpoint.json', 'kept.safetensors', 'stop-requested'];

/**
 * Writes the record of an ended run with the SHA-256 of the files beside it, so that a flipped byte is found later. Call it last, when all files are
 * written.
 */
export async function sealRecord(folder: string, record: RunRecord): Promise<RunRecord> {
  return writeRecord(folder, { ...record, files: await hashFiles(folder) });
}

async function hashFiles(folder: string): Promise<NonNullable<RunRecord['files']>> {
  const files: NonNullable<RunRecord['files']> = {};
  for (const file of SEALED_FILES) {
    const hash = await hashPlainFile(placeIn(folder, file));
    if (hash !== null) files[file] = hash;
  }
  return files;
}

/** @throws ShelfwiseError `bad-data` if the hash of a sealed file is not the record's */
export function refuseOtherHash(record: RunRecord, file: SealedFile, sha256OfFile: string): void {
  const recorded = record.files?.[file];
  if (recorded === undefined || sha256OfFile === recorded) return;
  throw new ShelfwiseError('bad-data', say('run.other-bytes', { file, run: record.runId }));
}
