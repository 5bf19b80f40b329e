/** What rules placed in lists: as somebody ordered it, so it is not odd. */
import { canonicalJson } from '../../../../shared/values/canonical-json';
import type { Rule } from '../../../../shared/contract/rules';
import type { DeliveredLists } from '../../../../engine/delivery/deliver';
import { sha256 } from '../../../../engine/storage/read-files';
import type { ItemTable } from '../../../../engine/data/tables';
import type { CheckMode } from '../../contract/check-table';
import type { CheckReport, Ordered } from '../../contract/checks';
import { TITLES_TOLD } from '../../contract/limits';
import type { Finding } from './checked';

/** Kinds of rules that put titles where they are. */
const ORDERING: ReadonlySet<Rule['kind']> = new Set(['pin', 'boost', 'new-titles']);

/** Checks that guard children: a rule passes them only once a person has confirmed it. */
const GUARDING: ReadonlySet<string> = new Set(['age', 'expired']);

export interface Ordering {
  /** The rules that placed an item in the list of a profile; empty for none. */
  by(profile: number, item: number): readonly Rule[];
}

/** @returns null if no rule places anything */
export function orderingOf({ under }: Pick<DeliveredLists, 'under'>): Ordering | null {
  if (under === null) return null;
  const { rules, ruled } = under;
  if (!rules.active.some(({ rule }) => ORDERING.has(rule.kind))) return null;
  return {
    by: (profile, item) =>
      ruled
        .rulesOf(profile, item)
        .map((index) => rules.active[index]!.rule)
        .filter(({ kind }) => ORDERING.has(kind)),
  };
}

/** What a check finds, as far as rules ordered it. @param found with what they ordered */
export function orderedOf(found: readonly Finding[], ordering: Ordering): Finding[] {
  return found.flatMap((finding) => {
    const items = (finding.items ?? []).filter((item) => ordering.by(finding.profile, item).length > 0);
    return items.length === 0 ? [] : [{ profile: finding.profile, items }];
  });
}

/** A rule by what it does: it may be renamed, and run on other days, and stays the same rule. */
function hashOfRule(rule: Rule): string {
  const what = Object.entries(rule).filter(([part]) => !['id', 'name', 'on', 'from', 'until'].includes(part));
  return sha256(canonicalJson(Object.fromEntries(what)));
}

interface MadeUnder {
  readonly results: readonly {
    readonly setting: { readonly id: string; readonly mode: CheckMode };
    readonly ordered: readonly Finding[];
  }[];
  readonly ordering: Ordering | null;
  readonly items: ItemTable;
}

/** By rule, those with most lists first. @param confirmed hashes of rules */
export function orderedByRule({ results, ordering, items }: MadeUnder, confirmed: readonly string[]): Ordered[] {
  const found = new Map<Rule, { lists: Set<number>; titles: Map<number, number>; blocks: Set<string> }>();
  for (const { setting, ordered } of results)
    for (const { profile, items: columns = [] } of ordered)
      for (const column of columns)
        for (const rule of ordering?.by(profile, column) ?? []) {
          const of = found.get(rule) ?? { lists: new Set(), titles: new Map(), blocks: new Set() };
          found.set(rule, of);
          of.lists.add(profile);
          of.titles.set(column, (of.titles.get(column) ?? 0) + 1);
          if (setting.mode === 'stop' && GUARDING.has(setting.id)) of.blocks.add(setting.id);
        }
  return Array.from(found, ([rule, { lists, titles, blocks }]) => {
    const ruleSha256 = hashOfRule(rule);
    const isConfirmed = confirmed.includes(ruleSha256);
    return {
      rule: rule.id,
      name: rule.name,
      ruleSha256,
      isConfirmed,
      lists: lists.size,
      blocks: isConfirmed ? [] : [...blocks],
      titles: [...titles]
        .sort(([left, one], [right, other]) => other - one || left - right)
        .slice(0, TITLES_TOLD)
        .map(([column]) => ({ item: items.ids[column]!, title: items.titles[column]! })),
    };
  }).sort((left, right) => right.lists - left.lists);
}

/** Blocking checks: those with something undecided, and those that an unconfirmed rule would pass. */
export const stoppedBy = (checks: CheckReport['checks'], ordered: readonly Ordered[]): string[] =>
  checks
    .filter(
      ({ id, mode, undecided }) =>
        mode === 'stop' && ((undecided ?? 0) > 0 || ordered.some(({ blocks }) => blocks.includes(id))),
    )
    .map(({ id }) => id);
