/**
 * How attributes and values are displayed: by labels of the data set, otherwise by known names, otherwise as in the
 * files.
 */
import type { AttributeDescription, Dataset } from '../contract/dataset';
import type { LabelsContent } from '../contract/labels';
import { groupAttribute } from '../values/known-attributes';
import { type GenreMark, genreMarks } from './genre-marks';
import { genreOrder } from './genre-order';
import { setText, splitSet } from '../values/set-text';

export interface ShownValue {
  /** The value in the files. */
  readonly code: string;
  readonly label: string;
}

export interface LabelBook {
  /** The name of an attribute. */
  attribute(name: string): string;
  /** The name of a value, with its code if two values share a label. */
  value(attribute: string, code: string): string;
  /** The label that the data set gives a value; null without one. */
  given(attribute: string, code: string): string | null;
  /** The name of an attribute of numbers with their unit, where it is known: "Length (min)". */
  measured(attribute: string): string;
  /** A number or a range of them with the unit once, where it is known: "8 min", "60 to 90 min". */
  numbers(attribute: string, ends: NumberEnds): string;
  /** The values in a shown text: the members of a set, otherwise one. */
  members(attribute: string, text: string): readonly ShownValue[];
  /** The display of a shown text; for a set, all members. */
  text(attribute: string, text: string): string;
  /** The names of the members without their codes, for readers to whom a code says nothing; leaves out a member that has a code alone. */
  spoken(attribute: string, text: string): string[];
  /** Codes with letters that nothing names, by attribute, in the order of the data; a number may be an age. */
  unnamed(): readonly { readonly attribute: string; readonly code: string }[];
  /** The attribute that titles are grouped by; null without one. */
  readonly group: string | null;
  /** The mark of a genre by code; null if titles are not grouped by it. */
  mark(genre: string): GenreMark | null;
}

/** A value such as K05, 12 or M, which only its label explains. */
const isCode = (value: string): boolean => /^[A-Za-z]*[-_.]?\d+[A-Za-z]*$|^[A-Z]{1,3}$/.test(value);

/** One number, or the first and the last of a range. */
export type NumberEnds = readonly [number] | readonly [number, number];

/** What is known of attributes in a language. */
export interface KnownNames {
  /** Of an attribute, or of a value of it; null where nothing is known. */
  name(attribute: string, code?: string): string | null;
  /** Numbers of an attribute with their unit; null where none is known. */
  withUnit(attribute: string, numbers: string): string | null;
  /** Two numbers as a range. */
  range(from: string, to: string): string;
}

export function labelBook(
  dataset: Pick<Dataset, 'profileAttributes' | 'itemAttributes'> | null,
  { entries, colours, genres }: Pick<LabelsContent, 'entries' | 'colours' | 'genres'>,
  known: KnownNames,
): LabelBook {
  const described = new Map<string, AttributeDescription[]>();
  for (const one of [...(dataset?.profileAttributes ?? []), ...(dataset?.itemAttributes ?? [])])
    described.set(one.name, [...(described.get(one.name) ?? []), one]);
  const labelled = new Map<string, { name: string | null; values: Map<string, string> }>();
  for (const { attribute, code, label } of entries) {
    const of = labelled.get(attribute) ?? { name: null, values: new Map<string, string>() };
    labelled.set(attribute, of);
    if (code === undefined) of.name = label;
    else of.values.set(code, label);
  }
  const categoriesOf = (attribute: string): readonly string[] =>
    (described.get(attribute) ?? []).flatMap(({ categories }) => categories);

  const attributes = namesOf(
    [...described.keys(), ...labelled.keys()],
    (name) => labelled.get(name)?.name ?? known.name(name) ?? name,
  );
  const given = (attribute: string, code: string): string | null => labelled.get(attribute)?.values.get(code) ?? null;
  const nameOf = (attribute: string, code: string): string | null =>
    given(attribute, code) ?? known.name(attribute, code);
  const values = new Map<string, (code: string) => string>();
  const valuesOf = (attribute: string): ((code: string) => string) => {
    const there = values.get(attribute);
    if (there !== undefined) return there;
    const made = namesOf(
      [...categoriesOf(attribute), ...(labelled.get(attribute)?.values.keys() ?? [])],
      (code) => nameOf(attribute, code) ?? code,
    );
    values.set(attribute, made);
    return made;
  };
  const value = (attribute: string, code: string): string => valuesOf(attribute)(code);
  const spoken = (attribute: string, text: string): string[] => {
    const isNumber = described.get(attribute)?.some(({ kind }) => kind === 'numeric') === true;
    return members(attribute, text).flatMap(({ code }) => {
      const name = nameOf(attribute, code);
      return name ?? (isNumber || !isCode(code) ? code : []);
    });
  };
  const members = (attribute: string, text: string): ShownValue[] => {
    const isSet = described.get(attribute)?.some(({ kind }) => kind === 'set') === true;
    const codes = isSet ? splitSet(text, categoriesOf(attribute)) : [text];
    return codes.map((code) => ({ code, label: value(attribute, code) }));
  };
  const group = groupAttribute(dataset?.itemAttributes ?? []);
  const marks = genreMarks(genreOrder(dataset?.itemAttributes ?? [], genres), colours);
  return {
    attribute: attributes,
    value,
    given,
    measured(attribute) {
      const unit = known.withUnit(attribute, '')?.trim();
      return unit === undefined ? attributes(attribute) : `${attributes(attribute)} (${unit})`;
    },
    numbers(attribute, ends) {
      const [from, to] = ends.map(String) as [string, string?];
      if (to === undefined) return value(attribute, from);
      if ([from, to].some((code) => given(attribute, code) !== null))
        return known.range(value(attribute, from), value(attribute, to));
      const range = known.range(from, to);
      return known.withUnit(attribute, range) ?? range;
    },
    members,
    text: (attribute, text) => setText(members(attribute, text).map(({ label }) => label)),
    spoken,
    unnamed: () =>
      [...described].flatMap(([attribute, all]) =>
        all
          .filter(({ kind }) => kind !== 'numeric')
          .flatMap(({ categories }) => categories)
          .filter((code) => isCode(code) && /[A-Za-z]/.test(code) && nameOf(attribute, code) === null)
          .map((code) => ({ attribute, code })),
      ),
    group: group?.name ?? null,
    mark: (genre) => marks.get(genre) ?? null,
  };
}

/** Names of codes; a name that several would share gets the code in brackets. */
function namesOf(codes: readonly string[], nameOf: (code: string) => string): (code: string) => string {
  const counts = new Map<string, number>();
  for (const code of new Set(codes)) counts.set(nameOf(code), (counts.get(nameOf(code)) ?? 0) + 1);
  return (code) => {
    const name = nameOf(code);
    return name === code || (counts.get(name) ?? 0) < 2 ? name : `${name} (${code})`;
  };
}
