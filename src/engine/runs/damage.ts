/** Whether the files of a run are still what its record says. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { RunRecord } from '../../shared/contract';
import { toShelfwiseError } from '../../shared/errors';
import { canonicalRecipe, recipeSchema } from '../../shared/recipe/schema';
import { say, type Sentence } from '../../shared/sentences/sentence';
import { jsonOrNull, readTextIfThere, sha256 } from '../storage/read-files';
import { decodeSafetensors, hashTensors } from '../model/safetensors';
import { hashLists, readLists } from './lists-file';
import { hashIfThere } from './record';
import { readVocabulary } from './vocabulary';

/**
 * One sentence for each file that is damaged or missing; [] where all are what the record says.
 * The bytes of the files are compared first (`files` of the record), then what the record says of their content.
 * @param leftOut files that are not expected: a run opened from a bundle without its data has no lists
 */
export async function runDamage(
  folder: string,
  record: RunRecord,
  leftOut: readonly string[] = [],
): Promise<Sentence[]> {
  const problems: Sentence[] = [];
  for (const [file, recorded] of Object.entries(record.files ?? {})) {
    if (leftOut.includes(file)) continue;
    const found = await hashIfThere(path.join(folder, file));
    if (found === null) problems.push(say('damage.missing', { file }));
    else if (found !== recorded) problems.push(say('damage.other', { file }));
  }
  const named = (file: string): boolean =>
    leftOut.includes(file) || problems.some(({ values }) => values['file'] === file);
  if (!named('recipe.json') && !(await recipeMatches(folder, record)))
    problems.push(say('damage.other', { file: 'recipe.json' }));
  if (!named('model.safetensors') && (await weightsHash(folder)) !== record.weightsSha256)
    problems.push(say('damage.weights', { file: 'model.safetensors' }));
  if (!named('lists.safetensors') && !named('vocabulary.json') && (await listsHash(folder)) !== record.listsSha256)
    problems.push(say('damage.lists', { file: 'lists.safetensors' }));
  return problems;
}

/** A recipe that was stored before a knob was there is as whole as it was: its text is hashed, and means what the record says. */
async function recipeMatches(folder: string, record: RunRecord): Promise<boolean> {
  const text = await readTextIfThere(path.join(folder, 'recipe.json'));
  if (text === null || sha256(text) !== record.recipeSha256) return false;
  const stored = recipeSchema.safeParse(jsonOrNull(text));
  return stored.success && canonicalRecipe(stored.data) === canonicalRecipe(record.recipe);
}

/** Hash of the stored weights; null where there are none or they cannot be read. */
export async function weightsHash(folder: string): Promise<string | null> {
  return nullWhereUnreadable(async () => {
    const { tensors } = decodeSafetensors(await fs.readFile(path.join(folder, 'model.safetensors')));
    return hashTensors(tensors);
  });
}

async function listsHash(folder: string): Promise<string | null> {
  return nullWhereUnreadable(async () => {
    const [vocabulary, lists] = [await readVocabulary(folder), await readLists(folder)];
    return hashLists(vocabulary.profiles ?? [], vocabulary.items, lists);
  });
}

/** A damaged file may be damaged in any way; that it cannot be read is the answer here, not an error. */
async function nullWhereUnreadable(read: () => Promise<string>): Promise<string | null> {
  try {
    return await read();
  } catch (thrown) {
    const { code } = toShelfwiseError(thrown);
    if (code === 'no-permission' || code === 'no-space') throw thrown;
    return null;
  }
}
