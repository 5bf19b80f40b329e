/** Checks whether the files of a run still are what its record says. */
import type { RunRecord } from '../../shared/contract/run';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { recipeSchema } from '../../shared/recipe/schema';
import { canonicalRecipe } from '../../shared/recipe/stored';
import { say, type Sentence, type SentenceValue } from '../../shared/words/sentence';
import { hashPlainFile, placeIn, readPlainTextIfThere } from '../storage/plain-file';
import { jsonOrNull, sha256 } from '../storage/read-files';
import { hashTensorsInTurns } from '../model/safetensors';
import { readSafetensors } from '../model/safetensors-file';
import { hashLists, readListsAndVocabulary } from './lists-file';
import { MODEL_FILE, modelFile } from './model-file';

/**
 * One sentence for each damaged or missing file; [] if all match the record. Compares the bytes of the files first (`files` of the record), then
 * what the record says of their content.
 * @param leftOut files that are not expected: a run opened from a bundle without its data has no lists
 * @throws ShelfwiseError `stopped` on abort
 */
export async function runDamage(
  folder: string,
  record: RunRecord,
  leftOut: readonly string[] = [],
  signal?: AbortSignal,
): Promise<Sentence[]> {
  const problems: Sentence[] = [];
  for (const [file, recorded] of Object.entries(record.files ?? {})) {
    if (leftOut.includes(file)) continue;
    const found = await hashPlainFile(placeIn(folder, file), signal).catch((thrown: unknown) => {
      // A link, a pipe or a device is never the file that the record describes.
      if (toShelfwiseError(thrown).code === 'bad-data') return 'no file';
      throw thrown;
    });
    if (found === null) problems.push(say('damage.missing', { file }));
    else if (found !== recorded) problems.push(say('damage.other', { file }));
  }
  const named = (file: string): boolean =>
    leftOut.includes(file) || problems.some(({ values }) => values['file'] === file);
  if (!named('recipe.json') && !(await recipeMatches(folder, record)))
    problems.push(say('damage.other', { file: 'recipe.json' }));
  if (record.weightsSha256 !== null && !named(MODEL_FILE)) {
    const found = await weightsHash(folder, signal);
    if (typeof found === 'object') problems.push(say('damage.unusable', { file: MODEL_FILE, ...found }));
    else if (found !== record.weightsSha256) problems.push(say('damage.weights', { file: MODEL_FILE }));
  }
  // A paused run has not made its lists yet.
  if (record.listsSha256 !== null && !named('lists.safetensors') && !named('vocabulary.json')) {
    const found = await listsHash(folder);
    if (typeof found === 'object') problems.push(say('damage.unusable', { file: 'lists.safetensors', ...found }));
    else if (found !== record.listsSha256) problems.push(say('damage.lists', { file: 'lists.safetensors' }));
  }
  return problems;
}

/**
 * What a run is made again by, and what selects its data. No hash of the files has it, since a record repeats it.
 * @throws ShelfwiseError `bad-data` if recipe.json or the recipe in the record is not what the record's hash says
 */
export async function refuseOtherRecipe(folder: string, record: RunRecord): Promise<void> {
  if (!(await recipeMatches(folder, record)))
    throw new ShelfwiseError('bad-data', say('run.other-bytes', { file: 'recipe.json', run: record.runId }));
}

/** A recipe stored before a knob existed is intact: its text matches the hash, and parses to the record's recipe. */
async function recipeMatches(folder: string, record: RunRecord): Promise<boolean> {
  const text = await readPlainTextIfThere(placeIn(folder, 'recipe.json'));
  if (text === null || sha256(text) !== record.recipeSha256) return false;
  const stored = recipeSchema.safeParse(jsonOrNull(text));
  return stored.success && canonicalRecipe(stored.data) === canonicalRecipe(record.recipe);
}

/** A hash, '' if there is nothing to hash, or why it cannot be computed. */
type Found = string | { cause: SentenceValue };

async function weightsHash(folder: string, signal?: AbortSignal): Promise<Found> {
  return orCause(async () => {
    const found = await readSafetensors(modelFile(folder));
    return found === null ? '' : hashTensorsInTurns(found.tensors, signal);
  });
}

async function listsHash(folder: string): Promise<Found> {
  return orCause(async () => {
    const { lists, profiles, items } = await readListsAndVocabulary(folder);
    return hashLists(profiles, items, lists);
  });
}

/** Returns why a file cannot be read instead of throwing: it may be damaged in any way. */
async function orCause(read: () => Promise<string>): Promise<Found> {
  try {
    return await read();
  } catch (thrown) {
    const { code, message, said = [message] } = toShelfwiseError(thrown);
    if (code === 'not-found') return '';
    if (code === 'no-permission' || code === 'no-space' || code === 'stopped') throw thrown;
    const [first] = said;
    return { cause: (typeof first === 'object' ? first.values['cause'] : undefined) ?? said };
  }
}
