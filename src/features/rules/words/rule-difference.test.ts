import { expect, it } from 'vitest';
import { type Rule, RULES_VERSION, type RuleSet } from '../../../shared/contract/rules';
import { differenceOfRules } from './rule-difference';

const rule = (id: string, more: object = {}): Rule =>
  ({ kind: 'hide', id, name: id, on: true, titles: { ids: ['1'] }, ...more }) as Rule;
const set = (...rules: Rule[]): RuleSet => ({ formatVersion: RULES_VERSION, rules });
const NOTHING = { added: [], removed: [], changed: [], moved: [] };

it('lists rules that were added, removed and changed, and the changed parts', () => {
  const [a, b] = [rule('a'), rule('b')];
  const other = rule('b', { on: false, titles: { ids: ['2'] }, until: '2026-12-01' });
  expect(differenceOfRules(set(a, b), set(other, rule('c')))).toEqual({
    added: [rule('c')],
    removed: [a],
    changed: [{ before: b, after: other, parts: ['on', 'titles', 'until'] }],
    moved: [],
  });
});

it('finds no difference in equal rules with another order of keys', () => {
  const [a] = [rule('a')];
  const turned = Object.fromEntries(Object.entries(a!).reverse()) as Rule;
  expect(differenceOfRules(set(a!), set(turned))).toEqual(NOTHING);
  expect(differenceOfRules(set(), set())).toEqual(NOTHING);
});

it('names the fewest rules that moved', () => {
  const ids = (text: string): RuleSet => set(...text.split('').map((id) => rule(id)));
  expect(differenceOfRules(ids('abcde'), ids('bcdea')).moved).toEqual([{ rule: 'a', before: 1, after: 5 }]);
  expect(differenceOfRules(ids('abcde'), ids('eabcd')).moved).toEqual([{ rule: 'e', before: 5, after: 1 }]);
  expect(differenceOfRules(ids('ab'), ids('ba')).moved).toHaveLength(1);
  // Additions and removals move no other rule.
  expect(differenceOfRules(ids('abc'), ids('xac')).moved).toEqual([]);
});
