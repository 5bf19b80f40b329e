/** lists.safetensors: the best items of every profile, and of one of which nothing is known (the last row). */
import { createHash } from 'node:crypto';
import * as path from 'node:path';
import type { RunRecord } from '../../shared/contract/run';
import { ShelfwiseError } from '../../shared/errors';
import { say, type Said, type Sentence } from '../../shared/words/sentence';
import { LIST_LENGTH } from '../../shared/limits';
import { areFinite } from '../model/declaration';
import type { NamedTensors } from '../model/recommender';
import { sha256OfSafetensors, writeSafetensors } from '../model/safetensors-file';
import type { Lists } from '../model/ranking/lists';
import { readForgottenRunUnlessDamaged, whyForgotten } from './forgotten-run';
import { readOpened } from './opened';
import { readSealedTensors, tensorsOfPart } from './sealed-tensors';
import { readVocabularyIfThere, type Vocabulary } from './vocabulary';

/** Fills the places after the end of a list that the catalogue could not fill. */
export const LIST_END = -1;

export const listsFile = (folder: string): string => path.join(folder, 'lists.safetensors');

/** `items`: int32, rows x count, columns of the vocabulary, -1 after the end of a list; `scores`: float32 of the same shape. */
export async function writeLists(folder: string, lists: Lists): Promise<void> {
  await writeSafetensors(listsFile(folder), tensorsOf(lists));
}

/** SHA-256 of the file that `writeLists` writes. */
export const sha256OfLists = (lists: Lists): string => sha256OfSafetensors(tensorsOf(lists));

export function tensorsOf({ count, items, scores }: Lists): NamedTensors {
  const shape = [count === 0 ? 0 : items.length / count, count];
  return { items: { shape, values: items }, scores: { shape, values: scores } };
}

/** Numbers of profiles and items in the lists; lists have one more row, for the unknown profile. */
export interface ListSizes {
  readonly profiles: number;
  readonly items: number;
}

export const sizesOf = ({ profiles, items }: Vocabulary): ListSizes => ({
  profiles: profiles?.length ?? 0,
  items: items.length,
});

/**
 * @param sizes of the vocabulary whose items the lists name
 * @param record whose hash the file must match, if known
 * @throws ShelfwiseError `not-found` if the run has no lists, `bad-data` if the file is damaged
 */
export async function readLists(folder: string, sizes: ListSizes, record?: RunRecord): Promise<Lists> {
  const what = say('run.file', { file: 'lists.safetensors', run: path.basename(folder) });
  const found = await tensorsOfPart(what, () => readSealedTensors(folder, 'lists.safetensors', record));
  if (found === null) throw await noLists(folder);
  return listsIn(found.tensors, what, sizes);
}

/** The lists of a run, with the vocabulary of their rows and columns. @throws ShelfwiseError as readLists does */
export async function readListsAndVocabulary(
  folder: string,
  record?: RunRecord,
): Promise<{ lists: Lists; profiles: readonly string[]; items: readonly string[] }> {
  const vocabulary = await readVocabularyIfThere(folder, record);
  if (vocabulary === null || vocabulary.profiles === null) throw await noLists(folder);
  const { profiles, items } = vocabulary;
  return { lists: await readLists(folder, sizesOf(vocabulary), record), profiles, items };
}

const noLists = async (folder: string): Promise<ShelfwiseError> =>
  new ShelfwiseError('not-found', await whyNoLists(folder));

async function whyNoLists(folder: string): Promise<Said> {
  const run = path.basename(folder);
  const forgotten = await readForgottenRunUnlessDamaged(folder);
  if (forgotten !== null) return [whyForgotten(run, forgotten)];
  const opened = await readOpened(folder).catch(() => null);
  if (opened === null) return [say('lists.not-finished', { run })];
  const { problem, said } = opened;
  const why = problem === undefined ? [say('lists.import-folder')] : (said ?? [problem]);
  return [say('lists.without-data', { run }), ...why];
}

/** @throws ShelfwiseError `bad-data` if the tensors are not lists over such a vocabulary */
function listsIn(tensors: NamedTensors, what: Sentence, sizes: ListSizes): Lists {
  const damaged = (detail: Sentence): ShelfwiseError =>
    new ShelfwiseError('bad-data', say('run.part-damaged-cause', { part: what, cause: detail }));
  const items = tensors['items'];
  const scores = tensors['scores'];
  if (!(items?.values instanceof Int32Array) || !(scores?.values instanceof Float32Array) || items.shape.length !== 2)
    throw damaged(say('lists.no-tensors'));
  if (items.shape.join() !== scores.shape.join()) throw damaged(say('lists.other-sizes'));
  const lists = { count: items.shape[1]!, items: items.values, scores: scores.values };
  const problem = problemOf(lists, items.shape[0]!, sizes);
  if (problem !== null) throw damaged(problem);
  return lists;
}

/** Why a run over such a vocabulary cannot have these lists; null if it can. One pass. */
function problemOf({ count, items, scores }: Lists, rows: number, sizes: ListSizes): Sentence | null {
  if (rows !== sizes.profiles + 1) return say('lists.other-rows', { rows, wanted: sizes.profiles + 1 });
  if (count < 1 || count > sizes.items) return say('lists.other-places', { count, items: sizes.items });
  if (!areFinite(scores)) return say('lists.bad-scores');
  return problemOfItems(items, rows, count, sizes.items);
}

/**
 * Why these are not lists of items, each once and padding last; null if they are. One pass.
 * @param items rows x count
 * @param below number of items
 */
export function problemOfItems(items: Int32Array, rows: number, count: number, below: number): Sentence | null {
  const lastRow = new Int32Array(below).fill(-1);
  for (let row = 0; row < rows; row++) {
    let ended = false;
    for (let at = row * count; at < (row + 1) * count; at++) {
      const item = items[at]!;
      if (item === LIST_END) {
        ended = true;
        continue;
      }
      if (ended || item < 0 || item >= below) return say('lists.other-item', { row: row + 1 });
      if (lastRow[item] === row) return say('lists.repeated-item', { row: row + 1 });
      lastRow[item] = row;
    }
  }
  return null;
}

/** Whether rows of lists name existing titles, each once, with finite scores. */
export const areListsOf = ({ count, items, scores }: Lists, titles: number): boolean =>
  areFinite(scores) && problemOfItems(items, items.length / count, count, titles) === null;

/** Columns of one list, best first, without the padding. */
export function listOf(lists: Lists, row: number, length: number = LIST_LENGTH): Int32Array {
  const from = row * lists.count;
  const list = lists.items.subarray(from, from + Math.min(length, lists.count));
  const end = list.indexOf(LIST_END);
  return end < 0 ? list : list.subarray(0, end);
}

/** The rows of `after` whose first 25 titles, or their order, are not those of `before`. */
export function changedRows(before: Lists, after: Lists): Set<number> {
  const changed = new Set<number>();
  const rows = after.count === 0 ? 0 : after.items.length / after.count;
  for (let row = 0; row < rows; row++) {
    const [was, is] = [listOf(before, row), listOf(after, row)];
    if (was.length !== is.length || was.some((item, place) => item !== is[place])) changed.add(row);
  }
  return changed;
}

/**
 * SHA-256 over one line per list, "profile:item,item,...\n" with the IDs of the best 25, in the order of the vocabulary; the last line, of the
 * profile of which nothing is known, has no profile ID. Equal hashes mean the same lists.
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
