/** `npm test` has minutes, not hours: it tries of each kind of case what finds most, and `npm test -- --all` tries all. */
const TRIES_ALL = process.env['SHELFWISE_TESTS'] === 'all';

/**
 * @param always what no other case covers
 * @param further what differs from those in little
 */
export const triedOf = <Case>(always: readonly Case[], further: readonly Case[]): Case[] =>
  TRIES_ALL ? [...always, ...further] : [...always];

/** Of a long table of cases that are tried in the same way: the first, and every so many after it. */
export const everyNth = <Case>(cases: readonly Case[], n: number): Case[] =>
  cases.filter((_, index) => TRIES_ALL || index % n === 0);

/** How many examples a property is tried on, of those that it deserves. */
export const triedRuns = (runs: number): number => (TRIES_ALL ? runs : Math.ceil(runs / 5));
