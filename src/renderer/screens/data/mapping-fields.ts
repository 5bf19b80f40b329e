/** A column mapping as the fields of a form, and back; and what each column is by it. */
import { mappingSchema, type Mapping } from '../../../shared/contract';

export interface MappingFields {
  events: { file: string; profile: string; item: string; time: string };
  profiles: { file: string; profile: string; attributes: string[] };
  items: { file: string; item: string; title: string; attributes: string[] };
}

type Attributes = NonNullable<Mapping['profiles']>['attributes'];

const named = (attributes: Attributes | undefined): string[] =>
  (attributes ?? []).map((attribute) => (typeof attribute === 'string' ? attribute : attribute.name));

export const fieldsOfMapping = (mapping: Mapping | null): MappingFields => ({
  events: {
    file: mapping?.events.file ?? '',
    profile: mapping?.events.profile ?? '',
    item: mapping?.events.item ?? '',
    time: mapping?.events.time ?? '',
  },
  profiles: {
    file: mapping?.profiles?.file ?? '',
    profile: mapping?.profiles?.profile ?? '',
    attributes: named(mapping?.profiles?.attributes),
  },
  items: {
    file: mapping?.items?.file ?? '',
    item: mapping?.items?.item ?? '',
    title: mapping?.items?.title ?? '',
    attributes: named(mapping?.items?.attributes),
  },
});

/**
 * @param before attributes that it spells out (kind, several columns) keep that where their name still stands in the field
 */
export function mappingOfFields({ events, profiles, items }: MappingFields, before: Mapping | null): Mapping {
  const attributes = (names: readonly string[], known: Attributes | undefined): Attributes =>
    names.map((name) => known?.find((attribute) => typeof attribute === 'object' && attribute.name === name) ?? name);
  const { weight } = before?.events ?? {};
  return mappingSchema.parse({
    events: {
      file: events.file,
      profile: events.profile,
      item: events.item,
      ...(events.time === '' ? {} : { time: events.time }),
      ...(weight === undefined ? {} : { weight }),
    },
    ...(profiles.file === ''
      ? {}
      : {
          profiles: {
            file: profiles.file,
            profile: profiles.profile,
            attributes: attributes(profiles.attributes, before?.profiles?.attributes),
          },
        }),
    ...(items.file === ''
      ? {}
      : {
          items: {
            file: items.file,
            item: items.item,
            ...(items.title === '' ? {} : { title: items.title }),
            attributes: attributes(items.attributes, before?.items?.attributes),
          },
        }),
  });
}

/** What a column is: the field that names it. */
export type Meaning = 'profile' | 'item' | 'time' | 'title' | 'attribute';

/**
 * What the columns of a file are, as far as the fields say so.
 * @returns role null for a file that no field names
 */
export function meaningsOf(
  file: string,
  { events, profiles, items }: MappingFields,
): { role: 'history' | 'profiles' | 'items' | null; of: (column: string) => Meaning | null } {
  const by = (names: Partial<Record<Meaning, string>>, attributes: readonly string[]) => (column: string) => {
    const found = Object.entries(names).find(([, name]) => name === column);
    return found !== undefined ? (found[0] as Meaning) : attributes.includes(column) ? 'attribute' : null;
  };
  if (file === events.file)
    return { role: 'history', of: by({ profile: events.profile, item: events.item, time: events.time }, []) };
  if (file === profiles.file) return { role: 'profiles', of: by({ profile: profiles.profile }, profiles.attributes) };
  if (file === items.file) return { role: 'items', of: by({ item: items.item, title: items.title }, items.attributes) };
  return { role: null, of: () => null };
}
