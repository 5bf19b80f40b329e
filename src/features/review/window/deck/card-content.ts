/** What the card of a child shows of its odd list: the titles that count most, each with why and where it stands. */
import type { LabelBook } from '../../../../shared/labels/label-book';
import { ageAttribute } from '../../../../shared/values/known-attributes';
import type { Wording } from '../../../../shared/words/wording';
import type { CheckReason, ReviewRow } from '../../contract/queue';
import { checkName, isProgramCheck } from '../../words/check-reason';

/** Titles that are large on a card. */
export const MOST_LARGE = 3;

type OddOfReason = CheckReason['titles'][number];

/** A title, with every reason that names it. */
export interface OddTitle extends Pick<OddOfReason, 'item' | 'title' | 'lists'> {
  readonly found: readonly { readonly reason: CheckReason; readonly of: OddOfReason }[];
}

/** The check, title or value that a deck is about; all where absent. */
interface Asked {
  readonly check?: string | undefined;
  readonly item?: string | undefined;
}

/**
 * The titles of a list that are to be decided about: those that are asked for first, then those in most lists.
 */
export function oddTitlesOf({ reasons }: Pick<ReviewRow, 'reasons'>, { check, item }: Asked): OddTitle[] {
  const titles = new Map<string, OddTitle>();
  for (const reason of reasons)
    for (const of of reason.titles) {
      if (of.isDecided) continue;
      const known = titles.get(of.item);
      titles.set(of.item, {
        item: of.item,
        title: of.title,
        lists: Math.max(of.lists, known?.lists ?? 0),
        found: [...(known?.found ?? []), { reason, of }],
      });
    }
  const isAsked = (one: OddTitle): boolean =>
    (check !== undefined && one.found.some(({ reason }) => reason.check === check)) || one.item === item;
  return [...titles.values()].sort(
    (left, right) => Number(isAsked(right)) - Number(isAsked(left)) || right.lists - left.lists,
  );
}

/** Reasons that are about the whole list. */
export const wholeReasonsOf = ({ reasons }: Pick<ReviewRow, 'reasons'>): CheckReason[] =>
  reasons.filter(({ titles, isDecided }) => titles.length === 0 && !isDecided);

/** The lists that have the same title for the same reason, or the same reason where it is about the whole list. */
export interface Alike {
  readonly check: string;
  readonly item?: string | undefined;
  readonly value?: string | undefined;
  /** The name of the title; null for a reason. */
  readonly title: string | null;
  /** Whether it is about all lists of a check. */
  readonly isCause?: true;
}

/** @returns null if no other list has it */
export function alikeOf(row: Pick<ReviewRow, 'reasons'>, [first]: readonly OddTitle[]): Alike | null {
  if (first !== undefined) {
    const most = first.found.toSorted((left, right) => right.of.lists - left.of.lists)[0]!;
    const { check } = most.reason;
    return most.of.lists > 1 ? { check, item: first.item, title: first.title ?? first.item } : null;
  }
  const reason = wholeReasonsOf(row).find(({ lists }) => lists > 1);
  return reason === undefined
    ? null
    : { check: reason.check, ...(reason.value !== null && { value: reason.value }), title: null };
}

/** The cause of what is odd: the check that is asked for, otherwise the one by which other lists are alike first. */
export function causeOf(row: Pick<ReviewRow, 'reasons'>, odd: readonly OddTitle[], { check }: Asked): Alike | null {
  const [whole] = wholeReasonsOf(row);
  const found = check ?? alikeOf(row, odd)?.check ?? odd[0]?.found[0]?.reason.check ?? whole?.check;
  return found === undefined ? null : { check: found, title: null, isCause: true };
}

/** Whether a decision about a part settles all that is asked of a list. */
export function isCovered({ reasons }: Pick<ReviewRow, 'reasons'>, part: Alike, asked: Asked): boolean {
  const left = reasons.filter((reason) => !reason.isDecided && (asked.check ?? reason.check) === reason.check);
  return left.every(
    ({ check, value, titles }) =>
      check === part.check &&
      (part.value === undefined || value === part.value) &&
      (part.item === undefined || titles.every(({ item, isDecided }) => isDecided || item === part.item)),
  );
}

/** Places on each side of an odd title that are shown. */
const AROUND = 2;

/** The places around a title: as many on each side, more on one side at an end of the list. */
export function placesAround<Item extends { readonly item: string }>(list: readonly Item[], item: string): Item[] {
  const at = list.findIndex((one) => one.item === item);
  if (at < 0) return [];
  const from = Math.max(0, Math.min(at - AROUND, list.length - 1 - 2 * AROUND));
  return list.slice(from, from + 1 + 2 * AROUND);
}

interface ChildSaid {
  readonly attributes: readonly { readonly name: string; readonly value: string | null }[];
}

/**
 * Why a title is odd for a child, one sentence a check.
 * @param valueOf how the genre of a check is called
 */
export function whyOdd(
  { t, format }: Wording,
  { found }: OddTitle,
  child: ChildSaid | undefined,
  { labels, valueOf }: { labels: LabelBook; valueOf: (check: string) => (value: string) => string },
): string[] {
  return found.map(({ reason: { check, name, count, value }, of: { note } }) => {
    if (note !== null)
      switch (note.kind) {
        case 'viewers':
          return `${t('deck.why.viewers', { least: note.least, most: note.most })}${agePart()}`;
        case 'from-age':
          return `${t('deck.why.from-age', { age: note.age })}${agePart()}`;
        case 'without':
          return t('deck.why.without', { title: note.title });
        case 'until':
          return t('deck.why.until', { day: format.calendarDay(note.day) });
      }
    if (!isProgramCheck(check)) return t('deck.why.own', { name: name ?? check });
    if (check === 'no-metadata' || check === 'changed') return t(`deck.why.${check}`);
    if (value !== null && count !== null) return t('deck.why.crowd', { count, value: valueOf(check)(value) });
    return checkName(t, { id: check, name });
  });

  function agePart(): string {
    const known = (child?.attributes ?? []).flatMap(({ name, value }) =>
      value === null ? [] : [{ name, kind: 'categorical', value }],
    );
    const age = ageAttribute(known);
    return age === null ? '' : ` ${t('deck.why.isAge', { age: labels.text(age.name, age.value) })}`;
  }
}
