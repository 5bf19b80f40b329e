/** Formats numbers, spans and times for people. */
import { createFormat } from '../shared/words/format';
import { saidRunName } from '../shared/words/run-name';
import { textOf } from '../shared/words/sentence';
import { textsIn } from '../shared/words/texts';
import type { Wording } from '../shared/words/wording';

/** A model's name: the one that a person gave, otherwise one made of its week and settings. */
export const modelName = (name: string): string => textOf([saidRunName(name)]);

/** The command line speaks English alone. */
export const ENGLISH: Wording = { t: textsIn('en'), format: createFormat('en') };

const counts = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });

/** 1,682 in the format of the user's system. */
export const count = (value: number): string => counts.format(value);

/** "1 row", "2 rows". */
export const counted = (value: number, singular: string, plural = `${singular}s`): string =>
  `${count(value)} ${value === 1 ? singular : plural}`;

export const decimals = (value: number | null | undefined, digits = 4): string =>
  value === null || value === undefined ? '–' : value.toFixed(digits);

/** A difference with its sign. */
export const signed = (value: number): string => `${value < 0 ? '−' : '+'}${decimals(Math.abs(value))}`;

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** "0.4 s", "12 s", "3 min 5 s", "2 h 10 min". */
export function duration(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** "0 bytes", "12 kB", "1.4 GB", in thousands as disks are sold. */
export function bytes(value: number): string {
  let rest = value;
  let unit = 0;
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  while (rest >= 1000 && unit < units.length - 1) {
    rest /= 1000;
    unit += 1;
  }
  return `${unit === 0 || rest >= 100 ? Math.round(rest) : rest.toFixed(1)} ${units[unit]}`;
}

/** 1998-04-22 from 1998-04-22T23:10:38Z. */
export const day = (time: string): string => time.slice(0, 10);

/** 1998-04-22 23:10 from 1998-04-22T23:10:38Z; all times are UTC. */
export const minute = (time: string): string => time.slice(0, 16).replace('T', ' ');

/** The part of a fingerprint or hash that people compare and type. */
export const short = (hash: string): string => hash.slice(0, 12);

/** ["a", "b", "c"] becomes "a, b and c". */
export function list(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** "the bundle run.shelfwise", or of one that an earlier version opened, "a bundle". */
export const bundleNamed = ({ file }: { readonly file: string | null }): string =>
  file === null ? 'a bundle' : `the bundle ${file}`;
