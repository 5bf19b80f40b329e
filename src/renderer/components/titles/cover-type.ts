/**
 * How the name of a series is set on a cover. Lengths are in hundredths of the width of the cover, so that one setting serves every size; widths of
 * letters are estimated, since a list of thousands of titles cannot be measured.
 */

export interface CoverType {
  /** Set light above what tells the series apart; empty without. */
  readonly before: string;
  readonly heavy: string;
  readonly after: string;
}

/** In this order: the first that fits says what tells a series apart, and is set heavy. */
const RULES: readonly [RegExp, (parts: string[]) => CoverType][] = [
  [/^(.*?)[:：] (.+)$/u, ([before = '', heavy = '']) => ({ before, heavy, after: '' })],
  [/^(.*?), (.+)$/u, ([heavy = '', after = '']) => ({ before: '', heavy, after })],
  [/^(.+? of|.+? and the) (.+)$/u, ([before = '', heavy = '']) => ({ before, heavy, after: '' })],
  [/^(\S+['’]s) (.+)$/u, ([before = '', heavy = '']) => ({ before, heavy, after: '' })],
  [/^((?:\S+ )?\S+(?:의|네|와|과)) (.+)$/u, ([before = '', heavy = '']) => ({ before, heavy, after: '' })],
];

/** Words that are set heavy where no rule fits: the last of a long name. */
const LAST_WORDS = 2;

export function typeOf(series: string): CoverType {
  for (const [rule, of] of RULES) {
    const found = rule.exec(series);
    if (found !== null) return of(found.slice(1));
  }
  const words = series.split(' ');
  if (words.length <= LAST_WORDS) return { before: '', heavy: series, after: '' };
  return { before: words.slice(0, -LAST_WORDS).join(' '), heavy: words.slice(-LAST_WORDS).join(' '), after: '' };
}

/** The shape of a cover: the pattern at the foot, at the head, or behind a label. */
export const LAYOUTS = ['foot', 'head', 'label'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** Height that is free for the name. */
const FREE: Record<Layout, number> = { foot: 86, head: 68, label: 80 };

const LIGHT_SIZE = 11.4;
const LIGHT_LINE = 13.5;
const LIGHT_WIDTH = 78;
const HEAVY_WIDTH = 71;
const [LEAST, MOST] = [11.5, 21];
const LINE = 1.1;
const STEP = 0.5;
/** At 44 pixels: the heavy part alone. */
const SMALL_WIDTH = 80;
const [SMALL_LEAST, SMALL_MOST] = [18.6, 29];

/** The size of the heavy part: the longest word fits the width, and all lines the height. */
export function heavySize({ before, heavy, after }: CoverType, layout: Layout): number {
  const light = [before, after].reduce(
    (sum, text) => sum + (text === '' ? 0 : linesOf(text, LIGHT_SIZE, LIGHT_WIDTH)),
    0,
  );
  const height = FREE[layout] - light * LIGHT_LINE;
  let size = Math.min(MOST, HEAVY_WIDTH / longestWord(heavy));
  while (size > LEAST && linesOf(heavy, size, HEAVY_WIDTH) * size * LINE > height) size -= STEP;
  return Math.max(LEAST, size);
}

/** The size of the heavy part in a row. @param hyphenated as of `hyphenated` */
export const smallSize = (hyphenated: string): number =>
  Math.max(SMALL_LEAST, Math.min(SMALL_MOST, SMALL_WIDTH / longestWord(hyphenated)));

const SOFT_HYPHEN = '\u00ad';
const CONSONANT = '[bcdfghjklmnpqrstvwxz]';
const LONG_WORD = /\p{Script=Latin}{7,}/gu;
const BETWEEN_CONSONANTS = new RegExp(`([aeiouy]${CONSONANT})(?=${CONSONANT}+[aeiouy]${CONSONANT}?)`, 'giu');
const AFTER_VOWEL = new RegExp(`^(.{3,}?[aeiouy])(?=${CONSONANT}[aeiouy].)`, 'iu');

/** Long Latin words with soft hyphens between two consonants, or after a vowel: only the smallest size breaks there. */
export const hyphenated = (text: string): string =>
  text.replace(LONG_WORD, (word) => {
    const cut = word.replace(BETWEEN_CONSONANTS, `$1${SOFT_HYPHEN}`);
    return cut.includes(SOFT_HYPHEN) ? cut : word.replace(AFTER_VOWEL, `$1${SOFT_HYPHEN}`);
  });

/** Width of a letter in its size: of an ideograph or syllable, a wide, a narrow, and any other letter. */
function widthOf(letter: string): number {
  if (/[\u1100-\uffff]/u.test(letter)) return 0.9;
  if (/[A-ZMWmw]/.test(letter)) return 0.74;
  return /[iljtfr' ,.]/.test(letter) ? 0.36 : 0.57;
}

const textWidth = (text: string): number => Array.from(text).reduce((sum, letter) => sum + widthOf(letter), 0);

const longestWord = (text: string): number => Math.max(...text.split(/[ \u00ad-]/u).map(textWidth), widthOf('n'));

const SPACE = 0.28;

function linesOf(text: string, size: number, width: number): number {
  let [lines, used] = [1, 0];
  for (const word of text.split(' ')) {
    const [long, space] = [textWidth(word) * size, used === 0 ? 0 : SPACE * size];
    if (used > 0 && used + space + long > width) [lines, used] = [lines + 1, long];
    else used += space + long;
  }
  return lines;
}
