/** Finds what may be an ID in another spelling, which only a person can tell. Takes time in proportion to the text. */
import { edgesOf, isTooShort, type Span, spansOf, standsBetween, withoutDays } from './mentions';
import { asSeen, placesOf, plain } from './readings';

/** What may be the ID in a text. */
interface Doubt {
  /** The first place, with the text around it, in one line. */
  readonly around: string;
  /** Further places. */
  readonly more: number;
}

/**
 * What may be the ID in a text of a person and is none of its `mentions`: `1,019`, `01019`, `10 19`, `1019.5` and digits of another script for 1019;
 * other signs, accents, large or small letters for one with letters (`KID 7` for kid-7), or letters right beside it. All places of one that is too
 * short to tell. Null if there are none.
 */
export function doubtsIn(text: string, id: string): Doubt | null {
  const [written, places] = isTooShort(id) ? whereItStands(text, id) : whereItMayStand(text, id);
  const [first] = places;
  return first === undefined ? null : { around: around(text, originOf(first, text, written)), more: places.length - 1 };
}

/** How a text was read, and where in that reading the places are. */
type Found = readonly [read: (text: string) => string, places: readonly Span[]];

function whereItStands(text: string, id: string): Found {
  const asWritten = [...spansOf(text, id)];
  return asWritten.length > 0
    ? [(part) => part, asWritten]
    : [asSeen, [...spansOf(asSeen(text), id.normalize('NFKC'))]];
}

function whereItMayStand(text: string, id: string): Found {
  const read = (part: string): string => plain(withoutMentions(part, id));
  const reading = read(text);
  return [read, /^\p{Nd}+$/u.test(id) ? placesOfNumber(reading, plain(id)) : placesOfWord(reading, plain(id))];
}

/** Lines end in place of what is certainly the ID. */
function withoutMentions(text: string, id: string): string {
  const blanked = (read: string, own: string): string => {
    let left = '';
    let end = 0;
    for (const [from, to] of spansOf(read, own)) {
      left += read.slice(end, Math.max(end, from)) + '\n'.repeat(to - Math.max(end, from));
      end = to;
    }
    return left + read.slice(end);
  };
  return blanked(asSeen(blanked(text, id)), id.normalize('NFKC'));
}

/** Groups of digits with one sign between two, as in `1,019`, `1 019` and `8350-47-1193`. */
const GROUPS = /[0-9]+(?:[ ,.'’·٫٬_‐‑–-][0-9]+)*/gu;

/** Where groups of digits, or some in a row, are the number without regard to zeros before it. */
function placesOfNumber(reading: string, id: string): Span[] {
  const sought = id.replace(/^0+(?=.)/, '');
  const found: Span[] = [];
  for (const { 0: groups, index } of withoutDays(reading).matchAll(GROUPS)) {
    let digits = '';
    /** Where each digit stands. */
    const at: number[] = [];
    for (let place = 0; place < groups.length; place++)
      if (/[0-9]/.test(groups[place]!)) {
        digits += groups[place]!;
        at.push(place);
      }
    const isFirst = (digit: number): boolean => digit === 0 || at[digit]! > at[digit - 1]! + 1;
    const isLast = (digit: number): boolean => digit + 1 === digits.length || at[digit + 1]! > at[digit]! + 1;
    /** The digit, of its zeros or it, that a group begins with; undefined if none does. */
    const begins: (number | undefined)[] = [];
    for (let digit = 0; digit < digits.length; digit++)
      begins.push(isFirst(digit) ? digit : digits[digit - 1] === '0' ? begins[digit - 1] : undefined);
    for (const from of placesOf(digits, sought)) {
      const [first, last] = [begins[from], from + sought.length - 1];
      if (first !== undefined && isLast(last)) found.push([index + at[first]!, index + at[last]! + 1]);
    }
  }
  return found;
}

const IS_SIGN = /[^\p{L}\p{N}]/u;
const BEGINS_WITH_DIGIT = /^\p{Nd}/u;
const ENDS_WITH_DIGIT = /\p{Nd}$/u;

/** Where the letters and digits are those of the ID, whatever signs are between them. */
function placesOfWord(reading: string, id: string): Span[] {
  const own = lettersOf(id).letters;
  // A letter alone is a word of many texts.
  if (own.length < 2) return [];
  const { letters, at } = lettersOf(reading);
  const isTelling = own.length >= 4 && /\p{L}/u.test(own) && /\p{N}/u.test(own);
  const edges = edgesOf(own);
  const [begins, ends] = [BEGINS_WITH_DIGIT.test(own), ENDS_WITH_DIGIT.test(own)];
  const found: Span[] = [];
  for (const from of placesOf(letters, own)) {
    const span: Span = [at[from]!, at[from + own.length - 1]! + 1];
    const isOtherNumber =
      (begins && ENDS_WITH_DIGIT.test(reading.slice(Math.max(0, span[0] - 2), span[0]))) ||
      (ends && BEGINS_WITH_DIGIT.test(reading.slice(span[1], span[1] + 2)));
    if (!isOtherNumber && (isTelling || standsBetween(reading, span, edges))) found.push(span);
  }
  return found;
}

function lettersOf(text: string): { letters: string; at: number[] } {
  let letters = '';
  const at: number[] = [];
  let place = 0;
  for (const character of text) {
    if (!IS_SIGN.test(character)) {
      letters += character;
      for (let unit = 0; unit < character.length; unit++) at.push(place + unit);
    }
    place += character.length;
  }
  return { letters, at };
}

/** The place in a text that a place in its reading comes from, but for a character or two: readings join and split letters. */
function originOf([from, to]: Span, text: string, read: (text: string) => string): Span {
  const lengthOf = (end: number): number => read(text.slice(0, end)).length;
  const origin = (place: number): number => {
    let [low, high] = [0, text.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (lengthOf(middle) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [origin(from), origin(to)];
}

/** Characters of a text that are shown on each side of a place. */
const SHOWN = 30;

/** In one line, and cut between characters. */
function around(text: string, [from, to]: Span): string {
  const [before = [], place = [], after = []] = [text.slice(0, from), text.slice(from, to), text.slice(to)].map(
    (part) => Array.from(part.replace(/[\s\p{Cc}]+/gu, ' ')),
  );
  return [
    before.length > SHOWN ? '…' : '',
    ...before.slice(-SHOWN),
    ...place.slice(0, 2 * SHOWN),
    ...after.slice(0, SHOWN),
    after.length > SHOWN ? '…' : '',
  ]
    .join('')
    .trim();
}
