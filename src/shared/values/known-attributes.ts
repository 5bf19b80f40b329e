/** Attributes that mean something to the program, found by their names in whatever language the columns are. */

interface Named {
  readonly name: string;
  readonly kind: string;
}

/**
 * The attribute that titles are grouped by: genre where there is one, else the first; null without attributes. Of several levels of
 * genre the one in the middle: nearly all titles share the widest, and hardly any the narrowest.
 */
export function groupAttribute<Attribute extends Named>(attributes: readonly Attribute[]): Attribute | null {
  const genres = attributes.filter(({ name }) => /genre|장르/i.test(name));
  const levels = genres.filter(({ kind }) => kind === 'categorical');
  return levels[levels.length >> 1] ?? genres[0] ?? attributes[0] ?? null;
}

/** The attribute that tells the age of a profile as a number; null where none does. */
export const ageAttribute = <Attribute extends Named>(attributes: readonly Attribute[]): Attribute | null =>
  named(attributes, /(^|[^a-z])age([^a-z]|$)|나이|연령/i);

/** The attribute that tells the sex of a profile; null where none does. */
export const sexAttribute = <Attribute extends Named>(attributes: readonly Attribute[]): Attribute | null =>
  named(attributes, /(^|[^a-z])(sex|gender)([^a-z]|$)|성별/i);

/** The attribute of titles that tells from which age they are; null where none does. */
export const ageLimitAttribute = <Attribute extends Named>(attributes: readonly Attribute[]): Attribute | null =>
  named(attributes, /(^|[^a-z])(age|age_?limit|age_?rating|min_?age)([^a-z]|$)|연령|시청등급/i);

/** The attribute of titles that tells until when they may be watched; null where none does. */
export const lastDayAttribute = <Attribute extends Named>(attributes: readonly Attribute[]): Attribute | null =>
  named(attributes, /expir|(^|[^a-z])(end|until|valid_?to)([^a-z]|$)|만료|종료/i);

const named = <Attribute extends Named>(attributes: readonly Attribute[], name: RegExp): Attribute | null =>
  attributes.find((attribute) => attribute.kind !== 'set' && name.test(attribute.name)) ?? null;
