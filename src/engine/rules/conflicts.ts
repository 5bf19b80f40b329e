/** Finds rules of a set that cannot both be kept, and rules that match nothing in the data. */
import type { Rule, RuleOf, RuleSet } from '../../shared/contract/rules';
import type { RuleConflict } from '../../shared/contract/rule-answers';
import { emptyRow } from '../data/histories';
import { type ActiveRule, lacksAttribute, LAST_DAY, PreparedRules, type RuleData } from './prepared-rules';

/** Conflicts between rules that are on, on any day. @param data of a data set; histories are not needed */
export function conflictsOf(set: RuleSet, data: Omit<RuleData, 'histories' | 'excludeWatched'>): RuleConflict[] {
  const known: RuleData = { ...data, histories: emptyRow(data.items.ids.length), excludeWatched: true };
  // Prepared for an unlimited day, so that all rules count: whether two meet depends on their own days.
  const always = set.rules.map((rule): Rule => ({ ...rule, from: undefined, until: undefined }));
  const strange = always.filter((rule) => lacksAttribute(rule, known));
  const rules = always.filter((rule) => !strange.includes(rule));
  const prepared = new PreparedRules({ ...set, rules }, LAST_DAY, known);
  const days = new Map(set.rules.map((rule) => [rule.id, rule]));
  return [
    ...strange.map(({ id }): RuleConflict => ({ kind: 'no-attribute', rules: [id], wins: null, titles: 0 })),
    ...prepared.active.flatMap((active) => aboutNothing(active, prepared)),
    ...prepared.active.flatMap((one, place) =>
      prepared.active.slice(place + 1).flatMap((other) => {
        const kind = clashOf(one, other);
        if (kind === null || !meet(days.get(one.rule.id)!, days.get(other.rule.id)!)) return [];
        if (!haveProfiles(prepared, one, other)) return [];
        return [
          {
            kind,
            rules: [one.rule.id, other.rule.id],
            wins: winner(kind, one, other),
            titles: shared(one, other).length,
          },
        ];
      }),
    ),
  ];
}

function aboutNothing({ rule, index, columns }: ActiveRule, prepared: PreparedRules): RuleConflict[] {
  if (columns.length === 0) return [{ kind: 'no-titles', rules: [rule.id], wins: null, titles: 0 }];
  // An age limit that everyone meets is no mistake.
  if (rule.kind !== 'age' && prepared.profilesFor(index) === 0)
    return [{ kind: 'no-profiles', rules: [rule.id], wins: null, titles: columns.length }];
  return [];
}

function clashOf(one: ActiveRule, other: ActiveRule): RuleConflict['kind'] | null {
  const [first, second] = [one.rule, other.rule];
  if (first.kind === 'pin' && second.kind === 'pin') {
    const [before, after] = [placesOf(first), placesOf(second)];
    const isFixed = before.from === before.to && after.from === after.to;
    if (isFixed && before.from === after.from) return 'same-place';
    // Two ranges that meet can both be kept by one place.
    if (!isFixed && before.from <= after.to && after.from <= before.to) return null;
    return one.columns.length === 1 && other.columns.length === 1 && one.columns[0] === other.columns[0]
      ? 'same-title'
      : null;
  }
  if (first.kind === 'pin' || second.kind === 'pin') {
    const [pin, taking] = first.kind === 'pin' ? [one, other] : [other, one];
    const takesOut = ['hide', 'expire', 'age'].includes(taking.rule.kind);
    return takesOut && pin.columns.length > 0 && shared(pin, taking).length === pin.columns.length
      ? 'pin-hidden'
      : null;
  }
  const moves = [first.kind, second.kind].sort().join();
  return moves === 'boost,bury' && shared(one, other).length > 0 ? 'up-and-down' : null;
}

/** What forbids wins over a pin, and the earlier of two pins; moves up and down are added up. */
function winner(kind: RuleConflict['kind'], one: ActiveRule, other: ActiveRule): string | null {
  if (kind === 'up-and-down') return null;
  return kind === 'pin-hidden' && one.rule.kind === 'pin' ? other.rule.id : one.rule.id;
}

const placesOf = ({ place, to = place }: RuleOf<'pin'>): { from: number; to: number } => ({ from: place, to });

function shared(one: ActiveRule, other: ActiveRule): number[] {
  const those = new Set(other.columns);
  return one.columns.filter((column) => those.has(column));
}

/** Whether both apply on some day; expiring titles are out from the day after. */
function meet(one: Rule, other: Rule): boolean {
  const from = [beginOf(one), beginOf(other)].sort()[1]!;
  const until = [one.until ?? LAST_DAY, other.until ?? LAST_DAY].sort()[0]!;
  return from <= until;
}

const beginOf = (rule: Rule): string => [rule.from ?? '', rule.kind === 'expire' ? rule.after : ''].sort()[1]!;

function haveProfiles(prepared: PreparedRules, one: ActiveRule, other: ActiveRule): boolean {
  for (let row = 0; row <= prepared.data.profiles.ids.length; row++)
    if (prepared.isFor(one.index, row) && prepared.isFor(other.index, row)) return true;
  return false;
}
