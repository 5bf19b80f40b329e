/** Finds the places of titles without viewings in a list. */

interface WantedPlaces {
  /** The first wanted place, from 0; null for the last places of the list. */
  readonly first: number | null;
  readonly count: number;
  /** Length of the list. */
  readonly length: number;
}

/**
 * Places without a pin, ascending: from the first wanted one on, and before it if those are too few.
 * @param pinned the column at each taken place
 */
export function newPlaces(
  pinned: readonly (number | undefined)[],
  { first, count, length }: WantedPlaces,
): readonly number[] {
  const free = Array.from({ length }, (_, place) => place).filter((place) => pinned[place] === undefined);
  const from = first === null ? length : first;
  const inOrder = [...free.filter((place) => place >= from), ...free.filter((place) => place < from).reverse()];
  return inOrder.slice(0, count).sort((left, right) => left - right);
}
