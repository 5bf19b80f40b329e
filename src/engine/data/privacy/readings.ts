/** Readings of a text in which an ID is looked for: without what nobody sees, without differences of width, without signs and accents. */

/** Characters that nobody sees: zero width, soft hyphens, directions, fillers, control characters other than blanks. */
const UNSEEN = /(?![\t\n\v\f\r\u0085])[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu;

/** As it looks: `１０１９` is 1019, also with characters in it that nobody sees. */
export const asSeen = (text: string): string => text.replace(UNSEEN, '').normalize('NFKC').replace(UNSEEN, '');

const MARKS = /\p{M}/gu;

/** Letters without accents and marks, small, and digits of any script as 0 to 9. */
export const plain = (text: string): string =>
  asSeen(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(/[^\P{Nd}0-9]/gu, (digit) => String(valueOfDigit(digit)))
    .normalize('NFC');

/** Unicode has the ten digits of a script in a row, from zero on. */
function valueOfDigit(digit: string): number {
  const code = digit.codePointAt(0)!;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}

/**
 * Where a text has a pattern, overlapping ones too, in time that grows with their lengths alone (Knuth, Morris and Pratt): both may be hostile, and
 * `indexOf` takes the product for a text of one letter.
 */
export function* placesOf(text: string, pattern: string): Generator<number> {
  if (pattern === '' || pattern.length > text.length) return;
  const shorter = fallbacks(pattern);
  let matched = 0;
  for (let at = 0; at < text.length; at++) {
    while (matched > 0 && text[at] !== pattern[matched]) matched = shorter[matched - 1]!;
    if (text[at] === pattern[matched]) matched++;
    if (matched < pattern.length) continue;
    yield at + 1 - matched;
    matched = shorter[matched - 1]!;
  }
}

/** For each beginning of a pattern: how long a shorter beginning it ends with. */
function fallbacks(pattern: string): Uint32Array {
  const lengths = new Uint32Array(pattern.length);
  let length = 0;
  for (let at = 1; at < pattern.length; at++) {
    while (length > 0 && pattern[at] !== pattern[length]) length = lengths[length - 1]!;
    if (pattern[at] === pattern[length]) length++;
    lengths[at] = length;
  }
  return lengths;
}
