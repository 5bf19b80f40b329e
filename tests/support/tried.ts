/** `npm test` has minutes, not hours: it runs the most useful cases of each kind, and `npm test -- --all` runs all. */
const TRIES_ALL = process.env['SHELFWISE_TESTS'] === 'all';

/**
 * @param always cases that no other covers
 * @param further cases that differ little from those
 */
export const triedOf = <Case>(always: readonly Case[], further: readonly Case[]): Case[] =>
  TRIES_ALL ? [...always, ...further] : [...always];

/** Of a long table of similar cases: the first, and every nth after it. */
export const everyNth = <Case>(cases: readonly Case[], n: number): Case[] =>
  cases.filter((_, index) => TRIES_ALL || index % n === 0);

/** Number of examples for a property: all, or one in `part`. */
export const triedRuns = (runs: number, part = 5): number => (TRIES_ALL ? runs : Math.ceil(runs / part));

/** For a property some of whose few examples must have an outcome: `npm test` draws the same ones each time. */
export const triedSeed = (seed: number): { seed?: number } => (TRIES_ALL ? {} : { seed });

/**
 * For a test that looks for texts by their keys: what it shows of one language it shows of the other. Korean, since its
 * particles follow what stands before them. A test of layout, of words or of the order of a sentence names both.
 */
export const TRIED_LANGUAGES = triedOf<'en' | 'ko'>(['ko'], ['en']);
