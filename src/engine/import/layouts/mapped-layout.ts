/** Reads any other folder by the user's column mapping. */
import * as path from 'node:path';
import type { Mapping } from '../../../shared/contract/dataset';
import { ShelfwiseError } from '../../../shared/errors';
import { comparePaths, isPattern, matchesPattern } from '../../../shared/values/file-pattern';
import { say } from '../../../shared/words/sentence';
import { allowedWords } from '../../../shared/values/suggest';
import { uncompressedName } from '../read/compressed';
import { formatOf } from './file-format';
import type { AttributePlan, PartPlan, TablePlan } from './import-plan';

type MappedFiles = Pick<Mapping['events'], 'file' | 'partitions'> & Pick<NonNullable<Mapping['items']>, 'sheet'>;
type AttributeMapping = NonNullable<Mapping['profiles']>['attributes'][number];

/**
 * @param files in the folder
 * @param lacking `none`: tables whose files are missing have no parts
 * @throws ShelfwiseError `not-found` if a mapped file is not in the folder, or a pattern matches none; `bad-data` if one column is profile and title
 */
export function mappedTables(
  folder: string,
  files: readonly string[],
  mapping: Mapping,
  lacking: 'refused' | 'none' = 'refused',
): TablePlan[] {
  const place = (table: MappedFiles): Pick<TablePlan, 'file' | 'parts' | 'sheet'> & { isMapped: true } => {
    const names = typeof table.file === 'string' ? [table.file] : table.file;
    const find = (name: string): string[] => findMappedFiles(folder, files, name, lacking);
    const found = [...new Set(names.flatMap(find))].toSorted(comparePaths);
    const parts = found.map((file): PartPlan => {
      const part = { file, path: path.join(folder, file), format: formatOf(file) };
      return table.partitions === true ? { ...part, partition: partitionOf(file) } : part;
    });
    const sheet = table.sheet === undefined ? {} : { sheet: table.sheet };
    return { file: found.length === 1 ? found[0]! : names.join(', '), parts, isMapped: true, ...sheet };
  };
  const { events, profiles, items } = mapping;
  if (events.profile === events.item)
    throw new ShelfwiseError('bad-data', say('import.mapping-one-column', { column: events.profile }));
  const tables: TablePlan[] = [
    {
      ...place(events),
      role: 'history',
      profile: events.profile,
      item: events.item,
      time: events.time ?? null,
      timeFormat: 'any',
      weight: events.weight ?? null,
      trailer: null,
      continuous: null,
      payment: null,
      watchTime: null,
      totalTime: null,
    },
  ];
  if (profiles)
    tables.push({
      ...place(profiles),
      role: 'profiles',
      profile: profiles.profile,
      attributes: profiles.attributes.map(attributeOf),
    });
  if (items)
    tables.push({
      ...place(items),
      role: 'items',
      item: items.item,
      title: items.title ?? null,
      needsTitle: true,
      subtitle: null,
      attributes: items.attributes.map(attributeOf),
    });
  return tables;
}

function attributeOf(mapped: AttributeMapping): AttributePlan {
  const name = typeof mapped === 'string' ? mapped : mapped.name;
  // Attributes are keys of records, and records lose this one key on their way between processes.
  if (name === '__proto__') throw new ShelfwiseError('usage', say('import.mapping-attribute-name', { name }));
  return typeof mapped === 'string' ? { name: mapped, kind: 'guess', columns: [mapped] } : mapped;
}

/** Values in folder names of the form key=value, as Hive writes them: escaped with %, and a special name for no value. */
function partitionOf(file: string): Record<string, string | null> {
  const values: [string, string | null][] = [];
  for (const folder of file.split('/').slice(0, -1)) {
    const at = folder.indexOf('=');
    if (at < 1) continue;
    const value = unescaped(folder.slice(at + 1)).trim();
    values.push([
      unescaped(folder.slice(0, at)),
      value === '' || value === '__HIVE_DEFAULT_PARTITION__' ? null : value,
    ]);
  }
  return Object.fromEntries(values);
}

/** Leaves a badly escaped text as it is. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @throws ShelfwiseError `not-found` if no file has the name or matches the pattern, `bad-data` if a file also exists compressed */
function findMappedFiles(
  folder: string,
  files: readonly string[],
  name: string,
  lacking: 'refused' | 'none',
): string[] {
  const wanted = name.toLowerCase();
  const isNamed = (file: string): boolean => file.toLowerCase() === wanted;
  const one =
    files.find((file) => file === name) ?? files.find(isNamed) ?? files.find((file) => isNamed(uncompressedName(file)));
  if (one !== undefined) return [one];
  const many = isPattern(name)
    ? files.filter((file) => matchesPattern(name, file) || matchesPattern(name, uncompressedName(file)))
    : [];
  if (many.length === 0 && lacking === 'refused')
    throw new ShelfwiseError('not-found', [
      say(isPattern(name) ? 'import.mapping-no-match' : 'import.mapping-no-file', { file: name, folder }),
      ...allowedWords(name, files),
    ]);
  refuseTwice(folder, many);
  return many;
}

/** A file and its compressed copy would be read twice. @throws ShelfwiseError `bad-data` */
export function refuseTwice(folder: string, files: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const file of files) {
    const name = uncompressedName(file).toLowerCase();
    const first = seen.get(name);
    if (first !== undefined)
      throw new ShelfwiseError('bad-data', say('import.two-files', { folder, first, second: file }));
    seen.set(name, file);
  }
}
