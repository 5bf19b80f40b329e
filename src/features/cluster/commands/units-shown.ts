/** Reads a unit from a file of a user or a scheduler, which is untrusted until checked. */
import { type Unit, unitSchema } from '../../work-schemas';
import { ShelfwiseError } from '../../../shared/errors';
import { firstProblem } from '../../../shared/values/first-problem';
import { presetRecipe } from '../../../shared/recipe/presets';
import { completeRecipe } from '../../../shared/recipe/schema';
import { readJsonFile } from '../../../cli/data';
import { say, type SentenceValue } from '../../../shared/words/sentence';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws ShelfwiseError `usage` naming the file and its fault, `not-found` if it is missing */
export async function readUnit(file: string): Promise<Unit> {
  const raw = await readJsonFile(file, 'unit');
  const refused = (problem: SentenceValue, cause?: unknown): ShelfwiseError =>
    new ShelfwiseError('usage', say('unit.not-in-file', { file, problem }), { cause });
  if (!isObject(raw)) throw refused(say('unit.no-object'));
  const parsed = unitSchema.safeParse(
    raw['kind'] === 'train' ? { ...raw, recipe: recipeOf(raw['recipe'], refused) } : raw,
  );
  if (parsed.success) return parsed.data;
  throw refused(`${firstProblem(parsed.error)}.`, parsed.error);
}

/** A recipe may be a preset, or only the knobs that differ from the defaults. */
function recipeOf(recipe: unknown, refused: (problem: SentenceValue, cause?: unknown) => ShelfwiseError): unknown {
  try {
    if (typeof recipe === 'string') return presetRecipe(recipe);
    return isObject(recipe) ? completeRecipe(recipe) : recipe;
  } catch (thrown) {
    if (thrown instanceof ShelfwiseError) throw refused(thrown.said ?? thrown.message, thrown);
    throw thrown;
  }
}
