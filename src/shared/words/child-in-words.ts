/** The one place that says a child in words, without the codes of the service. */
import type { LabelBook } from '../labels/label-book';
import { ageAttribute, sexAttribute } from '../values/known-attributes';
import type { Translate } from './texts';

interface Attribute {
  readonly name: string;
  readonly value: string | null;
}

interface Child {
  /** The ID, for data that say neither sex nor age. */
  readonly profile: string;
  readonly attributes: readonly Attribute[] | Readonly<Record<string, string | null>>;
}

interface Watching {
  /** Number of different titles. */
  readonly watched: number;
  /** Titles of each genre, most first; empty if titles have none. */
  readonly taste: readonly { readonly group: string; readonly titles: number }[];
}

/** Share of what was watched from which a genre is named. */
const NAMED_FROM = 0.25;

/** "Girl, 5"; of what is unknown, what is left. */
export function whoInWords({ profile, attributes }: Child, labels: LabelBook, t: Translate): string {
  const listed = Array.isArray(attributes)
    ? (attributes as readonly Attribute[])
    : Object.entries(attributes).map(([name, value]: [string, string | null]) => ({ name, value }));
  const known = listed.flatMap(({ name, value }) => (value === null ? [] : [{ name, kind: 'categorical', value }]));
  const [sex, age] = [sexAttribute(known), ageAttribute(known)];
  const parts = [
    ...(sex === null ? [] : [sexOf(sex, labels, t)]),
    ...(age === null ? [] : [ageOf(age, sex === null, labels, t)]),
  ];
  return parts.length === 0 ? t('child.unnamed', { profile }) : parts.join(', ');
}

/** "Girl, 5 (12)": who it is, and the ID that tells it from others of whom the same is known. */
export function whoWithId(child: Child, labels: LabelBook, t: Translate): string {
  const who = whoInWords(child, labels, t);
  const unnamed = t('child.unnamed', { profile: child.profile });
  return who === unnamed ? who : t('child.withId', { who, profile: child.profile });
}

/** "Girl, 5", "Hangul play and magic", "18 watched". */
export function childInWords(child: Child & Watching, labels: LabelBook, t: Translate): string[] {
  const who = whoInWords(child, labels, t);
  if (child.watched === 0) return [who, t('child.nothing')];
  const genres = genresOf(child, labels, t);
  return [who, ...(genres === null ? [] : [genres]), t('child.watched', { count: child.watched })];
}

type Known = Attribute & { readonly value: string };

/** A label that people gave comes first. */
function sexOf({ name, value }: Known, labels: LabelBook, t: Translate): string {
  if (labels.given(name, value) !== null || (value !== 'F' && value !== 'M')) return labels.text(name, value);
  // A sex that stands for grown-ups has other names.
  return name === 'gender' ? labels.text(name, value) : t(`child.sex.${value}`);
}

function ageOf({ name, value }: Known, isAlone: boolean, labels: LabelBook, t: Translate): string {
  if (labels.given(name, value) !== null || Number.isNaN(Number(value))) return labels.text(name, value);
  return t(isAlone ? 'child.ageAlone' : 'child.age', { age: value });
}

function genresOf({ taste, watched }: Watching, labels: LabelBook, t: Translate): string | null {
  if (taste.length === 0) return null;
  const named = taste.filter(({ titles }) => titles / watched >= NAMED_FROM).slice(0, 2);
  const [first, second] = named.map(({ group }) => (labels.group === null ? group : labels.text(labels.group, group)));
  if (first === undefined) return t('child.mixed');
  return second === undefined ? first : t('child.genres', { first, second });
}
