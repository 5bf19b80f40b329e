import { expect, test } from 'vitest';
import { dayAfter } from '../../../shared/values/day';
import { monthAfter, weeksOf } from './month';

test('days and months continue past the ends of months and years', () => {
  expect([dayAfter('2026-02-28', 1), dayAfter('2028-02-28', 1), dayAfter('2026-01-01', -1)]).toEqual([
    '2026-03-01',
    '2028-02-29',
    '2025-12-31',
  ]);
  expect([monthAfter('2026-01-31', 1), monthAfter('2026-03-31', -1), monthAfter('2026-12-15', 1)]).toEqual([
    '2026-02-28',
    '2026-02-28',
    '2027-01-15',
  ]);
});

test('no day lies outside the years that a day can be written with', () => {
  expect([dayAfter('9999-12-31', 1), monthAfter('9999-12-31', 1), dayAfter('0001-01-01', -1)]).toEqual([
    '9999-12-31',
    '9999-12-31',
    '0001-01-01',
  ]);
});

test.each(['2026-02-14', '2026-08-31', '2028-02-29', '2026-11-27'])(
  'the weeks of a month contain each of its days once: %s',
  (day) => {
    const weeks = weeksOf(day);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    const days = weeks.flat().filter((one) => one !== null);
    expect(days[0]).toBe(`${day.slice(0, 7)}-01`);
    expect(new Set(days).size).toBe(days.length);
    expect(dayAfter(days.at(-1)!, 1).slice(0, 7)).not.toBe(day.slice(0, 7));
    for (const week of weeks)
      for (const [place, one] of week.entries())
        if (one !== null) expect(new Date(`${one}T00:00:00Z`).getUTCDay()).toBe(place);
  },
);
