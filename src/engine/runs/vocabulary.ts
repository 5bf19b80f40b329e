/** vocabulary.json: which profile and which item the rows and columns of a run are. */
import * as path from 'node:path';
import * as z from 'zod';
import { ShelfwiseError } from '../../shared/errors';
import { say, type Sentence } from '../../shared/sentences/sentence';
import { writeFile } from '../storage/files';
import { readTextIfThere } from '../storage/read-files';

export const vocabularySchema = z.object({
  /** Ids in the order of the rows; null in a run that was opened from a bundle without its data. */
  profiles: z.array(z.string()).nullable(),
  /** Ids in the order of the columns. */
  items: z.array(z.string()),
});
export type Vocabulary = z.infer<typeof vocabularySchema>;

export const vocabularyFile = (folder: string): string => path.join(folder, 'vocabulary.json');

/** The bytes of the file; the same vocabulary gives the same bytes. */
export const encodeVocabulary = ({ profiles, items }: Vocabulary): string => `${JSON.stringify({ profiles, items })}\n`;

export async function writeVocabulary(folder: string, vocabulary: Vocabulary): Promise<void> {
  await writeFile(vocabularyFile(folder), encodeVocabulary(vocabulary));
}

/** @throws ShelfwiseError `not-found` where the run has not come so far, `bad-data` where the file is damaged */
export async function readVocabulary(folder: string): Promise<Vocabulary> {
  const text = await readTextIfThere(vocabularyFile(folder));
  if (text === null) throw new ShelfwiseError('not-found', say('run.no-vocabulary', { run: path.basename(folder) }));
  return parseVocabulary(text, say('run.file', { file: 'vocabulary.json', run: path.basename(folder) }));
}

export function parseVocabulary(text: string, what: Sentence): Vocabulary {
  try {
    return vocabularySchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new ShelfwiseError('bad-data', say('run.part-damaged', { part: what }), {
      cause,
    });
  }
}
