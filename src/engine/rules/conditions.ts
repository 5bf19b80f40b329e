/** Decides which titles and profiles a condition matches, for rules, checks, audiences and the list of titles alike. */
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
  return passingRows(items.ids.length, every(partsOf(TITLE_PARTS, items, condition ?? {})));
}

/**
 * The profiles that match a condition, as titlesOf.
 * @throws ShelfwiseError `usage` for an attribute that profiles do not have
 */
export function profilesOf(known: KnownProfiles, condition: RuleProfiles | undefined): number[] {
  return passingRows(known.profiles.ids.length, every(partsOf(PROFILE_PARTS, known, condition ?? {})));
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

/** What each part of a condition asks of a row of the table. The types ask for every part: one that is left out would match everything. */
type PartsOf<Condition, Table> = {
  readonly [Part in keyof Condition]-?: (table: Table, wanted: NonNullable<Condition[Part]>) => readonly Passes[];
};

const TITLE_PARTS: PartsOf<TitleCondition, ItemTable> = {
  ids(items, ids) {
    const wanted = new Set(ids);
    return [(row) => wanted.has(items.ids[row]!)];
  },
  series(items, names) {
    const wanted = new Set(names.map(seriesKey));
    const all = seriesOf(items);
    return [(row) => wanted.has(all[row]!)];
  },
  attributes: (items, wanted) => partsOfAttributes(items.attributes, wanted),
  numbers: (items, ranges) => partsOfNumbers(items.attributes, ranges),
  text(items, text) {
    const wanted = foldText(text.trim());
    if (wanted === '') return [];
    return [(row) => foldText(items.titles[row] ?? '').includes(wanted) || foldText(items.ids[row]!) === wanted];
  },
};

const PROFILE_PARTS: PartsOf<RuleProfiles, KnownProfiles> = {
  attributes: ({ profiles }, wanted) => partsOfAttributes(profiles.attributes, wanted),
  members({ profiles }, members) {
    const chosen = new Set(members.profiles);
    return [(row) => chosen.has(profiles.ids[row]!)];
  },
  text({ profiles }, text) {
    const wanted = foldText(text.trim());
    return wanted === '' ? [] : [(row) => foldText(profiles.ids[row]!).includes(wanted)];
  },
  watched: ({ watched }, bounds) => [(row) => isWithin(watched[row] ?? 0, bounds)],
};

const partsOf = <Condition extends object, Table>(
  parts: PartsOf<Condition, Table>,
  table: Table,
  condition: Condition,
): Passes[] =>
  (Object.keys(parts) as (keyof Condition)[]).flatMap((part) => {
    const wanted = condition[part];
    return wanted === undefined ? [] : parts[part](table, wanted as NonNullable<typeof wanted>);
  });

const partsOfAttributes = (
  columns: readonly Attribute[],
  wanted: NonNullable<TitleCondition['attributes']>,
): Passes[] => Object.entries(wanted).map(([name, values]) => attributeFilter(attributeNamed(columns, name), values));

const partsOfNumbers = (columns: readonly Attribute[], ranges: NonNullable<TitleCondition['numbers']>): Passes[] =>
  Object.entries(ranges).map(([name, range]) => {
    const attribute = attributeNamed(columns, name);
    return (row) => isWithin(numberOf(attribute, row), range);
  });
