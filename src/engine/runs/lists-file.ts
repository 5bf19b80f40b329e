/** lists.safetensors: the best items of every profile, and of one about which nothing is known (the last row). */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { RunRecord } from '../../shared/contract';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { say, type Said, type Sentence, type SentenceValue } from '../../shared/sentences/sentence';
import { writeFile } from '../storage/files';
import { decodeSafetensors, encodeSafetensors } from '../model/safetensors';
import type { Lists } from '../recommend/lists';
import { readForgottenRun, whyForgotten } from '../privacy/forgotten-run';
import { readOpened } from './opened';
import { refuseOtherBytes } from './record';

/** How many of each list are hashed and exported. */
export const LIST_LENGTH = 25;

/** Stands in the places after the end of a list that the catalogue could not fill. */
export const LIST_END = -1;

export const listsFile = (folder: string): string => path.join(folder, 'lists.safetensors');

/** `items`: int32, rows x count, columns of the vocabulary, -1 where a list is shorter; `scores`: float32 alike. */
export async function writeLists(folder: string, lists: Lists): Promise<void> {
  const shape = [lists.count === 0 ? 0 : lists.items.length / lists.count, lists.count];
  const tensors = { items: { shape, values: lists.items }, scores: { shape, values: lists.scores } };
  await writeFile(listsFile(folder), encodeSafetensors(tensors));
}

/**
 * @param record whose hash of the file has to be met, where it is known
 * @throws ShelfwiseError `not-found` where the run has no lists, `bad-data` where the file is damaged
 */
export async function readLists(folder: string, record?: RunRecord): Promise<Lists> {
  const bytes = await readListsBytes(folder);
  if (record !== undefined) refuseOtherBytes(record, path.basename(listsFile(folder)), bytes);
  return decodeLists(bytes, say('run.file', { file: 'lists.safetensors', run: path.basename(folder) }));
}

async function readListsBytes(folder: string): Promise<Uint8Array> {
  try {
    return await fs.readFile(listsFile(folder));
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    if (error.code !== 'not-found') throw error;
    throw new ShelfwiseError('not-found', await whyNoLists(folder));
  }
}

async function whyNoLists(folder: string): Promise<Said> {
  const run = path.basename(folder);
  const forgotten = await readForgottenRun(folder).catch(() => null);
  if (forgotten !== null) return [whyForgotten(run, forgotten)];
  const opened = await readOpened(folder).catch(() => null);
  if (opened === null) return [say('lists.not-finished', { run })];
  const { problem, said } = opened;
  const why = problem === undefined ? [say('lists.import-folder')] : (said ?? [problem]);
  return [say('lists.without-data', { run }), ...why];
}

export function decodeLists(bytes: Uint8Array, what: Sentence): Lists {
  const damaged = (detail: SentenceValue, cause?: unknown): ShelfwiseError =>
    new ShelfwiseError('bad-data', say('run.part-damaged-cause', { part: what, cause: detail }), { cause });
  let tensors;
  try {
    ({ tensors } = decodeSafetensors(bytes));
  } catch (thrown) {
    const { message, said = [message] } = toShelfwiseError(thrown);
    throw damaged(said, thrown);
  }
  const items = tensors['items'];
  const scores = tensors['scores'];
  if (!(items?.values instanceof Int32Array) || !(scores?.values instanceof Float32Array) || items.shape.length !== 2)
    throw damaged(say('lists.no-tensors'));
  if (items.values.length !== scores.values.length) throw damaged(say('lists.other-sizes'));
  return { count: items.shape[1]!, items: items.values, scores: scores.values };
}

/** Columns of one list, best first, without the padding. */
export function listOf(lists: Lists, row: number, length: number = LIST_LENGTH): Int32Array {
  const from = row * lists.count;
  const list = lists.items.subarray(from, from + Math.min(length, lists.count));
  const end = list.indexOf(LIST_END);
  return end < 0 ? list : list.subarray(0, end);
}

/**
 * SHA-256 over one line a list, "profile:item,item,...\n" with the ids of the best 25, in the order of the vocabulary; the last line,
 * of the profile about which nothing is known, has no profile id. What "the same lists" means.
 */
export function hashLists(profileIds: readonly string[], itemIds: readonly string[], lists: Lists): string {
  const hash = createHash('sha256');
  const rows = lists.count === 0 ? 0 : lists.items.length / lists.count;
  for (let row = 0; row < rows; row++) {
    const items = Array.from(listOf(lists, row), (column) => itemIds[column]);
    hash.update(`${profileIds[row] ?? ''}:${items.join(',')}\n`);
  }
  return hash.digest('hex');
}
