/** A column mapping as form fields and back, and the meaning it gives each column. */
import { type FolderView, mappingSchema, type Mapping } from '../../../shared/contract/dataset';
import { matchesPattern } from '../../../shared/values/file-pattern';

export interface MappingFields {
  events: { file: string; profile: string; item: string; time: string };
  /** A sheet only applies to a workbook; empty means its first. */
  profiles: { file: string; sheet: string; profile: string; attributes: string[] };
  items: { file: string; sheet: string; item: string; title: string; attributes: string[] };
}

type Attributes = NonNullable<Mapping['profiles']>['attributes'];

const named = (attributes: Attributes | undefined): string[] =>
  (attributes ?? []).map((attribute) => (typeof attribute === 'string' ? attribute : attribute.name));

type Files = Pick<Mapping['events'], 'file' | 'partitions'>;

/** A list of names as one text; editing it replaces the list. */
const textOfFiles = (files: Files | undefined): string =>
  files === undefined ? '' : typeof files.file === 'string' ? files.file : files.file.join(', ');

/** Keeps the list if the text is unchanged: the field cannot express it. */
const filesOfText = (text: string, before: Files | undefined): Files =>
  before !== undefined && text === textOfFiles(before)
    ? { file: before.file, ...(before.partitions !== undefined && { partitions: before.partitions }) }
    : { file: text };

/** Whether the text of a field names a workbook, which has sheets. */
export const isWorkbook = (text: string): boolean => /\.xlsx\b/i.test(text);

const sheetOf = ({ file, sheet }: { file: string; sheet: string }): { sheet?: string } =>
  isWorkbook(file) && sheet.trim() !== '' ? { sheet } : {};

export const fieldsOfMapping = (mapping: Mapping | null): MappingFields => ({
  events: {
    file: textOfFiles(mapping?.events),
    profile: mapping?.events.profile ?? '',
    item: mapping?.events.item ?? '',
    time: mapping?.events.time ?? '',
  },
  profiles: {
    file: textOfFiles(mapping?.profiles),
    sheet: mapping?.profiles?.sheet ?? '',
    profile: mapping?.profiles?.profile ?? '',
    attributes: named(mapping?.profiles?.attributes),
  },
  items: {
    file: textOfFiles(mapping?.items),
    sheet: mapping?.items?.sheet ?? '',
    item: mapping?.items?.item ?? '',
    title: mapping?.items?.title ?? '',
    attributes: named(mapping?.items?.attributes),
  },
});

/** @param before supplies details (kind, several columns) of attributes whose name is still in the field */
export function mappingOfFields({ events, profiles, items }: MappingFields, before: Mapping | null): Mapping {
  const attributes = (names: readonly string[], known: Attributes | undefined): Attributes =>
    names.map((name) => known?.find((attribute) => typeof attribute === 'object' && attribute.name === name) ?? name);
  const { weight } = before?.events ?? {};
  return mappingSchema.parse({
    events: {
      ...filesOfText(events.file, before?.events),
      profile: events.profile,
      item: events.item,
      ...(events.time === '' ? {} : { time: events.time }),
      ...(weight === undefined ? {} : { weight }),
    },
    ...(profiles.file === ''
      ? {}
      : {
          profiles: {
            ...filesOfText(profiles.file, before?.profiles),
            ...sheetOf(profiles),
            profile: profiles.profile,
            attributes: attributes(profiles.attributes, before?.profiles?.attributes),
          },
        }),
    ...(items.file === ''
      ? {}
      : {
          items: {
            ...filesOfText(items.file, before?.items),
            ...sheetOf(items),
            item: items.item,
            ...(items.title === '' ? {} : { title: items.title }),
            attributes: attributes(items.attributes, before?.items?.attributes),
          },
        }),
  });
}

/** Whether the text of a field names a file: by name, by pattern, or in a list. */
export const isMeant = (text: string, file: string): boolean =>
  text === file ||
  (text !== '' && (matchesPattern(text, file) || text.split(', ').some((name) => matchesPattern(name, file))));

/** A file of a folder, or one sheet of a workbook. */
type TableOfFolder = Pick<FolderView['files'][number], 'file' | 'sheet'>;

/** Whether the fields of a group name this table. */
export const isTable = (
  { file, sheet: wanted = '' }: { file: string; sheet?: string },
  { file: name, sheet }: TableOfFolder,
): boolean =>
  isMeant(file, name) &&
  (sheet === undefined ||
    (wanted.trim() === '' ? sheet.isFirst : sheet.name.trim().toLowerCase() === wanted.trim().toLowerCase()));

/** What a column is: the field that names it. */
type Meaning = 'profile' | 'item' | 'time' | 'title' | 'attribute';

/**
 * The meaning of each column of a table according to the fields.
 * @returns role null for a table that no field names
 */
export function meaningsOf(
  table: TableOfFolder,
  { events, profiles, items }: MappingFields,
): { role: 'history' | 'profiles' | 'items' | null; of: (column: string) => Meaning | null } {
  const by = (names: Partial<Record<Meaning, string>>, attributes: readonly string[]) => (column: string) => {
    const found = Object.entries(names).find(([, name]) => name === column);
    return found !== undefined ? (found[0] as Meaning) : attributes.includes(column) ? 'attribute' : null;
  };
  if (isTable(events, table))
    return { role: 'history', of: by({ profile: events.profile, item: events.item, time: events.time }, []) };
  if (isTable(profiles, table)) return { role: 'profiles', of: by({ profile: profiles.profile }, profiles.attributes) };
  if (isTable(items, table))
    return { role: 'items', of: by({ item: items.item, title: items.title }, items.attributes) };
  return { role: null, of: () => null };
}
