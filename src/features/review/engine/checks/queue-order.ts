/** Greatest key first; ties by need, then in the order of the data set. */
export function inOrder(
  rows: readonly number[],
  key: (row: number) => number,
  need: (row: number) => number,
): number[] {
  const keys = new Map(rows.map((row) => [row, [key(row), need(row)] as const]));
  return rows.toSorted((left, right) => {
    const [one, other] = [keys.get(left)!, keys.get(right)!];
    return other[0] - one[0] || other[1] - one[1] || left - right;
  });
}

/** A key for `inOrder`. A list that is compared with nothing comes after those that changed and before those that did not. */
export const byNewTitles =
  (counts: readonly (number | null)[]) =>
  (row: number): number =>
    counts[row] ?? 0.5;
