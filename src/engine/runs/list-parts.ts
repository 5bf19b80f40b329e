/**
 * list-parts/K-of-N.safetensors: lists of a part of the profiles, until all parts are joined to lists.safetensors. They contain data about profiles,
 * so forgetting one removes them; they may be deleted and made again at any time.
 */
import * as path from 'node:path';
import { STORED_PLACES } from '../../shared/limits';
import { hashTensors } from '../model/safetensors';
import { readSafetensors, sha256OfSafetensors, writeSafetensors } from '../model/safetensors-file';
import { type Lists, SCORING_ROWS } from '../model/ranking/lists';
import { entriesOf } from '../storage/disk';
import { makeFolder, removeFolder, renamePatiently } from '../storage/files';
import { areListsOf, tensorsOf } from './lists-file';
import { whyNoTensors } from './sealed-tensors';
import { readVocabulary, type Vocabulary } from './vocabulary';

/** Part `part` of `of`, from 1. */
interface ListPart {
  readonly part: number;
  readonly of: number;
}

/** The file's name in paths shown to others. */
export const partFile = ({ part, of }: ListPart): string => `list-parts/${part}-of-${of}.safetensors`;

const folderOf = (folder: string): string => path.join(folder, 'list-parts');

/**
 * The rows of a part, cut at the end of a scoring block: a block has the same rows however many parts there are, so the kernels compute the same.
 * @param rows of all lists
 */
export function rowsOfPart(rows: number, { part, of }: ListPart): { from: number; to: number } {
  const blocks = Math.ceil(rows / SCORING_ROWS);
  const cut = (parts: number): number => Math.min(rows, Math.floor((parts * blocks) / of) * SCORING_ROWS);
  return { from: cut(part - 1), to: part === of ? rows : cut(part) };
}

/** @param weightsSha256 of the model that made the lists. @returns SHA-256 of the bytes */
export async function writePart(
  folder: string,
  part: ListPart,
  lists: Lists,
  weightsSha256: string,
): Promise<{ sha256: string }> {
  const tensors = tensorsOf(lists);
  const metadata = { weightsSha256, tensorsSha256: hashTensors(tensors) };
  await makeFolder(folderOf(folder));
  await writeSafetensors(path.join(folder, partFile(part)), tensors, metadata);
  return { sha256: sha256OfSafetensors(tensors, metadata) };
}

/**
 * @param of the required model, rows and places
 * @returns null if the part is missing, damaged or another model's, and must be made
 */
export async function readPart(
  folder: string,
  part: ListPart,
  of: { weightsSha256: string; rows: number; count: number },
): Promise<{ lists: Lists; sha256: string } | null> {
  const found = await readSafetensors(path.join(folder, partFile(part))).catch((thrown: unknown) => {
    if (whyNoTensors(thrown) === null) throw thrown;
    return null;
  });
  if (found === null) return null;
  const { tensors, metadata, sha256 } = found;
  const { items, scores } = tensors;
  const isWhole = metadata['weightsSha256'] === of.weightsSha256 && metadata['tensorsSha256'] === hashTensors(tensors);
  if (!isWhole || !(items?.values instanceof Int32Array) || !(scores?.values instanceof Float32Array)) return null;
  const { from, to } = rowsOfPart(of.rows, part);
  const shape = [to - from, of.count].join();
  if (items.shape.join() !== shape || scores.shape.join() !== shape) return null;
  return { lists: { count: of.count, items: items.values, scores: scores.values }, sha256 };
}

const sizesOf = ({ profiles, items }: Vocabulary): { rows: number; count: number } => ({
  rows: (profiles ?? []).length + 1,
  count: Math.min(STORED_PLACES, items.length),
});

/** Bytes of names, shapes and hashes at the head of a part: far more than there are. */
const HEAD_BYTES = 1 << 16;

/** Most bytes of the file of a part: a title and a score for each place. */
export async function largestPart(folder: string, part: ListPart): Promise<number> {
  const { rows, count } = sizesOf(await readVocabulary(folder));
  const { from, to } = rowsOfPart(rows, part);
  return HEAD_BYTES + (to - from) * count * (Int32Array.BYTES_PER_ELEMENT + Float32Array.BYTES_PER_ELEMENT);
}

/**
 * Adopts a part made on another computer.
 * @param file is moved into the run's folder
 * @returns null if it is no such part of the run's current model; nothing is kept then
 */
export async function keepBroughtPart(
  folder: string,
  part: ListPart,
  of: { weightsSha256: string | null },
  file: string,
): Promise<{ path: string; sha256: string } | null> {
  const { weightsSha256 } = of;
  if (weightsSha256 === null) return null;
  const vocabulary = await readVocabulary(folder);
  const wanted = { weightsSha256, ...sizesOf(vocabulary) };
  await makeFolder(folderOf(folder));
  const place = path.join(folder, partFile(part));
  await renamePatiently(file, place);
  const kept = await readPart(folder, part, wanted);
  if (kept !== null && areListsOf(kept.lists, vocabulary.items.length))
    return { path: partFile(part), sha256: kept.sha256 };
  await removeFolder(place);
  return null;
}

/** Joins all parts, in order. */
export function joinLists(parts: readonly Lists[], count: number): Lists {
  const length = parts.reduce((sum, { items }) => sum + items.length, 0);
  const joined = { count, items: new Int32Array(length), scores: new Float32Array(length) };
  let at = 0;
  for (const { items, scores } of parts) {
    joined.items.set(items, at);
    joined.scores.set(scores, at);
    at += items.length;
  }
  return joined;
}

export const removeParts = (folder: string): Promise<void> => removeFolder(folderOf(folder));

/** Number of part files. */
export const countParts = async (folder: string): Promise<number> => (await entriesOf(folderOf(folder))).length;
