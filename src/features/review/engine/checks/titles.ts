/** Finds titles that should be in no list: those of which nothing is known, and those whose last day has passed. */
import { lastDayAttribute } from '../../../../shared/values/known-attributes';
import { displayValue } from '../../../../engine/data/display/attributes';
import { type Answer, type Checked, findingsOf, findingsOfItems, unorderedItems } from './checked';

export function withoutMetadata(lists: Checked): Answer {
  return findingsOf(lists, (profile) => {
    const items = unorderedItems(lists, profile).filter((item) => lists.items.titles[item] === null);
    return items.length === 0 ? null : { items };
  });
}

/** @param date YYYY-MM-DD; a title may be watched on its last day */
export function expired(lists: Checked, date: string): Answer {
  const attribute = lastDayAttribute(lists.items.attributes);
  if (attribute === null) return 'no-last-day';
  const lastDays = lists.items.ids.map((_, item) => dayOf(displayValue(attribute, item)));
  return findingsOfItems(lists, (item) => {
    const day = lastDays[item] ?? null;
    return day !== null && day < date ? { kind: 'until', day } : null;
  });
}

/** YYYY-MM-DD of a text that begins with a day (20260131, 2026-01-31, 2026.01.31); null if it does not. */
export function dayOf(text: string | null): string | null {
  const found =
    /^(\d{4})[-./]?(\d{2})[-./]?(\d{2})(?!\d)/.exec(text ?? '') ?? /^(\d{4})(\d{2})(\d{2})\d{6}$/.exec(text ?? '');
  return found === null ? null : `${found[1]}-${found[2]}-${found[3]}`;
}
