/** The rule that would change what is odd about a title. */
import { MOST_RULE_VALUES } from '../../../../shared/limits';
import { canonicalJson } from '../../../../shared/values/canonical-json';
import { groupAttribute } from '../../../../shared/values/known-attributes';
import type { NewRule } from '../../../rules/window/public';
import type { CheckSettings } from '../../contract/checks';
import type { CheckReason, ReviewRow } from '../../contract/queue';
import { isProgramCheck } from '../../words/check-reason';
import { type OddTitle, oddTitlesOf } from './card-content';

interface Known {
  readonly settings: CheckSettings | undefined;
  /** The attribute of children with their age; undefined without one. */
  readonly age: string | undefined;
  readonly items: Parameters<typeof groupAttribute>[0];
}

/** A title for the sentence of its rule; without a name, the sentence has its ID. */
export const namedTitle = ({ item, title }: OddTitle): { item: string; title: string }[] =>
  title === null ? [] : [{ item, title }];

/** @returns null where no rule changes it by itself */
export function ruleFor({ item, found }: OddTitle, known: Known): NewRule | null {
  for (const { reason, of } of found) {
    const rule = ofReason(reason, of, item, known);
    if (rule !== null) return rule;
  }
  return null;
}

/**
 * The rules that would change what a check found in lists: titles for which the same would be said share one.
 * @returns null where one of the titles needs no rule of its own, as an episode that was skipped
 */
export function rulesFor(
  rows: readonly Pick<ReviewRow, 'reasons'>[],
  { check }: { readonly check: string },
  known: Known,
): { rules: NewRule[]; titles: OddTitle[] } | null {
  const found = new Map<string, OddTitle>();
  for (const row of rows)
    for (const odd of oddTitlesOf(row, { check })) {
      const own = odd.found.filter(({ reason }) => reason.check === check);
      if (own.length > 0 && !found.has(odd.item)) found.set(odd.item, { ...odd, found: own });
    }
  // A child that watched the episodes before should see the next one.
  if (found.size === 0 || found.size > MOST_RULE_VALUES || check === 'series') return null;
  const rules = new Map<string, NewRule>();
  for (const odd of found.values()) {
    const rule = ruleFor(odd, known);
    if (rule === null) return null;
    const { titles, ...rest } = rule;
    const isOfTitle = titles?.ids?.length === 1 && titles.ids[0] === odd.item;
    const key = canonicalJson(isOfTitle ? rest : rule);
    const same = rules.get(key);
    if (same === undefined) rules.set(key, rule);
    else if (isOfTitle) rules.set(key, { ...rule, titles: { ids: [...same.titles!.ids!, odd.item] } });
  }
  return { rules: [...rules.values()], titles: [...found.values()] };
}

function ofReason(
  { check }: CheckReason,
  { note }: CheckReason['titles'][number],
  item: string,
  { settings, age, items }: Known,
): NewRule | null {
  const titles = { ids: [item] };
  const limit = settings?.settings.find(({ id }) => id === check)?.limit ?? null;
  if (note?.kind === 'until') return { kind: 'expire', titles, after: note.day };
  if ((note?.kind === 'viewers' || note?.kind === 'from-age') && age !== undefined) {
    const ages = note.kind === 'viewers' ? { from: note.least, to: note.most } : { from: note.age };
    // A child whose age nobody knows is no reason to hide it.
    return { kind: 'age', titles, attribute: age, ages, unknown: true };
  }
  if (!isProgramCheck(check)) {
    const own = settings?.own.find(({ id }) => id === check);
    if (own === undefined) return null;
    const { most: count, profiles } = own;
    return { kind: 'at-most', titles: own.titles, count, ...(profiles !== undefined && { profiles }) };
  }
  switch (check) {
    case 'one-series':
      return limit === null ? null : { kind: 'at-most', count: limit, per: { series: true } };
    case 'one-genre': {
      const genre = groupAttribute(items)?.name;
      return limit === null || genre === undefined
        ? null
        : { kind: 'at-most', count: limit, per: { attribute: genre } };
    }
    case 'no-metadata':
    case 'series':
      return { kind: 'hide', titles };
    default:
      return null;
  }
}
