/** Where titles without viewings stand in a list. */

export interface WantedPlaces {
  /** From 0; null for the last places of the list. */
  readonly first: number | null;
  readonly count: number;
  /** Of the list. */
  readonly length: number;
}

/**
 * Places that nothing is pinned to, ascending: from the first one that is wanted on, and before it where those do not suffice.
 * @param pinned the column at each place that is taken
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
