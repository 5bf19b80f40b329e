/** Formats numbers, spans and times for a language. */
import { asDate, asDay } from '../values/day';
import type { Language } from './templates';

const UNITS: Record<Language, { second: string; minute: string; hour: string; day: string }> = {
  en: { second: ' s', minute: ' min', hour: ' h', day: ' d' },
  ko: { second: '초', minute: '분', hour: '시간', day: '일' },
};

/** Names of a day, a week (by its first day), a month and a year below a bar. */
const PERIODS = {
  day: { month: 'short', day: 'numeric' },
  week: { month: 'short', day: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  year: { year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
type PeriodLength = keyof typeof PERIODS;

export interface Format {
  /** 1,682 */
  count: (value: number) => string;
  /** A score: 0.2841; a dash if missing. */
  score: (value: number | null | undefined, digits?: number) => string;
  /** What a score gains or loses: +0.0281, −0.0281. */
  change: (value: number, digits?: number) => string;
  /** Score of a title in a list with three significant digits: 0.387, 2.52, 165. */
  listScore: (value: number) => string;
  /** 14.2 % */
  percent: (share: number, digits?: number) => string;
  /** "0.4 s", "3 min 5 s", "2 h 10 min". */
  duration: (seconds: number) => string;
  /** "1.4 GB", in thousands as disks are sold. */
  bytes: (value: number) => string;
  /** A UTC day in the calendar of the user's language. Days of a data set use its own time zone: see use-days.ts. */
  day: (time: string) => string;
  /** A calendar day (YYYY-MM-DD) within a sentence: Korean particles follow it, which they cannot where it ends in a full stop. */
  calendarDay: (day: string) => string;
  /** Short form of the same, as the name of a bar of that length. */
  period: (from: string, length: PeriodLength) => string;
  /** A moment of the user's work, in the user's time zone. */
  moment: (time: string) => string;
  /** Numbers with all digits; words unchanged. */
  value: (value: unknown) => string;
}

const DAYS = new Map<string, (time: string) => string>();

/** An unreadable time is shown as missing, so that no record can break a screen. */
const asTime = (time: string, format: (moment: Date) => string): string => {
  const moment = new Date(time);
  return Number.isNaN(moment.getTime()) ? '–' : format(moment);
};

/**
 * Formats days with cached formatters: they are costly, and a grid needs many. @param timeZone known on this computer
 */
export function dayFormat(language: Language, timeZone: string): (time: string) => string {
  const key = `${language} ${timeZone}`;
  const made = DAYS.get(key);
  if (made !== undefined) return made;
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone });
  const format = (time: string): string => asTime(time, days.format);
  DAYS.set(key, format);
  return format;
}

/** Node writes AM and PM in Korean; browsers write 오전 and 오후, and so do we. */
const HALVES_OF_DAY: Record<string, string> = { AM: '오전', PM: '오후' };

const joined = (parts: readonly Intl.DateTimeFormatPart[], language: Language): string =>
  parts
    .map(({ type, value }) => (language === 'ko' && type === 'dayPeriod' ? (HALVES_OF_DAY[value] ?? value) : value))
    .join('');

/** What is typed halfway, or names a day that no month has, is shown as it is. */
const isCalendarDay = (text: string): boolean => {
  const date = asDate(text);
  return !Number.isNaN(date.getTime()) && asDay(date) === text;
};

/** @param timeZone of the user; by default this process's */
export function createFormat(language: Language, timeZone?: string): Format {
  const units = UNITS[language];
  const counts = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const calendarDays = new Intl.DateTimeFormat(language, {
    dateStyle: language === 'ko' ? 'long' : 'medium',
    timeZone: 'UTC',
  });
  const exact = new Intl.NumberFormat(language, { maximumSignificantDigits: 12 });
  const moments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const fixed = (value: number, digits: number): string =>
    new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })
      .format(value)
      .replace('-', '−');
  return {
    count: (value) => counts.format(value),
    score: (value, digits = 4) => (value === null || value === undefined ? '–' : fixed(value, digits)),
    change: (value, digits = 4) => `${value < 0 ? '−' : '+'}${fixed(Math.abs(value), digits)}`,
    listScore: (value) =>
      new Intl.NumberFormat(language, { minimumSignificantDigits: 3, maximumSignificantDigits: 3 })
        .format(value)
        .replace('-', '−'),
    percent: (share, digits = 1) =>
      new Intl.NumberFormat(language, {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(share),
    duration: (seconds) => {
      // A whole number is an estimate; tenths would suggest more precision.
      if (seconds < 9.95)
        return `${Number.isInteger(seconds) ? Math.max(0, seconds) : fixed(Math.max(0, seconds), 1)}${units.second}`;
      const whole = Math.round(seconds);
      if (whole < 60) return `${whole}${units.second}`;
      const minutes = Math.floor(whole / 60);
      if (minutes < 60) return `${minutes}${units.minute}${whole % 60 === 0 ? '' : ` ${whole % 60}${units.second}`}`;
      const hours = Math.floor(minutes / 60);
      if (hours < 48) return `${hours}${units.hour}${minutes % 60 === 0 ? '' : ` ${minutes % 60}${units.minute}`}`;
      return `${counts.format(Math.round(hours / 24))}${units.day}`;
    },
    bytes: (value) => {
      const names = ['B', 'kB', 'MB', 'GB', 'TB'];
      let rest = value;
      let unit = 0;
      while (rest >= 1000 && unit < names.length - 1) {
        rest /= 1000;
        unit += 1;
      }
      return `${unit === 0 || rest >= 100 ? counts.format(Math.round(rest)) : fixed(rest, 1)} ${names[unit]}`;
    },
    day: dayFormat(language, 'UTC'),
    calendarDay: (day) => (isCalendarDay(day) ? calendarDays.format(asDate(day)) : day),
    period: (from, length) =>
      asTime(from, new Intl.DateTimeFormat(language, { ...PERIODS[length], timeZone: 'UTC' }).format),
    moment: (time) => asTime(time, (moment) => joined(moments.formatToParts(moment), language)),
    value: (value) => (typeof value === 'number' ? exact.format(value) : String(value)),
  };
}

/** The part of a fingerprint or hash that people compare. */
export const short = (hash: string): string => hash.slice(0, 12);
