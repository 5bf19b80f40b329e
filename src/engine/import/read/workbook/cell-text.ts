/** Turns the content of a cell into text, as docs/data-format.md describes. */
import { DAY_SECONDS } from '../../../../shared/values/time-zone';

/** How a cell's number is displayed, as far as it matters here. */
export type NumberForm = 'number' | 'date' | 'date-and-time' | 'time' | 'duration';

const BUILT_IN: readonly (readonly [from: number, to: number, form: NumberForm])[] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date-and-time'],
  // Formats of the East Asian editions; 32 and 33 are times there.
  [27, 31, 'date'],
  [32, 33, 'time'],
  [34, 36, 'date'],
  [45, 45, 'time'],
  [46, 46, 'duration'],
  [47, 47, 'time'],
  [50, 58, 'date'],
];

/** The form of a number by the ID of its format, and by the format's code if it is the file's own (ECMA-376 part 1, 18.8.30). */
export function formOf(id: number, code: string | undefined): NumberForm {
  if (code !== undefined) return formOfCode(code);
  return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'number';
}

/** By a code: uses its first part, for positive numbers, without literal text. Each step takes time in proportion to the code. */
function formOfCode(code: string): NumberForm {
  const [first = ''] = code.replaceAll(/"[^"]*"|\\.|_.|\*./gs, '').split(';');
  if (/\[(h+|m+|s+)\]/i.test(first)) return 'duration';
  const signs = first
    .replaceAll(/\[[^[\]]*\]/g, '')
    .replaceAll(/am\/pm|a\/p|general|e[+-]/gi, '')
    .toLowerCase();
  const hasClock = /[hs]/.test(signs);
  // m is a month, except beside hours or seconds, where it is minutes.
  const hasDay = /[yd]|aaa/.test(signs) || (signs.includes('m') && !hasClock);
  return hasDay ? (hasClock ? 'date-and-time' : 'date') : hasClock ? 'time' : 'number';
}

/** Significant digits that Excel itself calculates with; the file has up to 17, of which the last two mean nothing. */
const DIGITS = 15;

/**
 * A number as text: at most 15 significant digits, no trailing zeros, a decimal point.
 * @param value as it stands in the file; returned unchanged if it is no number
 */
export function numberText(value: string): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  // An ID with more digits than a number can hold was written by a program that stores it as text.
  if (/^-?\d{16,}$/.test(value)) return value;
  return String(Number(number.toPrecision(DIGITS)));
}

/** Days from the day before 1900-01-01 to 1970-01-01, and from 1904-01-01. */
const DAYS_BEFORE_1970 = { 1900: 25_568, 1904: 24_107 } as const;
/** Excel takes 1900 for a leap year: day 60 is 1900-02-29, and all later ones are one too late. */
const LEAP_DAY = 60;
/** After 9999-12-31. */
const END_SECONDS = 2_958_466 * DAY_SECONDS;

/**
 * A moment as text: 2026-03-01, 2026-03-01 12:30:00 or 12:30:00, to the second. A duration may have more than 24 hours; a time of day with a date is
 * written with it.
 * @param value days since 1900 or 1904, as the file has it; stays a number if no calendar has that day
 */
export function momentText(value: string, form: Exclude<NumberForm, 'number'>, base: 1900 | 1904): string {
  const days = Number(value);
  const seconds = Math.round(days * DAY_SECONDS);
  if (value.trim() === '' || !(seconds >= 0) || seconds >= END_SECONDS) return numberText(value);
  if (form === 'duration' || (form === 'time' && seconds < DAY_SECONDS)) return clock(seconds);
  const day = Math.floor(seconds / DAY_SECONDS);
  const date = dateText(day, base);
  return form === 'date' ? date : `${date} ${clock(seconds - day * DAY_SECONDS)}`;
}

function dateText(day: number, base: 1900 | 1904): string {
  if (base === 1900 && day === LEAP_DAY) return '1900-02-29';
  const since = day - DAYS_BEFORE_1970[base] - (base === 1900 && day > LEAP_DAY ? 1 : 0);
  return new Date(since * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}

function clock(seconds: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Characters that XML cannot contain are written as _x000D_; a text that only looks so has its underscore escaped. */
export const unescapedText = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
