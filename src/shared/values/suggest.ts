import { say, type Sentence } from '../words/sentence';

/** Number of single-character edits between two words (Levenshtein 1966), for "did you mean". */
export function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const substitution = previous[column - 1]! + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(previous[column]! + 1, current[column - 1]! + 1, substitution));
    }
    previous = current;
  }
  return previous[right.length]!;
}

/** The allowed word nearest to the typed one, or null if none is close. */
export function nearest(typed: string, allowed: Iterable<string>): string | null {
  const wanted = typed.toLowerCase();
  let best: string | null = null;
  let bestDistance = Math.max(2, Math.floor(wanted.length / 2)) + 1;
  for (const word of allowed) {
    const candidate = word.toLowerCase();
    const lastPart = candidate.slice(candidate.lastIndexOf('.') + 1);
    // The length difference bounds the edits from below: a long name is not compared with all files of a folder.
    const distanceTo = (text: string): number => {
      const least = Math.abs(text.length - wanted.length);
      return least < bestDistance ? editDistance(wanted, text) : least;
    };
    const distance = Math.min(distanceTo(candidate), distanceTo(lastPart) + 1);
    if (distance < bestDistance) {
      best = word;
      bestDistance = distance;
    }
  }
  return best;
}

/** Longest list shown in full. */
const SHOWN_WHOLE = 40;
const SHOWN_OF_LONG = 12;

/** "Did you mean X? Allowed: a, b, c." to end an error. A long list is cut, with its length. */
export function allowedWords(typed: string, words: readonly string[]): Sentence[] {
  const suggestion = nearest(typed, words);
  const all =
    words.length > SHOWN_WHOLE
      ? say('suggest.allowed-long', { words: words.slice(0, SHOWN_OF_LONG), count: words.length })
      : say('suggest.allowed', { words });
  return suggestion === null ? [all] : [say('suggest.nearest', { word: suggestion }), all];
}
