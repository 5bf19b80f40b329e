import { expect, test } from 'vitest';
import { lastDay, weekOf } from './calendar-week';

test.each([
  ['2026-09-06', { week: 36, year: 2026, from: '2026-08-31', to: '2026-09-06' }],
  ['2026-08-31', { week: 36, year: 2026, from: '2026-08-31', to: '2026-09-06' }],
  // The first days of a year that begins on a Friday belong to the week before.
  ['2027-01-03', { week: 53, year: 2026, from: '2026-12-28', to: '2027-01-03' }],
  ['2027-01-04', { week: 1, year: 2027, from: '2027-01-04', to: '2027-01-10' }],
  ['2024-12-30', { week: 1, year: 2025, from: '2024-12-30', to: '2025-01-05' }],
])('%s is in its week', (day, week) => {
  expect(weekOf(day)).toEqual(week);
});

test('the last day is that of the time zone; data without times has none', () => {
  const period = { to: '2026-08-30T20:00:00.000Z' };
  expect(lastDay(period)).toBe('2026-08-30');
  expect(lastDay(period, 'Asia/Seoul')).toBe('2026-08-31');
  expect(lastDay(null)).toBeNull();
});
