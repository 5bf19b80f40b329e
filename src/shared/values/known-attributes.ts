/** Attributes with a meaning for the program, recognised by their names in any language. */

interface Named {
  readonly name: string;
  readonly kind: string;
}

/**
 * The attribute that titles are grouped by: the genre, otherwise the first; null without attributes. Of several levels
 * of genre the middle one: nearly all titles share the widest, and hardly any the narrowest.
 */
export function groupAttribute<Attribute extends Named>(attributes: readonly Attribute[]): Attribute | null {
  const genres = attributes.filter(({ name }) => /genre|장르/i.test(name));
  const levels = genres.filter(({ kind }) => kind === 'categorical');
  return levels[levels.length >> 1] ?? genres[0] ?? attributes[0] ?? null;
}

/** The attribute with a profile's age as a number; null without one. */
export const ageAttribute = <Attribute extends Named>(attributes: readonly Attribute[]): Attribute | null =>
  named(attributes, /(^|[^a-z])age([^a-z]|$)|나이|연령/i);

/** The attribute with a profile's sex; null without one. */
export const sexAttribute = <Attribute extends Named>(attributes: readonly Attribute[]): Attribute | null =>
  named(attributes, /(^|[^a-z])(sex|gender)([^a-z]|$)|성별/i);

/** The attribute with a title's minimum age; null without one. */
export const ageLimitAttribute = <Attribute extends Named>(attributes: readonly Attribute[]): Attribute | null =>
  named(attributes, /(^|[^a-z])(age|age_?limit|age_?rating|min_?age)([^a-z]|$)|연령|시청등급/i);

/** The attribute with who made a title; null without one. */
export const makerAttribute = <Attribute extends Named>(attributes: readonly Attribute[]): Attribute | null =>
  named(attributes, /(^|[^a-z])(maker|producer|studio|publisher|production)([^a-z]|$)|제작|배급/i);

/** The attribute with whether a title is paid for, or its price; null without one. */
export const paidAttribute = <Attribute extends Named>(attributes: readonly Attribute[]): Attribute | null =>
  named(attributes, /(^|[^a-z])(paid|price|payment)([^a-z]|$)|유료|가격/i);

/** The attribute with a title's last day of availability; null without one. */
export const lastDayAttribute = <Attribute extends Named>(attributes: readonly Attribute[]): Attribute | null =>
  named(attributes, /expir|(^|[^a-z])(end|until|valid_?to)([^a-z]|$)|만료|종료/i);

/** The attributes of a title that say how much, such as its length. Its last day is a number too, and no quantity. */
export function quantityAttributes<Attribute extends Named>(
  attributes: readonly Attribute[],
): Extract<Attribute, { kind: 'numeric' }>[] {
  const lastDay = lastDayAttribute(attributes);
  return attributes.filter(
    (attribute): attribute is Extract<Attribute, { kind: 'numeric' }> =>
      attribute.kind === 'numeric' && attribute !== lastDay,
  );
}

const named = <Attribute extends Named>(attributes: readonly Attribute[], name: RegExp): Attribute | null =>
  attributes.find((attribute) => attribute.kind !== 'set' && name.test(attribute.name)) ?? null;
