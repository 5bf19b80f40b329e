/** Any other folder, read as the user's column mapping says. */
import * as path from 'node:path';
import type { Mapping } from '../../../shared/contract';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/sentences/sentence';
import { allowedWords } from '../../../shared/suggest';
import { uncompressedName } from '../read/compressed';
import { type AttributePlan, DELIMITED, type FileFormat, type TablePlan } from './plan';

type AttributeMapping = NonNullable<Mapping['profiles']>['attributes'][number];

/**
 * @param files what the folder holds
 * @throws ShelfwiseError `not-found` where a mapped file is not in the folder
 */
export function mappedTables(folder: string, files: readonly string[], mapping: Mapping): TablePlan[] {
  const place = (name: string): { file: string; path: string; format: FileFormat; isMapped: true } => {
    const file = findMappedFile(folder, files, name);
    return { file, path: path.join(folder, file), format: formatOf(file), isMapped: true };
  };
  const { events, profiles, items } = mapping;
  const tables: TablePlan[] = [
    {
      ...place(events.file),
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
      ...place(profiles.file),
      role: 'profiles',
      profile: profiles.profile,
      attributes: profiles.attributes.map(attributeOf),
    });
  if (items)
    tables.push({
      ...place(items.file),
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
  // Attributes are keys of records, and this one key no record can have on its way between processes.
  if (name === '__proto__') throw new ShelfwiseError('usage', say('import.mapping-attribute-name', { name }));
  return typeof mapped === 'string' ? { name: mapped, kind: 'guess', columns: [mapped] } : mapped;
}

function formatOf(file: string): FileFormat {
  return /\.(parquet|pq)$/i.test(uncompressedName(file)) ? { kind: 'parquet' } : DELIMITED;
}

function findMappedFile(folder: string, files: readonly string[], name: string): string {
  const isNamed = (file: string): boolean => file.toLowerCase() === name.toLowerCase();
  const found =
    files.find((file) => file === name) ?? files.find(isNamed) ?? files.find((file) => isNamed(uncompressedName(file)));
  if (found === undefined)
    throw new ShelfwiseError('not-found', [
      say('import.mapping-no-file', { file: name, folder }),
      ...allowedWords(name, files),
    ]);
  return found;
}
