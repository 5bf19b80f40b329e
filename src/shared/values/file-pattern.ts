/** Patterns by which a column mapping names the parts of a table, and the order of parts. */

/** Whether a name is a pattern: `*` and `?` within a folder, `**` for any folders. */
export const isPattern = (name: string): boolean => /[*?]/.test(name);

/**
 * Whether a pattern matches a path in a folder, written with `/`, in any case. Only `*`, `?` and `**` are special,
 * because brackets occur in real names. A pattern without wildcards matches itself.
 */
export function matchesPattern(pattern: string, file: string): boolean {
  const [wanted, found] = [pattern.toLowerCase().split('/'), file.toLowerCase().split('/')];
  // Uses a table row by row instead of a regular expression, whose time can explode with the number of stars.
  let reached = withoutFolders(wanted, new Set([0]));
  for (const part of found) {
    const next = new Set<number>();
    for (const at of reached) {
      if (at >= wanted.length) continue;
      if (wanted[at] === '**') next.add(at);
      else if (matchesName(wanted[at]!, part)) next.add(at + 1);
    }
    reached = withoutFolders(wanted, next);
  }
  return reached.has(wanted.length);
}

/** Positions in the pattern reachable without another folder: `**` also matches none. */
function withoutFolders(wanted: readonly string[], places: Set<number>): Set<number> {
  // The loop also visits what it adds.
  for (const at of places) if (wanted[at] === '**') places.add(at + 1);
  return places;
}

/**
 * Treats consecutive stars as one. After a star fails further on, only the latest star moves, so time is bounded by
 * both lengths.
 */
function matchesName(pattern: string, name: string): boolean {
  const wanted = Array.from(pattern.replaceAll(/\*+/g, '*'));
  const letters = Array.from(name);
  if (wanted.filter((sign) => sign !== '*').length > letters.length) return false;
  let at = 0;
  /** The last star, and how far it reaches. */
  let star = -1;
  let reach = 0;
  for (let letter = 0; letter < letters.length;) {
    if (wanted[at] === '*') {
      star = at++;
      reach = letter;
    } else if (at < wanted.length && (wanted[at] === '?' || wanted[at] === letters[letter])) {
      at++;
      letter++;
    } else if (star === -1) return false;
    else {
      at = star + 1;
      letter = ++reach;
    }
  }
  if (wanted[at] === '*') at++;
  return at === wanted.length;
}

/** Splits into runs of digits and of other characters. */
const runsOf = (text: string): string[] => text.match(/\d+|\D+/g) ?? [];

/**
 * Order of parts: by folder and name, runs of digits as numbers (part-2 before part-10), the rest by code unit; never
 * by locale.
 * @returns a comparison for Array.sort; names that differ only in leading zeros compare by code unit
 */
export function comparePaths(left: string, right: string): number {
  const [ours, theirs] = [left.split('/'), right.split('/')];
  for (let at = 0; at < Math.min(ours.length, theirs.length); at++) {
    const order = compareNames(ours[at]!, theirs[at]!);
    if (order !== 0) return order;
  }
  return ours.length - theirs.length || byCodeUnit(left, right);
}

function compareNames(left: string, right: string): number {
  const [ours, theirs] = [runsOf(left), runsOf(right)];
  for (let at = 0; at < Math.min(ours.length, theirs.length); at++) {
    const order = compareRuns(ours[at]!, theirs[at]!);
    if (order !== 0) return order;
  }
  return ours.length - theirs.length;
}

function compareRuns(left: string, right: string): number {
  if (!/^\d/.test(left) || !/^\d/.test(right)) return byCodeUnit(left, right);
  const [ours, theirs] = [left.replace(/^0+(?=\d)/, ''), right.replace(/^0+(?=\d)/, '')];
  return ours.length - theirs.length || byCodeUnit(ours, theirs);
}

const byCodeUnit = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Whether a mapping names the file, alone or in a list. */
export const isNamedBy = (names: string | readonly string[], file: string): boolean =>
  (typeof names === 'string' ? [names] : names).some((name) => matchesPattern(name, file));
