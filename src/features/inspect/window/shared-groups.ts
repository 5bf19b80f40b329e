/** What titles of a list share with the history: their group, or a part of it where there are several. */

export type GroupCounts = ReadonlyMap<string, number>;

/** As sets of values are shown. */
const SEPARATOR = ', ';

/** How many titles of the history are of each group. */
export function countGroups(history: readonly { group: string | null }[]): GroupCounts {
  const counts = new Map<string, number>();
  for (const { group } of history)
    for (const part of group?.split(SEPARATOR) ?? []) counts.set(part, (counts.get(part) ?? 0) + 1);
  return counts;
}

/** The part of a group that most of the history is of; null where none of it is. */
export function sharedGroups(group: string | null, counts: GroupCounts): { group: string; count: number } | null {
  let best: { group: string; count: number } | null = null;
  for (const part of group?.split(SEPARATOR) ?? []) {
    const count = counts.get(part) ?? 0;
    if (count > (best?.count ?? 0)) best = { group: part, count };
  }
  return best;
}
