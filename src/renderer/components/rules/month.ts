/** Days of the calendar as texts, YYYY-MM-DD, and the weeks of a month. */
import { asDate, asDay, dayAfter, isWithinYears } from '../../../shared/values/day';

/** The same day `months` later or earlier; the month's last day if it is shorter. */
export function monthAfter(day: string, months: number): string {
  const date = asDate(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  if (!isWithinYears(date)) return day;
  const last = new Date(date);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  date.setUTCDate(Math.min(wanted, last.getUTCDate()));
  return asDay(date);
}

/** The month of a day in weeks from Sunday, as calendars in Korea and America; null outside the month. */
export function weeksOf(day: string): (string | null)[][] {
  const first = `${day.slice(0, 8)}01`;
  const before = asDate(first).getUTCDay();
  const days = Number(dayAfter(monthAfter(first, 1), -1).slice(8));
  const cells = Array.from({ length: Math.ceil((before + days) / 7) * 7 }, (_, cell) =>
    cell < before || cell >= before + days ? null : dayAfter(first, cell - before),
  );
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
