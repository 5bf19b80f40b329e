/** Days of the calendar as texts, YYYY-MM-DD, and the weeks of a month. */

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
const asDay = (date: Date): string => date.toISOString().slice(0, 10);
const isWithinYears = (date: Date): boolean => date.getUTCFullYear() >= 1 && date.getUTCFullYear() <= 9999;

/** The day `days` later or earlier; the day itself beyond the calendar's range. */
export function dayAfter(day: string, days: number): string {
  const date = asDate(day);
  date.setUTCDate(date.getUTCDate() + days);
  return isWithinYears(date) ? asDay(date) : day;
}

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
