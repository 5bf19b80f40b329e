/** Finds an ID in what people write, and takes out the sentences that have it. */
import { asSeen, placesOf } from './readings';

/** Letters of scripts that set words side by side without a blank. */
const UNSPACED = String.raw`\p{sc=Hang}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}`;
/** What continues an ID with letters: a letter, digit or accent, but none of a script whose words may follow it directly ("kid-7의"). */
const CONTINUES = `(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}]`;
/**
 * Korean particles and suffixes, as they follow a name: "하나에게는" has the ID 하나, "하나님" has it with a suffix, "하나로마트" has not. None is two
 * others in a row: a text of many would have as many ways to be read as there are numbers.
 */
const PARTICLES =
  '(?:이|가|은|는|을|를|의|에|에게|께|한테|에서|와|과|랑|도|만|로|으로|부터|까지|처럼|보다|님|씨|군|양|네|들|번|아|야|이라|고)*';

/** What may not stand before an ID, and what has to stand after it. */
interface Edges {
  readonly before: RegExp;
  readonly after: RegExp;
}
const between = (before: string, after: string): Edges => ({
  before: new RegExp(`(?:${before})$`, 'u'),
  after: new RegExp(`^${after}`, 'u'),
});
const OF_WORDS = between(CONTINUES, `(?!${CONTINUES})`);
/** In Hangul only particles may follow directly. */
const OF_HANGUL = between(`${CONTINUES}|\\p{sc=Hang}`, `${PARTICLES}(?!${CONTINUES}|\\p{sc=Hang})`);
/** Of signs and digits: only a digit makes another ID of it, as a letter beside it says what the number is ("ID1019"). */
const OF_SIGNS = between(String.raw`\p{Nd}`, String.raw`(?!\p{Nd})`);
/** "1019.0" is 1019; "3.1019" and "1019.5" are other numbers. */
const OF_DIGITS = between(String.raw`\p{Nd}\.?`, String.raw`(?:\.0*)?(?!\p{Nd}|\.\p{Nd})`);
/** Of a field in a row of a table: a letter makes another value of a number. */
const OF_NUMBERS = between(`${CONTINUES}|\\p{Nd}\\.`, `(?:\\.0*)?(?!${CONTINUES}|\\.\\p{Nd})`);

const [YEAR, MONTH, DAY] = [String.raw`(?:19|20)\d{2}`, '(?:0?[1-9]|1[0-2])', String.raw`(?:0?[1-9]|[12]\d|3[01])`];
const MONTH_NAME = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';
/** Days as files and texts of the program write them, with a time of day: their numbers are no IDs, though 1 to 31 are IDs of profiles. */
const DAYS = new RegExp(
  String.raw`(?<!\p{N})(?:${[
    String.raw`${YEAR}-${MONTH}-${DAY}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?`,
    String.raw`${YEAR}\. ${MONTH}\. ${DAY}`,
    String.raw`(?:${YEAR}년 )?${MONTH}월 ${DAY}일`,
    String.raw`${MONTH_NAME} ${DAY}, ${YEAR}`,
  ].join('|')})(?!\p{N})`,
  'gu',
);
/** The same length without days: a line ends in their place, so that what stands beside them stays apart. */
export const withoutDays = (text: string): string => text.replace(DAYS, ({ length }) => '\n'.repeat(length));

/** Characters around an ID that decide. */
const AROUND = 32;

const HAS_LETTER = /\p{L}/u;

const isNumber = (id: string): boolean => /^-?\p{Nd}+$/u.test(id);

/** Fewer digits are a number of something else as often as not: "Season 5" is no child. */
const FEWEST_DIGITS = 4;

/** Whether a text says too little with it: an ID of few digits is listed wherever it stands outside of a field of IDs, and claims nothing. */
export const isTooShort = (id: string): boolean =>
  !HAS_LETTER.test(id) && (id.match(/\p{N}/gu)?.length ?? 0) < FEWEST_DIGITS;

/** What an ID is looked for in: what people write, or rows of tables, which have IDs as values. */
type Source = 'text' | 'row';

/** What has to stand beside an ID that stands alone, and is no part of another word or number. */
export function edgesOf(id: string, source: Source = 'text'): Edges {
  if (isNumber(id)) return source === 'row' || id.startsWith('-') ? OF_NUMBERS : OF_DIGITS;
  if (source === 'text' && !HAS_LETTER.test(id)) return OF_SIGNS;
  const { before } = /^\p{sc=Hang}/u.test(id) ? OF_HANGUL : OF_WORDS;
  const { after } = /\p{sc=Hang}$/u.test(id) ? OF_HANGUL : OF_WORDS;
  return { before, after };
}

/** From a place of a text to another one. */
export type Span = readonly [from: number, to: number];

export const standsBetween = (text: string, [from, to]: Span, { before, after }: Edges): boolean =>
  !before.test(text.slice(Math.max(0, from - AROUND), from)) && after.test(text.slice(to, to + AROUND));

/** Where a text has an ID as it is written. */
export function* spansOf(written: string, id: string, source: Source = 'text'): Generator<Span> {
  const text = isNumber(id) ? withoutDays(written) : written;
  const edges = edgesOf(id, source);
  for (const from of placesOf(text, id)) {
    const span: Span = [from, from + id.length];
    if (standsBetween(text, span, edges)) yield span;
  }
}

/** Whether a text has the ID, written as it is or looking like it. */
function isIn(text: string, id: string, source: Source): boolean {
  const has = (read: string, own: string): boolean => spansOf(read, own, source).next().done === false;
  return (
    has(text, id) ||
    // As a quoted field writes it.
    (text.includes('""') && has(text.replaceAll('""', '"'), id)) ||
    has(asSeen(text), id.normalize('NFKC'))
  );
}

/**
 * Whether a text of a person, such as a note or a name, has the ID without doubt: `1019` is in `#1019`, `ID1019`, `1019의` and `1019.0`, but not in
 * `10190` or `1019.5`; `2026` is not in the day `2026-12-31`. Characters that nobody sees make no difference, nor does the width of letters and
 * digits. Never for an ID that is too short: that, and other spellings, are for `doubtsIn` of doubts.ts.
 */
export const mentions = (text: string, id: string): boolean => !isTooShort(id) && isIn(text, id, 'text');

/** Whether a row of a table has the ID as a value or as a word of one. An ID of any length counts there: the value may be that of a profile. */
export const standsInRow = (row: string, id: string): boolean => isIn(row, id, 'row');

/** Sentences with the blanks after them; a line ends one, too. */
const SENTENCE =
  /[^.!?。！？\n]*(?:[.!?。！？](?![\s"'”’)\]」』]|$)[^.!?。！？\n]*)*(?:[.!?。！？]+["'”’)\]」』]*\s*|\n\s*|$)/gu;

/** The text without the sentences that have the ID; empty if it lies across sentences. */
export function withoutSentencesOf(text: string, id: string): string {
  if (!mentions(text, id)) return text;
  const kept = (text.match(SENTENCE) ?? []).filter((sentence) => !mentions(sentence, id));
  const rest = kept.join('').trim();
  return mentions(rest, id) ? '' : rest;
}
