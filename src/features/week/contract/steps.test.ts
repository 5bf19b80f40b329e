import { expect, test } from 'vitest';
import { weekNow } from '../../../../tests/support/window/weeks';
import type { Week } from './week';
import { stateOfSteps, stepsOf } from './steps';

const APPROVED = { by: 'Kim', at: '2026-04-27T05:00:00.000Z' };
const SENT = { path: '/l.csv', format: 'submission', profiles: 19, sha256: 'e'.repeat(64), at: '', by: 'Kim' } as const;
const shown = (week: Week, undecided: number | null): string => [...stateOfSteps(week, undecided).values()].join(' ');

test('a week stands at the first step that waits, and nothing later goes on', () => {
  expect(shown(weekNow({ run: null, refresh: null }), null)).toBe('done now later later later');
  expect(shown(weekNow(), null)).toBe('done done now later later');
  expect(shown(weekNow(), 3)).toBe('done done now later later');
  expect(shown(weekNow(), 0)).toBe('done done done now later');
  expect(shown(weekNow({ approved: APPROVED }), 3)).toBe('done done done done now');
  expect(shown(weekNow({ approved: APPROVED, sent: SENT }), 3)).toBe('done done done done done');
});

test.each(['worse', 'not-compared', 'rules', 'failed'] as const)(
  'lists of a refresh that ended %s are a harm until somebody approves them',
  (state) => {
    const refresh = { ...weekNow().refresh!, state };
    expect(shown(weekNow({ refresh }), 0)).toBe('done harm done later later');
    expect(shown(weekNow({ refresh, approved: APPROVED }), 0)).toBe('done done done done now');
  },
);

test('a file that was sent without an approval closes the week all the same', () => {
  expect(shown(weekNow({ sent: SENT }), 5)).toBe('done done done done done');
});

test('data without times has three steps', () => {
  const week = weekNow();
  const timeless = { ...week, data: { ...week.data, period: null } };
  expect(stepsOf(timeless)).toEqual(['came', 'approved', 'sent']);
  expect(shown(timeless, 4)).toBe('done now later');
});
