/** Decides which titles and profiles a condition matches. Rules and checks both use this, and nothing else does. */
import type { RuleProfiles, TitleCondition } from '../../shared/contract/rules';
import { seriesKey, titleParts } from '../../shared/values/episode';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { allowedWords } from '../../shared/values/suggest';
import type { Attribute, ItemTable, ProfileTable } from '../data/tables';
import { attributeFilter } from '../data/display/attribute-filter';
import { displayValue } from '../data/display/attributes';
import { foldText, isWithin, passingRows } from '../data/display/rows';

type Passes = (row: number) => boolean;

/** Profiles, and the number of different titles each of them watched. */
export interface KnownProfiles {
  readonly profiles: ProfileTable;
  readonly watched: ArrayLike<number>;
}

/**
 * The titles that match a condition: every part must match, by any one of its values.
 * @returns rows of the table, ascending; all of them for a condition without parts
 * @throws ShelfwiseError `usage` for an attribute that titles do not have
 */
export function titlesOf(items: ItemTable, condition: TitleCondition | undefined): number[] {
  return passingRows(items.ids.length, every(partsOfTitles(items, condition ?? {})));
}

/**
 * The profiles that match a condition, as titlesOf.
 * @throws ShelfwiseError `usage` for an attribute that profiles do not have
 */
export function profilesOf(known: KnownProfiles, condition: RuleProfiles | undefined): number[] {
  return passingRows(known.profiles.ids.length, every(partsOfProfiles(known, condition ?? {})));
}

/** Whether a condition has any part; one without parts matches everything, including what is unknown. */
export const isConditional = (condition: object | undefined): boolean =>
  condition !== undefined && Object.values(condition).some((part) => part !== undefined);

/** The number that an attribute of a row is; NaN if it is missing or no number. */
export function numberOf(attribute: Attribute, row: number): number {
  if (attribute.kind === 'numeric') return attribute.values[row]!;
  const text = displayValue(attribute, row);
  return text === null || text.trim() === '' ? Number.NaN : Number(text);
}

/** Names are parsed once per table, since a rule set asks for each of them many times. */
const seriesOfTables = new WeakMap<ItemTable, readonly string[]>();

/** The series of each title, folded for comparison; a title without a name is its own. */
export function seriesOf(items: ItemTable): readonly string[] {
  const known = seriesOfTables.get(items);
  if (known !== undefined) return known;
  const series = items.ids.map((id, row) => seriesKey(titleParts(items.titles[row] ?? id).series));
  seriesOfTables.set(items, series);
  return series;
}

/** @throws ShelfwiseError `usage` with the existing names */
function attributeNamed(attributes: readonly Attribute[], name: string): Attribute {
  const found = attributes.find((attribute) => attribute.name === name);
  if (found !== undefined) return found;
  const names = attributes.map((attribute) => attribute.name);
  throw new ShelfwiseError('usage', [say('rules.no-attribute', { name }), ...allowedWords(name, names)]);
}

const every = (parts: readonly Passes[]): Passes => {
  const [only] = parts;
  return parts.length === 1 ? only! : (row) => parts.every((part) => part(row));
};

function partsOfTitles(items: ItemTable, { ids, series, attributes, numbers = {}, text }: TitleCondition): Passes[] {
  const parts: Passes[] = [];
  if (ids !== undefined) {
    const wanted = new Set(ids);
    parts.push((row) => wanted.has(items.ids[row]!));
  }
  if (series !== undefined) {
    const wanted = new Set(series.map(seriesKey));
    const all = seriesOf(items);
    parts.push((row) => wanted.has(all[row]!));
  }
  parts.push(...partsOfAttributes(items.attributes, attributes));
  for (const [name, range] of Object.entries(numbers)) {
    const attribute = attributeNamed(items.attributes, name);
    parts.push((row) => isWithin(numberOf(attribute, row), range));
  }
  if (text !== undefined && text.trim() !== '') {
    const wanted = foldText(text.trim());
    parts.push((row) => foldText(items.titles[row] ?? '').includes(wanted) || foldText(items.ids[row]!) === wanted);
  }
  return parts;
}

function partsOfProfiles(
  { profiles, watched }: KnownProfiles,
  { text, attributes, watched: bounds, members }: RuleProfiles,
): Passes[] {
  const parts = partsOfAttributes(profiles.attributes, attributes);
  if (members !== undefined) {
    const chosen = new Set(members.profiles);
    parts.push((row) => chosen.has(profiles.ids[row]!));
  }
  if (text !== undefined && text.trim() !== '') {
    const wanted = foldText(text.trim());
    parts.push((row) => foldText(profiles.ids[row]!).includes(wanted));
  }
  if (bounds !== undefined) parts.push((row) => isWithin(watched[row] ?? 0, bounds));
  return parts;
}

const partsOfAttributes = (columns: readonly Attribute[], wanted: TitleCondition['attributes'] = {}): Passes[] =>
  Object.entries(wanted).map(([name, values]) => attributeFilter(attributeNamed(columns, name), values));
