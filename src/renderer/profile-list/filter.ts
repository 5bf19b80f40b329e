/** A filter as its parts: each can be named, counted without, and removed by itself. */
import type { ProfileFilter } from '../../shared/contract';
import { own } from '../../shared/own';

type Bounds = NonNullable<ProfileFilter['watched']>;

export type FilterPart =
  | { kind: 'text'; text: string }
  | { kind: 'attribute'; name: string; values: (string | null)[] }
  | { kind: 'watched' | 'score'; bounds: Bounds }
  | { kind: 'reviewed'; reviewed: boolean }
  | { kind: 'noted'; noted: boolean };

const isBounded = (bounds: Bounds | undefined): bounds is Bounds =>
  bounds !== undefined && (bounds.from !== undefined || bounds.to !== undefined);

export function filterParts({ text, attributes = {}, watched, score, reviewed, noted }: ProfileFilter): FilterPart[] {
  const parts: FilterPart[] = [];
  if (text !== undefined && text.trim() !== '') parts.push({ kind: 'text', text });
  for (const [name, values] of Object.entries(attributes))
    if (values.length > 0) parts.push({ kind: 'attribute', name, values });
  if (isBounded(watched)) parts.push({ kind: 'watched', bounds: watched });
  if (isBounded(score)) parts.push({ kind: 'score', bounds: score });
  if (reviewed !== undefined) parts.push({ kind: 'reviewed', reviewed });
  if (noted !== undefined) parts.push({ kind: 'noted', noted });
  return parts;
}

/** The filter of some parts; nothing in it says nothing. */
export function filterOf(parts: readonly FilterPart[]): ProfileFilter {
  const filter: ProfileFilter = {};
  for (const part of parts)
    switch (part.kind) {
      case 'text':
        filter.text = part.text;
        break;
      case 'attribute':
        filter.attributes = { ...filter.attributes, [part.name]: part.values };
        break;
      case 'watched':
        filter.watched = part.bounds;
        break;
      case 'score':
        filter.score = part.bounds;
        break;
      case 'reviewed':
        filter.reviewed = part.reviewed;
        break;
      case 'noted':
        filter.noted = part.noted;
    }
  return filter;
}

/** As the engine is asked: without what does not filter. */
export const tidyFilter = (filter: ProfileFilter): ProfileFilter => filterOf(filterParts(filter));

export const withoutPart = (filter: ProfileFilter, index: number): ProfileFilter =>
  filterOf(filterParts(filter).filter((_, place) => place !== index));

/** Takes a value into the filter of an attribute, or out of it. */
export function toggleValue(filter: ProfileFilter, name: string, value: string | null): ProfileFilter {
  const now = own(filter.attributes, name) ?? [];
  const values = now.includes(value) ? now.filter((other) => other !== value) : [...now, value];
  return { ...filter, attributes: { ...filter.attributes, [name]: values } };
}

/** Whether two filters leave the same, however their keys lie. */
export const isSameFilter = (left: ProfileFilter, right: ProfileFilter): boolean =>
  JSON.stringify(inOrder(left)) === JSON.stringify(inOrder(right));

const inOrder = (filter: ProfileFilter): string[] =>
  filterParts(filter)
    .map((part) => {
      if (part.kind === 'attribute')
        return JSON.stringify([part.name, part.values.map((value) => JSON.stringify(value)).sort()]);
      return JSON.stringify('bounds' in part ? [part.kind, part.bounds.from, part.bounds.to] : part);
    })
    .sort();
