import * as z from 'zod';
import { ShelfwiseError } from '../errors';
import { own } from '../values/own';
import { say, type Sentence, textOf } from '../words/sentence';
import { allowedWords } from '../values/suggest';
import { KNOB_NAMES, KNOBS, type KnobName, RECIPE_VERSION, RECIPE_VERSIONS, type Recipe } from './table';
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

/** A complete recipe, as stored and sent. A recipe stored before a knob existed gets its default. */
export const recipeSchema = z.strictObject({
  version: z.literal(RECIPE_VERSIONS),
  ...Object.fromEntries(KNOB_NAMES.map((name) => [name, knobSchemas[name]!.default(KNOBS[name].default)])),
}) as unknown as z.ZodType<Recipe>;

/** JSON Schema of a recipe file, in which every knob is optional. */
export function recipeJsonSchema(): object {
  const partial = z
    .strictObject({ version: z.literal(RECIPE_VERSIONS), ...knobSchemas })
    .partial()
    .required({ version: true });
  return z.toJSONSchema(partial);
}

function defaultRecipe(version: Recipe['version']): Recipe {
  const defaultOf = (knob: Knob): unknown =>
    version < 3 && 'defaultBefore3' in knob ? knob.defaultBefore3 : knob.default;
  const knobs = Object.fromEntries(KNOB_NAMES.map((name) => [name, defaultOf(KNOBS[name])]));
  return Object.freeze({ version, ...knobs }) as unknown as Recipe;
}

export const DEFAULT_RECIPE = defaultRecipe(RECIPE_VERSION);

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

const isKnownVersion = (version: unknown): version is Recipe['version'] =>
  RECIPE_VERSIONS.some((known) => known === version);

/**
 * Completes a partial recipe (a recipe file, a preset, a form) with defaults.
 * @throws ShelfwiseError `usage` naming the knob, what it takes and the nearest name
 */
export function completeRecipe(partial: Record<string, unknown>, base?: Recipe): Recipe {
  const { version = base?.version ?? RECIPE_VERSION, ...knobs } = partial;
  if (!isKnownVersion(version))
    throw new ShelfwiseError(
      'usage',
      say('recipe.version', { version: JSON.stringify(version), known: RECIPE_VERSIONS.join(', ') }),
    );
  const recipe: Record<string, unknown> = { ...(base ?? defaultRecipe(version)), version };
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
  return KNOB_NAMES.filter((name) => left[name] !== right[name]).map((knob) => ({
    knob,
    left: left[knob],
    right: right[knob],
  }));
}

/** The text that is stored and hashed: knobs in table order, two spaces of indent, a final newline. */
export function canonicalRecipe(recipe: Recipe): string {
  const ordered = { version: recipe.version, ...Object.fromEntries(KNOB_NAMES.map((name) => [name, recipe[name]])) };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}
