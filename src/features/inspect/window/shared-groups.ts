/** What titles of a list share with the history: their group, or one value of a set. */

export type GroupCounts = ReadonlyMap<string, number>;

/** Separator of a shown set of values. */
const SEPARATOR = ', ';

/** The value of a group that most of the history has; null if none of it has. */
export function sharedGroups(group: string | null, counts: GroupCounts): { group: string; count: number } | null {
  let best: { group: string; count: number } | null = null;
  for (const part of group?.split(SEPARATOR) ?? []) {
    const count = counts.get(part) ?? 0;
    if (count > (best?.count ?? 0)) best = { group: part, count };
  }
  return best;
}
