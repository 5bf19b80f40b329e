/** Numbers, spans and times as a person reads them in their language. */
import type { Language } from '../stores/preferences';
import { usePreferences } from '../stores/preferences';

const UNITS: Record<Language, { second: string; minute: string; hour: string; day: string }> = {
  en: { second: ' s', minute: ' min', hour: ' h', day: ' d' },
  ko: { second: '초', minute: '분', hour: '시간', day: '일' },
};

export interface Format {
  /** 1,682 */
  count: (value: number) => string;
  /** A score: 0.2841; a dash where there is none. */
  score: (value: number | null | undefined, digits?: number) => string;
  /** The score of a title in a list, to three digits that count: 0.387, 2.52, 165. */
  listScore: (value: number) => string;
  /** 14.2 % */
  percent: (share: number, digits?: number) => string;
  /** "0.4 s", "3 min 5 s", "2 h 10 min". */
  duration: (seconds: number) => string;
  /** "1.4 GB", in thousands as disks are sold. */
  bytes: (value: number) => string;
  /** A day, in the calendar of the user's language; data is in UTC. */
  day: (time: string) => string;
  /** A moment of the user's own work, in the user's time zone. */
  moment: (time: string) => string;
  /** Numbers with all their digits, words as they are. */
  value: (value: unknown) => string;
}

export function createFormat(language: Language): Format {
  const units = UNITS[language];
  const counts = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const exact = new Intl.NumberFormat(language, { maximumSignificantDigits: 12 });
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const moments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const fixed = (value: number, digits: number): string =>
    new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  return {
    count: (value) => counts.format(value),
    score: (value, digits = 4) => (value === null || value === undefined ? '–' : fixed(value, digits)),
    listScore: (value) =>
      new Intl.NumberFormat(language, { minimumSignificantDigits: 3, maximumSignificantDigits: 3 }).format(value),
    percent: (share, digits = 1) =>
      new Intl.NumberFormat(language, {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(share),
    duration: (seconds) => {
      if (seconds < 9.95) return `${fixed(Math.max(0, seconds), 1)}${units.second}`;
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
    day: (time) => days.format(new Date(time)),
    moment: (time) => moments.format(new Date(time)),
    value: (value) => (typeof value === 'number' ? exact.format(value) : String(value)),
  };
}

const FORMATS: Record<Language, Format> = { en: createFormat('en'), ko: createFormat('ko') };

export const useFormat = (): Format => FORMATS[usePreferences((state) => state.language)];

/** The beginning of a fingerprint or hash that people can compare. */
export const short = (hash: string): string => hash.slice(0, 12);
