/** A complete recipe from what the user typed: a preset or a file, then each --set in turn. */
import { existsSync } from 'node:fs';
import { ShelfwiseError } from '../shared/errors';
import { DEFAULT_PRESET, PRESET_NAMES, presetRecipe } from '../shared/recipe/presets';
import { completeRecipe, DEFAULT_RECIPE, parseAssignment, recipeDifferences } from '../shared/recipe/schema';
import type { Recipe } from '../shared/recipe/table';
import { readJsonFile } from './data';
import { type Said, say } from '../shared/words/sentence';

const looksLikeFile = (typed: string): boolean => /[\\/]|\.json$/i.test(typed);

async function baseRecipe(typed: string, resolve: (typed: string) => string): Promise<Recipe> {
  const file = resolve(typed);
  if (!looksLikeFile(typed) && (PRESET_NAMES.some((name) => name === typed) || !existsSync(file)))
    return presetRecipe(typed);
  const content = await readJsonFile(file, 'recipe');
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new ShelfwiseError('usage', say('command-line.recipe-is-no-object', { file }));
  // Editors find a file's schema by this key; it is no knob.
  const { $schema: _, ...knobs } = content as Record<string, unknown>;
  return explained([say('command-line.in-recipe-file', { file })], () => completeRecipe(knobs));
}

/** Adds to an error where the knob is written and where all knobs are explained. */
function explained<Result>(where: Said, read: () => Result): Result {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof ShelfwiseError)) throw thrown;
    throw new ShelfwiseError(
      thrown.code,
      [...where, ...(thrown.said ?? [thrown.message]), say('command-line.knobs-explained')],
      { cause: thrown },
    );
  }
}

/** @throws ShelfwiseError `usage` naming the preset or knob and what is allowed, `not-found` for a missing file */
export async function readRecipe(
  typed: string | Recipe | undefined,
  assignments: readonly string[],
  resolve: (typed: string) => string,
): Promise<Recipe> {
  const base = typeof typed === 'object' ? typed : await baseRecipe(typed ?? DEFAULT_PRESET, resolve);
  return explained([], () => completeRecipe(Object.fromEntries(assignments.map(parseAssignment)), base));
}

/** One line per preset: how it differs from the defaults. */
export function describePresets(): string {
  const width = Math.max(...PRESET_NAMES.map((name) => name.length));
  return PRESET_NAMES.map((name) => {
    const changes = recipeDifferences(DEFAULT_RECIPE, presetRecipe(name)).map(
      ({ knob, right }) => `${knob}=${String(right)}`,
    );
    return `  ${name.padEnd(width)}  ${changes.length === 0 ? 'the defaults' : changes.join(' ')}`;
  }).join('\n');
}
