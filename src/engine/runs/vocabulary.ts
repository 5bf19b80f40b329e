/** vocabulary.json: the profile and item IDs of a run's rows and columns. */
import * as path from 'node:path';
import * as z from 'zod';
import type { RunRecord } from '../../shared/contract/run';
import { ShelfwiseError } from '../../shared/errors';
import { say, type Sentence } from '../../shared/words/sentence';
import { writeFile } from '../storage/files';
import { readPlainFileIfThere } from '../storage/plain-file';
import { jsonOrNull, sha256 } from '../storage/read-files';
import { refuseOtherHash } from './record';

const vocabularySchema = z.object({
  /** IDs in the order of the rows; null in a run opened from a bundle without its data. */
  profiles: z.array(z.string()).nullable(),
  /** IDs in the order of the columns. */
  items: z.array(z.string()),
});
export type Vocabulary = z.infer<typeof vocabularySchema>;

export const vocabularyFile = (folder: string): string => path.join(folder, 'vocabulary.json');

/** IDs written at a time. */
const PIECE = 1 << 14;

/** The text of the file in pieces; the same vocabulary gives the same bytes, those of `JSON.stringify`. */
function* vocabularyPieces({ profiles, items }: Vocabulary): Generator<string, void> {
  yield '{"profiles":';
  if (profiles === null) yield 'null';
  else yield* listPieces(profiles);
  yield ',"items":';
  yield* listPieces(items);
  yield '}\n';
}

function* listPieces(ids: readonly string[]): Generator<string, void> {
  yield '[';
  for (let from = 0; from < ids.length; from += PIECE)
    yield `${from === 0 ? '' : ','}${JSON.stringify(ids.slice(from, from + PIECE)).slice(1, -1)}`;
  yield ']';
}

export const encodeVocabulary = (vocabulary: Vocabulary): string => [...vocabularyPieces(vocabulary)].join('');

export async function writeVocabulary(folder: string, vocabulary: Vocabulary): Promise<void> {
  await writeFile(vocabularyFile(folder), vocabularyPieces(vocabulary));
}

/** @throws ShelfwiseError `not-found` if the run has not written it yet, `bad-data` if the file is damaged */
export async function readVocabulary(folder: string, record?: RunRecord): Promise<Vocabulary> {
  const vocabulary = await readVocabularyIfThere(folder, record);
  if (vocabulary !== null) return vocabulary;
  throw new ShelfwiseError('not-found', say('run.no-vocabulary', { run: path.basename(folder) }));
}

/**
 * Null if the run has not written it yet.
 * @param record whose hash the file must match, if known; a file without profiles is that of a bundle without data, whose hash no record has
 * @throws ShelfwiseError `bad-data` if the file is damaged
 */
export async function readVocabularyIfThere(folder: string, record?: RunRecord): Promise<Vocabulary | null> {
  const bytes = await readPlainFileIfThere(vocabularyFile(folder));
  if (bytes === null) return null;
  const what = say('run.file', { file: 'vocabulary.json', run: path.basename(folder) });
  const vocabulary = parseVocabulary(bytes.toString('utf8'), what);
  if (record !== undefined && vocabulary.profiles !== null) refuseOtherHash(record, 'vocabulary.json', sha256(bytes));
  return vocabulary;
}

/** @throws ShelfwiseError `bad-data` if the text is not a vocabulary, or contains an ID twice */
export function parseVocabulary(text: string, what: Sentence): Vocabulary {
  const parsed = vocabularySchema.safeParse(jsonOrNull(text));
  if (!parsed.success)
    throw new ShelfwiseError('bad-data', say('run.part-damaged', { part: what }), { cause: parsed.error });
  const { profiles, items } = parsed.data;
  if (items.length === 0 || !areUnique(items) || !areUnique(profiles ?? [])) {
    const cause = say('vocabulary.other-ids');
    throw new ShelfwiseError('bad-data', say('run.part-damaged-cause', { part: what, cause }));
  }
  return parsed.data;
}

/** Each ID stands for one row or column, so none may occur twice. */
const areUnique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** Whether rows and columns are these profiles and items; in a bundle without data the profiles are unknown. */
export function fitsVocabulary(vocabulary: Vocabulary, profiles: readonly string[], items: readonly string[]): boolean {
  return areSame(vocabulary.items, items) && (vocabulary.profiles === null || areSame(vocabulary.profiles, profiles));
}

const areSame = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((id, index) => id === right[index]);
