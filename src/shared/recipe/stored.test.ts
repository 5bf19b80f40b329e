import { describe, expect, it } from 'vitest';
import type { Knob } from './knob';
import { DEFAULT_RECIPE } from './schema';
import { asksForNewer, canonicalRecipe, storedRecipe, withStoredRecipe } from './stored';
import { KNOBS } from './table';

const TEXT = { en: 'x', ko: 'x' };
const WITH_ADDED: Record<string, Knob> = {
  'noise.example': { kind: 'number', minimum: 0, maximum: 9, default: 1, since: '1.1', label: TEXT, help: TEXT },
  ...KNOBS,
};
const BARE = storedRecipe(DEFAULT_RECIPE);
const withExample = (weight: number) => ({ ...BARE, 'noise.example': weight });

describe('a stored recipe', () => {
  it('lacks an added knob that has its default, and has it with any other value', () => {
    expect(storedRecipe(withExample(1), WITH_ADDED)).toEqual(BARE);
    expect(storedRecipe(withExample(2), WITH_ADDED)).toEqual(withExample(2));
  });

  it('has every knob of a version as it was closed, and what a newer program wrote', () => {
    const asClosed = Object.entries(KNOBS as Record<string, Knob>).filter(([, { since }]) => since === undefined);
    expect(Object.keys(BARE)).toEqual(['version', ...asClosed.map(([name]) => name)]);
    expect(withStoredRecipe({ id: 'a', recipe: withExample(2) })).toEqual({ id: 'a', recipe: withExample(2) });
    expect(withStoredRecipe({ kind: 'join' })).toEqual({ kind: 'join' });
  });

  it('is the same text whatever the order of its knobs', () => {
    const turned = Object.fromEntries(Object.entries(DEFAULT_RECIPE).toReversed()) as typeof DEFAULT_RECIPE;
    expect(canonicalRecipe(turned)).toBe(canonicalRecipe(DEFAULT_RECIPE));
    expect(canonicalRecipe(turned).startsWith('{\n  "version": 4,\n  "model": "dae",\n')).toBe(true);
  });
});

it('a recipe asks for a newer program by its version, by a knob, or by a choice that this one does not know', () => {
  const asks = (changes: object): boolean => asksForNewer({ recipe: { ...DEFAULT_RECIPE, ...changes } });
  expect([{}, { 'structure.width': 1e9 }, { 'structure.activation': 7 }, { version: 3, extra: 1 }].map(asks)).toEqual(
    Array.from({ length: 4 }, () => false),
  );
  expect(
    [{ version: 5 }, { 'noise.example': 2 }, { 'structure.activation': 'gelu' }, { model: 'no-model' }].map(asks),
  ).toEqual(Array.from({ length: 4 }, () => true));
  for (const nothing of [null, 7, [], {}, { recipe: null }, { recipe: [] }]) expect(asksForNewer(nothing)).toBe(false);
});
