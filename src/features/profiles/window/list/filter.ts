/** A filter of profiles as the window edits it and sends it. */
import type { ProfileFilter } from '../../../../shared/contract/profiles';
import { type FilterPart, filterParts } from '../../../../shared/values/filter-parts';
import { own } from '../../../../shared/values/own';

/** Builds a filter from parts; empty parts are dropped. */
export function filterOf(parts: readonly FilterPart[]): ProfileFilter {
  const filter: ProfileFilter = {};
  for (const part of parts)
    switch (part.kind) {
      case 'text':
        filter.text = part.text;
        break;
      case 'profiles':
        filter.profiles = part.profiles;
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
        break;
      case 'shaky':
        filter.shaky = part.shaky;
    }
  return filter;
}

/** The filter as sent to the engine, without parts that do not filter. */
export const tidyFilter = (filter: ProfileFilter): ProfileFilter => filterOf(filterParts(filter));

export const withoutPart = (filter: ProfileFilter, index: number): ProfileFilter =>
  filterOf(filterParts(filter).filter((_, place) => place !== index));

/** Adds a value to the filter of an attribute, or removes it. */
export function toggleValue(filter: ProfileFilter, name: string, value: string | null): ProfileFilter {
  const now = own(filter.attributes, name) ?? [];
  const values = now.includes(value) ? now.filter((other) => other !== value) : [...now, value];
  return { ...filter, attributes: { ...filter.attributes, [name]: values } };
}

/** Whether two filters match the same, whatever the order of their keys. */
export const isSameFilter = (left: ProfileFilter, right: ProfileFilter): boolean =>
  JSON.stringify(inOrder(left)) === JSON.stringify(inOrder(right));

const inOrder = (filter: ProfileFilter): string[] =>
  filterParts(filter)
    .map((part) => {
      if (part.kind === 'attribute')
        return JSON.stringify([part.name, part.values.map((value) => JSON.stringify(value)).sort()]);
      if (part.kind === 'profiles') return JSON.stringify([part.kind, part.profiles.toSorted()]);
      return JSON.stringify('bounds' in part ? [part.kind, part.bounds.from, part.bounds.to] : part);
    })
    .sort();
