/** How one list differs from another: the one definition of what came in, what went out and what stayed. */

export interface ListDifference<Title> {
  /** Titles of the later list that the earlier one does not have, best first; and the other way round. */
  readonly came: readonly Title[];
  readonly went: readonly Title[];
  /** Number of titles in both. */
  readonly shared: number;
  /** Whether both have the same titles in another order. */
  readonly isReordered: boolean;
}

/** @param before titles without repeats, best first; so is `after` */
export function listDifference<Title>(before: readonly Title[], after: readonly Title[]): ListDifference<Title> {
  if (before.length === after.length && before.every((title, place) => title === after[place]))
    return { came: [], went: [], shared: before.length, isReordered: false };
  const [there, here] = [new Set(before), new Set(after)];
  const came = after.filter((title) => !there.has(title));
  const went = before.filter((title) => !here.has(title));
  return { came, went, shared: before.length - went.length, isReordered: came.length + went.length === 0 };
}

/** Whether the lists have other titles. */
export const hasMoved = ({ came, went }: ListDifference<unknown>): boolean => came.length + went.length > 0;
