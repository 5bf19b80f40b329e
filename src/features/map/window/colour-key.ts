/** What points are coloured by, as one text: the value of a field, and what is stored. */
import { MAP_COLOURS, type MapColour, type RunMap } from '../contract/map';
import type { MapSubject } from '../contract/make-map';

export type ColourBy = MapColour | { readonly attribute: string };

const ATTRIBUTE = 'attribute:';

export const colourKey = (by: ColourBy): string => (typeof by === 'string' ? by : ATTRIBUTE + by.attribute);

/** Falls back to clusters if the stored attribute is missing: another data set has other attributes. */
export function colourOf(key: string, { of, attributes }: Pick<RunMap, 'of' | 'attributes'>): ColourBy {
  const known: readonly MapColour[] = MAP_COLOURS[of];
  const attribute = attributes.find(({ name }) => ATTRIBUTE + name === key);
  return attribute === undefined ? (known.find((name) => name === key) ?? 'cluster') : { attribute: attribute.name };
}

export const colourKeys = (of: MapSubject, attributes: RunMap['attributes']): string[] => [
  ...MAP_COLOURS[of],
  ...attributes.map(({ name }) => colourKey({ attribute: name })),
];
