/**
 * The engine's sentences, in every language of the window. The engine returns a sentence's ID and values (`Said`) beside its English text, and the
 * window renders it in the reader's language. See docs/decisions/0052-words.md.
 */
import * as z from 'zod';
import { WORDS } from '../../features/words';
import { createFormat } from './format';
import { AFTER_GAP, particleAfter } from './particles';
import type { Gaps, Language, Text } from './templates';

/** Numbers are written as the language does; several values are joined by commas, whole sentences by blanks. */
export type SentenceValue = string | number | Sentence | readonly (string | Sentence)[];
export interface Sentence {
  readonly id: string;
  readonly values: Readonly<Record<string, SentenceValue>>;
}
/** Sentences one after the other; a plain string is not translated: a message of the system, a name. */
export type Said = readonly (Sentence | string)[];

const sentenceSchema: z.ZodType<Sentence> = z.object({
  id: z.string(),
  values: z.record(
    z.string(),
    z.lazy(() => z.union([z.string(), z.number(), sentenceSchema, z.array(z.union([z.string(), sentenceSchema]))])),
  ),
});

/** Sentences within sentences, and values in all of them: more than the program ever says. Bundles and clusters bring sentences of strangers. */
const MOST_LEVELS = 8;
const MOST_VALUES = 20_000;

/** Not by recursion, which what it is asked about could exhaust; what is no sentence at all is left to the schema. */
function isBounded(given: unknown): boolean {
  const open: { value: unknown; level: number }[] = [{ value: given, level: 0 }];
  let seen = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, level } = next;
    if (typeof value !== 'object' || value === null) continue;
    const isList = Array.isArray(value);
    const inside: unknown[] = isList ? value : Object.values((value as Partial<Sentence>).values ?? {});
    seen += inside.length;
    if (seen > MOST_VALUES || level > MOST_LEVELS) return false;
    for (const one of inside) open.push({ value: one, level: isList ? level : level + 1 });
  }
  return true;
}

export const saidSchema: z.ZodType<Said> = z
  .custom<unknown[]>(isBounded, 'holds too many sentences, or too deep in each other')
  .pipe(z.array(z.union([z.string(), sentenceSchema])));

export type TextId = keyof typeof WORDS;
/** What fills the gaps of a text; the compiler demands each value. */
export type Values<Id extends TextId> = [Gaps<(typeof WORDS)[Id]['en']>] extends [never]
  ? []
  : [{ readonly [Gap in Gaps<(typeof WORDS)[Id]['en']>]: SentenceValue }];

/** Whether this version has a text of that ID. */
export const isText = (id: string): id is TextId => Object.hasOwn(WORDS, id);

export const say = <Id extends TextId>(id: Id, ...[values]: Values<Id>): Sentence => ({ id, values: values ?? {} });

const MOMENT = 'common.moment' satisfies TextId;

/** A moment of the user's work, as the reader's language and clock write it; other times stay as they are given. */
export const sayMoment = (time: string): Sentence => say(MOMENT, { time });

const CALENDAR_DAY = 'common.calendarDay' satisfies TextId;

/** A day of the calendar (YYYY-MM-DD), as the reader's language writes it. */
export const sayDay = (day: string): Sentence => say(CALENDAR_DAY, { day });

const onlyText = (value: SentenceValue | undefined): string => (typeof value === 'string' ? value : '');

/**
 * An unknown sentence shows its ID, which its English text stands beside. A window that has not loaded a language yet, and looks for names in
 * it, finds nothing.
 */
function render({ id, values }: Sentence, language: Language): string {
  if (id === MOMENT) return createFormat(language).moment(onlyText(values['time']));
  if (id === CALENDAR_DAY) return createFormat(language).calendarDay(onlyText(values['day']));
  const text: Partial<Text> = isText(id) ? WORDS[id] : { [language]: id };
  return filled(text[language] ?? '', values, language);
}

const BRANCH = String.raw`(?:[^{}|]|\{[^{}]*\})*`;
const GAP = new RegExp(String.raw`\{([^{}|]+)(?:\|(${BRANCH})\|(${BRANCH}))?\}` + AFTER_GAP, 'g');

type FoundGap = [
  whole: string,
  name: string,
  one: string | undefined,
  many: string | undefined,
  quote: string,
  both?: string,
];

const filled = (template: string, values: Sentence['values'], language: Language): string =>
  template.replaceAll(GAP, (...[, name, one, many, quote, both]: FoundGap) => {
    const value = values[name];
    const branch = value === 1 ? one : many;
    const text =
      branch !== undefined ? filled(branch, values, language) : value === undefined ? '' : valueText(value, language);
    return text + quote + (both === undefined ? '' : particleAfter(text, both));
  });

const numbersIn = (language: Language): Intl.NumberFormat =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
const NUMBERS: Readonly<Record<Language, Intl.NumberFormat>> = { en: numbersIn('en'), ko: numbersIn('ko') };

function valueText(value: SentenceValue, language: Language): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return NUMBERS[language].format(value);
  if (Array.isArray(value)) return joined(value.map((one: string | Sentence) => valueText(one, language)));
  return render(value as Sentence, language);
}

/** Whole sentences stand after each other, anything else is a list. */
const joined = (texts: readonly string[]): string => texts.join(texts.every((text) => text.endsWith('.')) ? ' ' : ', ');

/** @returns the text of all sentences, one after the other */
export function textOf(said: Said, language: Language = 'en'): string {
  return said.map((part) => (typeof part === 'string' ? part : render(part, language))).join(' ');
}

/** Whether this version knows every sentence; otherwise the English text beside them is what there is to show. */
export function isKnown(said: Said): boolean {
  return said.every((part) => typeof part === 'string' || (isText(part.id) && valuesKnown(part)));
}

function valuesKnown({ values }: Sentence): boolean {
  return Object.values(values).every((value) => {
    if (typeof value === 'string' || typeof value === 'number') return true;
    return isKnown(Array.isArray(value) ? (value as Said) : [value as Sentence]);
  });
}
