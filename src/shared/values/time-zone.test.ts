import { expect, test } from 'vitest';
import { daysIn, offsetsOf } from './time-zone';

const at = (text: string): number => Date.parse(text) / 1000;
const day = (text: string): number => at(`${text}T00:00:00Z`) / 86_400;

test.each([
  ['UTC', '2026-03-01T23:59:59Z', '2026-03-01'],
  ['Asia/Seoul', '2026-03-01T14:59:59Z', '2026-03-01'],
  ['Asia/Seoul', '2026-03-01T15:00:00Z', '2026-03-02'],
  ['Asia/Kolkata', '2026-03-01T18:29:59Z', '2026-03-01'],
  ['Asia/Kolkata', '2026-03-01T18:30:00Z', '2026-03-02'],
  ['America/New_York', '2026-01-02T04:59:59Z', '2026-01-01'],
  // On its change to summer time, New York is five hours behind before 07:00 UTC and four after.
  ['America/New_York', '2026-03-08T04:59:59Z', '2026-03-07'],
  ['America/New_York', '2026-03-09T03:59:59Z', '2026-03-08'],
  ['America/New_York', '2026-03-09T04:00:00Z', '2026-03-09'],
])('in %s, %s is on %s', (zone, moment, expected) => {
  expect(daysIn(zone)(at(moment))).toBe(day(expected));
});

test("each quarter of an hour of a year is on the day of the zone's calendar", () => {
  const zone = 'Australia/Lord_Howe';
  const dayOf = daysIn(zone);
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  const others: number[] = [];
  for (let seconds = at('2026-01-01T00:00:00Z'); seconds < at('2027-01-01T00:00:00Z'); seconds += 900)
    if (dayOf(seconds) !== day(calendar.format(seconds * 1000))) others.push(seconds);
  expect(others).toEqual([]);
});

test('clocks of far years use the nearest known year', () => {
  const offset = offsetsOf('Asia/Seoul');
  expect(offset(at('2026-01-01T00:00:00Z'))).toBe(9 * 3600);
  expect(offset(8e12)).toBe(offset(at('2200-01-01T00:00:00Z')));
  expect(offset(-8e12)).toBe(offset(at('1900-01-01T00:00:00Z')));
});
