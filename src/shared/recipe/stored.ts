/**
 * A recipe as it is stored, sent and hashed. A knob that was added to a closed version (`since` in its row) is left out while it has its default:
 * hashes, and the IDs that are made of them, stay those of programs without the knob, and these read what is stored. Reading fills it in.
 */
import { own } from '../values/own';
import type { Knob } from './knob';
import { KNOB_NAMES, KNOBS, type Recipe, RECIPE_VERSION } from './table';

export const storedRecipe = <Of extends object>(recipe: Of, knobs: Readonly<Record<string, Knob>> = KNOBS): Of =>
  Object.fromEntries(
    Object.entries(recipe).filter(([name, value]) => {
      const knob = own(knobs, name);
      return knob?.since === undefined || value !== knob.default;
    }),
  ) as Of;

/** The text of recipe.json, which is hashed: knobs in the order of the table, two spaces of indent, a final newline. */
export function canonicalRecipe(recipe: Recipe): string {
  const values = Object.fromEntries(KNOB_NAMES.map((name) => [name, recipe[name]]));
  return `${JSON.stringify(storedRecipe({ version: recipe.version, ...values }), null, 2)}\n`;
}

/** A record, a unit or a request with its recipe as it is stored, if it has one. */
export const withStoredRecipe = <Holder extends object>(holder: Holder): Holder =>
  'recipe' in holder ? { ...holder, recipe: storedRecipe(holder.recipe as object) } : holder;

/** Whether what was parsed from JSON has a recipe with a knob or a choice that only a newer program knows. */
export function asksForNewer(holder: unknown): boolean {
  const { version, ...values } = fieldsOf(fieldsOf(holder)['recipe']);
  if (typeof version !== 'number' || version < RECIPE_VERSION) return false;
  return version > RECIPE_VERSION || Object.entries(values).some(([name, value]) => isUnknown(name, value));
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function isUnknown(name: string, value: unknown): boolean {
  const knob = own<Knob>(KNOBS, name);
  if (knob?.kind !== 'choice') return knob === undefined;
  return typeof value === 'string' && !knob.choices.includes(value);
}
