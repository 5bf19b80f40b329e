import { describe, expect, test } from 'vitest';
import type { DecidedFinding } from '../contract/checks';
import { isSettledFinding, settledTitles, settlingOf, withDecision } from './decided-findings';

const found = (titles: string[], more: Partial<DecidedFinding> = {}): DecidedFinding => ({
  check: 'age',
  value: null,
  titles,
  ...more,
});

describe('what is said of a finding', () => {
  test('holds for the same check, value and titles, and lapses when one of these changes', () => {
    const settling = [found(['1', '2'])];
    expect(isSettledFinding(found(['1', '2']), settling)).toBe(true);
    for (const other of [found(['1']), found(['1', '2', '3']), found(['1', '3']), found([])])
      expect(isSettledFinding(other, settling)).toBe(false);
    expect(isSettledFinding(found(['1', '2'], { check: 'series' }), settling)).toBe(false);
    expect(isSettledFinding(found(['1', '2'], { value: 'Owl' }), settling)).toBe(false);
  });

  test('holds for a whole list where no title was flagged', () => {
    expect(isSettledFinding(found([]), [])).toBe(false);
    expect(isSettledFinding(found([]), [found([])])).toBe(true);
  });

  test('of one of its titles leaves the others to decide', () => {
    const settling = [found(['1', '2'], { only: ['2'] })];
    expect(isSettledFinding(found(['1', '2']), settling)).toBe(false);
    expect(settledTitles(found(['1', '2']), settling)).toEqual(new Set(['2']));
    expect(isSettledFinding(found(['1', '2']), [...settling, found(['1', '2'], { only: ['1'] })])).toBe(true);
  });

  test('settles it in every run if it is fine, and in its own if it needs a rule', () => {
    const findings = (['fine', 'rule', 'again'] as const).map((decision) => ({ ...found([decision]), decision }));
    const settled = (isOfRun: boolean) => settlingOf({ findings }, isOfRun).map(({ titles: [title] }) => title);
    expect(settled(true)).toEqual(['fine', 'rule']);
    expect(settled(false)).toEqual(['fine']);
  });
});

describe('a further decision', () => {
  test('stands beside those of other checks, and in place of one of its own', () => {
    const other = { ...found(['7'], { check: 'series' }), decision: 'fine' as const };
    const before = [other, { ...found(['1']), decision: 'fine' as const }];
    expect(withDecision(before, [found(['1'])], 'rule')).toEqual([other, { ...found(['1']), decision: 'rule' }]);
    expect(withDecision(before, [found(['1', '2'])], 'fine')).toHaveLength(2);
    expect(withDecision(before, [found(['1'])], null)).toEqual([other]);
  });

  test('of one title takes that title alone out of the one before', () => {
    const before = [{ ...found(['1', '2']), decision: 'fine' as const }];
    const [kept, said] = withDecision(before, [found(['1', '2'], { only: ['2'] })], 'rule');
    expect(kept).toEqual({ ...found(['1', '2'], { only: ['1'] }), decision: 'fine' });
    expect(said).toEqual({ ...found(['1', '2'], { only: ['2'] }), decision: 'rule' });
  });
});
