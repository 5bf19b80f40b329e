/** A set of values as its shown text, and back. */

const SEPARATOR = ', ';

export const setText = (values: readonly string[]): string => values.join(SEPARATOR);

/**
 * Splits a text into members of a set. Values may contain the separator: takes the longest run of pieces that is a
 * value; an unknown piece stands alone.
 */
export function splitSet(text: string, values: readonly string[]): string[] {
  const pieces = text.split(SEPARATOR);
  const members: string[] = [];
  for (let from = 0; from < pieces.length;) {
    let to = pieces.length;
    while (to > from + 1 && !values.includes(setText(pieces.slice(from, to)))) to--;
    members.push(setText(pieces.slice(from, to)));
    from = to;
  }
  return members;
}
