/** Formats attributes for display, and parses displayed values. */
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { setText, splitSet } from '../../../shared/values/set-text';
import { allowedWords } from '../../../shared/values/suggest';
import type { Attribute } from '../tables';

/** One row's attribute as text; null if missing. */
export function displayValue(attribute: Attribute, row: number): string | null {
  switch (attribute.kind) {
    case 'categorical':
      return attribute.categories[attribute.codes[row]!] ?? null;
    case 'numeric':
      return Number.isNaN(attribute.values[row]!) ? null : String(attribute.values[row]!);
    case 'set': {
      const codes = attribute.codes.subarray(attribute.offsets[row]!, attribute.offsets[row + 1]!);
      return codes.length === 0 ? null : setText(Array.from(codes, (code) => attribute.categories[code]!));
    }
  }
}

/** The values of one row: of a set each member; null if missing. */
export function valuesOfRow(attribute: Attribute, row: number): (string | null)[] {
  if (attribute.kind !== 'set') return [displayValue(attribute, row)];
  const codes = attribute.codes.subarray(attribute.offsets[row]!, attribute.offsets[row + 1]!);
  return codes.length === 0 ? [null] : Array.from(codes, (code) => attribute.categories[code]!);
}

export function displayAttributes(
  attributes: readonly Attribute[],
  row: number,
): { name: string; value: string | null }[] {
  return attributes.map((attribute) => ({ name: attribute.name, value: displayValue(attribute, row) }));
}

/**
 * A table of one row whose attribute has the value that a displayed text means; null is missing.
 * @throws ShelfwiseError `usage` if the attribute has no such value
 */
export function attributeWithValue(attribute: Attribute, text: string | null): Attribute {
  switch (attribute.kind) {
    case 'categorical':
      return { ...attribute, codes: Int32Array.of(text === null ? -1 : codeOf(attribute, text)) };
    case 'numeric': {
      const value = text === null ? NaN : Number(text);
      if (text !== null && (text.trim() === '' || !Number.isFinite(value)))
        throw new ShelfwiseError('usage', say('attribute.not-number', { name: attribute.name, text }));
      return { ...attribute, values: Float64Array.of(value) };
    }
    case 'set': {
      const codes = text === null || text === '' ? [] : codesOfSet(attribute, text);
      const ascending = Int32Array.from(new Set(codes)).sort();
      return { ...attribute, offsets: Int32Array.of(0, ascending.length), codes: ascending };
    }
  }
}

function codeOf({ name, categories }: { name: string; categories: readonly string[] }, text: string): number {
  const code = categories.indexOf(text);
  if (code < 0)
    throw new ShelfwiseError('usage', [say('attribute.no-value', { name, text }), ...allowedWords(text, categories)]);
  return code;
}

const codesOfSet = (attribute: { name: string; categories: readonly string[] }, text: string): number[] =>
  splitSet(text, attribute.categories).map((member) => codeOf(attribute, member));
