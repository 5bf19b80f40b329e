/** A column mapping as the fields of a form, and back. */
import { mappingSchema, type Mapping } from '../../../shared/contract';

export interface MappingFields {
  events: { file: string; profile: string; item: string; time: string };
  profiles: { file: string; profile: string; attributes: string };
  items: { file: string; item: string; title: string; attributes: string };
}

type Attributes = NonNullable<Mapping['profiles']>['attributes'];

const written = (attributes: Attributes | undefined): string =>
  (attributes ?? []).map((attribute) => (typeof attribute === 'string' ? attribute : attribute.name)).join(', ');

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
    attributes: written(mapping?.profiles?.attributes),
  },
  items: {
    file: mapping?.items?.file ?? '',
    item: mapping?.items?.item ?? '',
    title: mapping?.items?.title ?? '',
    attributes: written(mapping?.items?.attributes),
  },
});

/**
 * @param before attributes that it spells out (kind, several columns) keep that where their name still stands in the field
 */
export function mappingOfFields({ events, profiles, items }: MappingFields, before: Mapping | null): Mapping {
  const attributes = (text: string, known: Attributes | undefined): Attributes =>
    text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => known?.find((attribute) => typeof attribute === 'object' && attribute.name === name) ?? name);
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
