/** Proposes a column mapping for an unknown folder: a guess from names and values, for a person to check. */
import type { Mapping, MappingProposal } from '../../../shared/contract/dataset';
import { comparePaths, matchesPattern } from '../../../shared/values/file-pattern';
import { LONGEST_PATH } from '../../../shared/limits';
import { fileIsAbout, historyScore, idScore, type Meaning, titleLength } from './column-names';
import { type SampledColumn, type SampledTable } from './sample-tables';

/** Longest text that can be an ID, or a category. */
const LONGEST = 64;
const MOST_CATEGORIES = 100;
const MOST_ATTRIBUTES = 12;

interface Picked {
  readonly column: SampledColumn;
  /** Whether its name says so; otherwise only its values do. */
  readonly isNamed: boolean;
}

interface Events {
  readonly table: SampledTable;
  readonly profile: Picked;
  readonly item: Picked;
  readonly time: SampledColumn | null;
  readonly score: number;
}

const withoutLongNames = ({ columns, ...table }: SampledTable): SampledTable => ({
  ...table,
  columns: columns.filter(({ name }) => name.length <= LONGEST_PATH),
});

/**
 * @param sampled the beginnings of the tables of a folder
 * @returns `mapping` null if no file looks like a history; `guessed` names the fields guessed from values alone
 */
export function mappingOf(sampled: readonly SampledTable[]): MappingProposal {
  // No mapping can name a longer column.
  const tables = sampled.map(withoutLongNames);
  const [events] = tables
    .map((table) => eventsOf(table, tables))
    .filter((found) => found !== null)
    .toSorted((left, right) => right.score - left.score || right.table.bytes - left.table.bytes);
  if (events === undefined) return { mapping: null, guessed: [] };
  const { table, profile, item, time } = events;
  const parts = alike(table, tables);
  const others = tables.filter((other) => !parts.includes(other));
  const profiles = describing(others, 'profile', profile.column);
  const items = describing(
    others.filter((other) => profiles === null || !alike(profiles.table, tables).includes(other)),
    'item',
    item.column,
  );
  const title = items === null ? null : titleOf(items.table, items.key.column);
  const mapping: Mapping = {
    events: {
      file: namesOf(table, tables),
      profile: profile.column.name,
      item: item.column.name,
      ...(time !== null && { time: time.name }),
    },
    ...(profiles && {
      profiles: {
        file: namesOf(profiles.table, tables),
        ...sheetOf(profiles.table),
        profile: profiles.key.column.name,
        attributes: attributesOf(profiles.table, [profiles.key.column]),
      },
    }),
    ...(items && {
      items: {
        file: namesOf(items.table, tables),
        ...sheetOf(items.table),
        item: items.key.column.name,
        ...(title !== null && { title: title.name }),
        attributes: attributesOf(items.table, [items.key.column, title]),
      },
    }),
  };
  const guessed: [string, Picked | undefined][] = [
    ['events.profile', profile],
    ['events.item', item],
    ['profiles.profile', profiles?.key],
    ['items.item', items?.key],
  ];
  return { mapping, guessed: guessed.flatMap(([field, picked]) => (picked?.isNamed === false ? [field] : [])) };
}

/** The sheet of a workbook, unless it is the first. */
const sheetOf = ({ sheet }: SampledTable): { sheet?: string } =>
  sheet === undefined || sheet.isFirst ? {} : { sheet: sheet.name };

/** Tables whose names differ only in digits and whose columns are the same: parts of one. */
function alike(table: SampledTable, tables: readonly SampledTable[]): SampledTable[] {
  const shape = ({ file, sheet, columns }: SampledTable): string =>
    JSON.stringify([file.replaceAll(/\d+/g, '#'), sheet, columns.map(({ name }) => name)]);
  return tables.filter((other) => shape(other) === shape(table));
}

/** The name of a table's file; for several parts, a pattern that matches exactly them, else all of their names. */
function namesOf(table: SampledTable, tables: readonly SampledTable[]): string | string[] {
  const files = alike(table, tables)
    .map(({ file }) => file)
    .toSorted(comparePaths);
  if (files.length === 1) return table.file;
  const runs = files.map((file) => file.match(/\d+|\D+/g)!);
  const pattern = runs[0]!.map((run, at) => (runs.every((other) => other[at] === run) ? run : '*')).join('');
  const matched = new Set(tables.map(({ file }) => file).filter((file) => matchesPattern(pattern, file)));
  return matched.size === files.length ? pattern : files;
}

/** IDs repeat in a history, occur in each row, and are short. */
function mayBeId(column: SampledColumn, { rows }: SampledTable): boolean {
  const { values, distinct, isTime } = column;
  return (
    !isTime &&
    distinct.size >= 2 &&
    values.length >= 0.95 * rows &&
    values.every((value) => value.length <= LONGEST && !/\.\d*[1-9]/.test(value))
  );
}

function eventsOf(table: SampledTable, tables: readonly SampledTable[]): Events | null {
  // Events are not read from workbooks.
  if (table.sheet !== undefined) return null;
  const ids = table.columns.filter((column) => mayBeId(column, table));
  const time = table.columns.find((column) => column.isTime) ?? null;
  const isLinked = (column: SampledColumn, meaning: Meaning): boolean =>
    describing(
      tables.filter((other) => other !== table),
      meaning,
      column,
      false,
    ) !== null;
  const scored = (column: SampledColumn, meaning: Meaning): number =>
    idScore(column.name, meaning) * 2 + (isLinked(column, meaning) ? 3 : 0);
  const best = (meaning: Meaning, but: SampledColumn | null): Picked | null => {
    const [found] = ids
      .filter((column) => column !== but)
      .map((column) => ({ column, score: scored(column, meaning) }))
      .filter(({ score }) => score > 0)
      .toSorted((left, right) => right.score - left.score);
    return found === undefined ? null : { column: found.column, isNamed: idScore(found.column.name, meaning) > 0 };
  };
  let profile = best('profile', null);
  let item = best('item', profile?.column ?? null);
  const left = ids.filter((column) => column !== profile?.column && column !== item?.column);
  // With one ID known, or a time beside them, the remaining ID must be the other.
  if (profile !== null && item === null && left.length === 1) item = { column: left[0]!, isNamed: false };
  else if (item !== null && profile === null && left.length === 1) profile = { column: left[0]!, isNamed: false };
  else if (profile === null && item === null && time !== null && left.length === 2) {
    // A stretch of a service's log usually has more titles than profiles; the proposal marks this as a guess.
    const [fewer, more] = left.toSorted((one, other) => one.distinct.size - other.distinct.size);
    profile = { column: fewer!, isNamed: false };
    item = { column: more!, isNamed: false };
  }
  // A history has several rows per profile: a table with one row each lists profiles or items.
  if (profile === null || item === null || profile.column.isKey || item.column.isKey) return null;
  const named = Number(profile.isNamed) + Number(item.isNamed);
  return { table, profile, item, time, score: 2 * named + 2 * Number(time !== null) + historyScore(table.file) };
}

/** Share of the values of a history that the key of another table has. */
function overlap({ distinct }: SampledColumn, key: SampledColumn): number {
  let shared = 0;
  for (const value of distinct) if (key.distinct.has(value)) shared++;
  return shared / distinct.size;
}

/**
 * The table that says most about the profiles or items of a history.
 * @param byName whether a key with the history's column name is enough
 */
function describing(
  tables: readonly SampledTable[],
  meaning: Meaning,
  column: SampledColumn,
  byName = true,
): { table: SampledTable; key: Picked } | null {
  const [found] = tables
    .flatMap((table) => table.columns.filter((key) => key.isKey && !key.isTime).map((key) => ({ table, key })))
    .map(({ table, key }) => {
      const isNamed = idScore(key.name, meaning) > 0;
      const isSame = byName && /\D/.test(key.name) && key.name.toLowerCase() === column.name.toLowerCase();
      const isAbout = isNamed || fileIsAbout(table.file, meaning);
      const score = 2 * Number(isSame) + 2 * Number(isAbout) + 2 * overlap(column, key);
      return { table, key: { column: key, isNamed: isNamed || isSame }, score, isAbout: isAbout || isSame };
    })
    .filter(({ table, key, score, isAbout }) => isAbout && score >= 3 && saysMore(table, key.column, meaning))
    .toSorted((left, right) => right.score - left.score || right.table.columns.length - left.table.columns.length);
  return found ?? null;
}

const saysMore = (table: SampledTable, key: SampledColumn, meaning: Meaning): boolean =>
  attributesOf(table, [key]).length > 0 || (meaning === 'item' && titleOf(table, key) !== null);

function titleOf({ columns }: SampledTable, key: SampledColumn): SampledColumn | null {
  const [found] = columns
    .filter((column) => column !== key && !column.isTime && titleLength(column.name) < Infinity)
    .toSorted((left, right) => titleLength(left.name) - titleLength(right.name));
  return found ?? null;
}

/** Categories that several rows share, and numbers that are not IDs. */
function attributesOf({ columns, rows }: SampledTable, used: readonly (SampledColumn | null)[]): string[] {
  const isAttribute = ({ distinct, isNumber, isTime, isKey, values }: SampledColumn): boolean =>
    !isTime &&
    !isKey &&
    distinct.size >= 2 &&
    (isNumber ? distinct.size < Math.max(3, rows / 2) : distinct.size <= Math.min(MOST_CATEGORIES, rows / 2)) &&
    values.every((value) => value.length <= LONGEST);
  return columns
    .filter((column) => !used.includes(column) && isAttribute(column))
    .slice(0, MOST_ATTRIBUTES)
    .map(({ name }) => name);
}
