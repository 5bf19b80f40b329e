/** Why a list is in the review queue, as a sentence: the window and the command line say it alike. */
import type { Translate } from '../../../shared/words/texts';
import type { Wording } from '../../../shared/words/wording';
import { CHECKS, type CheckId } from '../contract/check-table';
import type { CheckReason, TitleNote } from '../contract/queue';
import { own } from '../../../shared/values/own';
import { titlesBeside } from '../../../shared/values/titles-named';

/** Titles that a sentence names. */
export const NAMED_TITLES = 3;

/** Whether it is a check of the program, not one of a curator's own. */
export const isProgramCheck = (check: string): check is CheckId => own(CHECKS, check) !== undefined;

/** What a check is called: by its curator, or by the program. */
export const checkName = (t: Translate, { id, name }: { id: string; name: string | null }): string =>
  isProgramCheck(id) ? t(`checks.names.${id}`) : (name ?? id);

/** The titles that the sentence of a reason names, as far as there is room. */
export const titlesNamedBy = ({ check, titles }: CheckReason): CheckReason['titles'] =>
  !isProgramCheck(check) || CHECKS[check].reason.en.includes('{titles}') ? titles : [];

/**
 * @param valueOf how a series, a genre or the like is shown
 * @param most titles that it names
 */
export function reasonText(
  t: Translate,
  { check, name, titles, value, count }: CheckReason,
  valueOf: (value: string) => string = (text) => text,
  most = NAMED_TITLES,
): string {
  const named = titlesBeside(titles.slice(0, most));
  const more = titles.length - most;
  const all = more > 0 ? t('checks.more', { titles: named, more }) : named;
  if (!isProgramCheck(check)) return t('checks.reasons.own', { name: name ?? check, titles: all });
  return t(`checks.reasons.${check}`, {
    titles: all,
    value: value === null ? '' : valueOf(value),
    count: count ?? 0,
    others: (count ?? 1) - 1,
  });
}

/** What is odd about one title of a list: what the check knows of it, or what the check looks for. */
export function titleReason(
  { t, format }: Wording,
  { check, name, titles, value, count }: CheckReason,
  item: string,
  valueOf: (value: string) => string = (text) => text,
): string | null {
  const found = titles.find((title) => title.item === item);
  if (found === undefined) return null;
  const about = checkName(t, { id: check, name });
  if (found.note !== null) return `${about}: ${noteText({ t, format }, found.note)}`;
  if (value === null || count === null) return about;
  return `${about}: ${t('checks.titles.crowd', { count, value: valueOf(value) })}`;
}

function noteText({ t, format }: Wording, note: TitleNote): string {
  switch (note.kind) {
    case 'from-age':
      return t('checks.titles.from-age', { age: note.age });
    case 'viewers':
      return t('checks.titles.viewers', { least: note.least, most: note.most });
    case 'without':
      return t('checks.titles.without', { title: note.title });
    case 'until':
      return t('checks.titles.until', { day: format.calendarDay(note.day) });
  }
}
