/** Weeks of the calendar as ISO 8601 counts them: from Monday; the first of a year is that with its first Thursday. */
import { asDate, asDay, dayAfter } from './day';
import { DAY_SECONDS, DEFAULT_TIME_ZONE, daysIn } from './time-zone';

interface CalendarWeek {
  readonly week: number;
  /** Of its Thursday: the first days of January may belong to the year before. */
  readonly year: number;
  /** Monday and Sunday, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
}

/** @param day YYYY-MM-DD */
export function weekOf(day: string): CalendarWeek {
  const from = dayAfter(day, -((asDate(day).getUTCDay() + 6) % 7));
  const thursday = asDate(dayAfter(from, 3));
  const year = thursday.getUTCFullYear();
  const dayOfYear = (thursday.getTime() - Date.UTC(year, 0, 1)) / (1000 * DAY_SECONDS);
  return { week: 1 + Math.floor(dayOfYear / 7), year, from, to: dayAfter(from, 6) };
}

/** The last day that a data set tells of, YYYY-MM-DD; null without times. @param zone whose days are counted, known on this system */
export function lastDay(period: { readonly to: string } | null, zone: string = DEFAULT_TIME_ZONE): string | null {
  if (period === null) return null;
  return asDay(new Date(daysIn(zone)(Date.parse(period.to) / 1000) * DAY_SECONDS * 1000));
}
