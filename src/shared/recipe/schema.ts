import * as z from 'zod';
import { ShelfwiseError } from '../errors';
import { own } from '../values/own';
import { say, type Sentence, textOf } from '../words/sentence';
import { allowedWords } from '../values/suggest';
import { EARLIER_VERSIONS, KNOB_NAMES, KNOBS, type KnobName, RECIPE_VERSION, type Recipe } from './table';
import type { Knob } from './knob';

function knobSchema(knob: Knob): z.ZodType {
  switch (knob.kind) {
    case 'number':
      return z.number().min(knob.minimum).max(knob.maximum).describe(knob.help.en);
    case 'integer':
      return z.int().min(knob.minimum).max(knob.maximum).describe(knob.help.en);
    case 'choice':
      return z.enum(knob.choices as readonly [string, ...string[]]).describe(knob.help.en);
    case 'boolean':
      return z.boolean().describe(knob.help.en);
    case 'text':
      return z.string().max(knob.longest).regex(new RegExp(knob.pattern)).refine(knob.isValid).describe(knob.help.en);
  }
}

const knobSchemas = Object.fromEntries(KNOB_NAMES.map((name) => [name, knobSchema(KNOBS[name])]));

/** A complete recipe that can be trained. What is stored and sent lacks knobs that are neutral (stored.ts): they get their default. */
export const recipeSchema = z.strictObject({
  version: z.literal(RECIPE_VERSION),
  ...Object.fromEntries(KNOB_NAMES.map((name) => [name, knobSchema(KNOBS[name]).default(KNOBS[name].default)])),
}) as unknown as z.ZodType<Recipe>;

/** JSON Schema of a recipe file, in which every knob is optional. */
export function recipeJsonSchema(): object {
  const partial = z
    .strictObject({ version: z.literal(RECIPE_VERSION), ...knobSchemas })
    .partial()
    .required({ version: true });
  return z.toJSONSchema(partial);
}

export const DEFAULT_RECIPE = Object.freeze({
  version: RECIPE_VERSION,
  ...Object.fromEntries(KNOB_NAMES.map((name) => [name, KNOBS[name].default])),
}) as unknown as Recipe;

function isKnobName(name: string): name is KnobName {
  return Object.hasOwn(KNOBS, name);
}

/** What a knob accepts, in words: "a number from 0 to 0.99". */
export const describeRange = (knob: Knob): string => textOf([sayRange(knob)]);

function sayRange(knob: Knob): Sentence {
  switch (knob.kind) {
    case 'number':
      return say('range.number', { minimum: String(knob.minimum), maximum: String(knob.maximum) });
    case 'integer':
      return say('range.integer', { minimum: String(knob.minimum), maximum: String(knob.maximum) });
    case 'choice':
      return say('range.choice', { choices: knob.choices });
    case 'boolean':
      return say('range.boolean');
    case 'text':
      return say(knob.takes);
  }
}

/**
 * Completes a partial recipe (a recipe file, a preset, a form) with defaults.
 * @throws ShelfwiseError `usage` naming the knob, what it takes and the nearest name, or another version
 */
export function completeRecipe(partial: Record<string, unknown>, base: Recipe = DEFAULT_RECIPE): Recipe {
  const { version = RECIPE_VERSION, ...knobs } = partial;
  const earlier = EARLIER_VERSIONS.find((one) => one === version);
  if (earlier !== undefined)
    throw new ShelfwiseError('usage', say('recipe.earlier-file', { version: earlier, present: RECIPE_VERSION }));
  if (version !== RECIPE_VERSION)
    throw new ShelfwiseError(
      'usage',
      say('recipe.version', { version: JSON.stringify(version), known: RECIPE_VERSION }),
    );
  const recipe: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(knobs)) {
    if (!isKnobName(name))
      throw new ShelfwiseError('usage', [say('recipe.no-knob', { knob: name }), ...allowedWords(name, KNOB_NAMES)]);
    const parsed = knobSchema(KNOBS[name]).safeParse(value);
    if (!parsed.success)
      throw new ShelfwiseError(
        'usage',
        say('recipe.out-of-range', { knob: name, range: sayRange(KNOBS[name]), value: JSON.stringify(value) }),
      );
    recipe[name] = parsed.data;
  }
  return recipe as Recipe;
}

/** Parses one `knob=value` of a command line by the knob's type. */
export function parseAssignment(assignment: string): [KnobName, number | string | boolean] {
  const equals = assignment.indexOf('=');
  if (equals < 1) throw new ShelfwiseError('usage', say('recipe.no-assignment', { text: assignment }));
  const name = assignment.slice(0, equals).trim();
  const text = assignment.slice(equals + 1).trim();
  if (!isKnobName(name))
    throw new ShelfwiseError('usage', [say('recipe.no-knob', { knob: name }), ...allowedWords(name, KNOB_NAMES)]);
  const knob: Knob = KNOBS[name];
  const refused = new ShelfwiseError('usage', [
    say('recipe.out-of-range', { knob: name, range: sayRange(knob), value: `"${text}"` }),
    ...(knob.kind === 'choice' ? allowedWords(text, knob.choices) : []),
  ]);
  const value =
    knob.kind === 'choice' || knob.kind === 'text'
      ? text
      : knob.kind === 'boolean'
        ? own({ true: true, false: false }, text)
        : text === ''
          ? undefined
          : Number(text);
  if (!knobSchema(knob).safeParse(value).success) throw refused;
  return [name, value as number | string | boolean];
}

/** The knobs in which two recipes differ, in table order. */
export function recipeDifferences(left: Recipe, right: Recipe): { knob: KnobName; left: unknown; right: unknown }[] {
  return KNOB_NAMES.map((knob) => ({ knob, left: left[knob], right: right[knob] })).filter(
    (one) => one.left !== one.right,
  );
}
