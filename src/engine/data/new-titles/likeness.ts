/** Finds the titles most alike by metadata: the cosine of their weighted features. */
import type { TitleFeatures } from './features';

export interface Like {
  readonly row: number;
  /** From above 0 to 1. */
  readonly likeness: number;
}

/** Most titles returned when ties make the list longer than asked: the metadata tells few of them apart, so some stand for all. */
const MOST_TIED = 500;

/**
 * Finds the nearest of some titles. Sums go over features in their order, so the bits depend on the metadata alone. Titles as near as the last one
 * asked for are included: a smaller ID means nothing.
 * @param among rows that can be found, ascending
 * @returns for a row, at least `count` others that share a feature with it, if there are as many; at most MOST_TIED
 */
export function nearestBy(
  { offsets, codes, weights }: TitleFeatures,
  among: ArrayLike<number>,
): (row: number, count: number) => Like[] {
  const norms = Float64Array.from({ length: offsets.length - 1 }, (_, row) => {
    let squares = 0;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) squares += weights[codes[at]!]!;
    return Math.sqrt(squares);
  });
  const rowsOf: number[][] = Array.from(weights, () => []);
  for (let place = 0; place < among.length; place++) {
    const row = among[place]!;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) rowsOf[codes[at]!]!.push(row);
  }
  const shared = new Float64Array(offsets.length - 1);
  return (row, count) => {
    const met: number[] = [];
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      const weight = weights[codes[at]!]!;
      if (weight === 0) continue;
      for (const other of rowsOf[codes[at]!]!) {
        if (shared[other] === 0) met.push(other);
        shared[other]! += weight;
      }
    }
    const likes = met
      .filter((other) => other !== row)
      .map((other): Like => ({ row: other, likeness: shared[other]! / (norms[row]! * norms[other]!) }));
    for (const other of met) shared[other] = 0;
    const least = likenessAt(likes, count);
    return likes
      .filter(({ likeness }) => likeness >= least)
      .sort(byNearness)
      .slice(0, MOST_TIED);
  };
}

const byNearness = (left: Like, right: Like): number => right.likeness - left.likeness || left.row - right.row;

/** The likeness of the `count`th nearest. Most titles are no nearer than those kept: sorting them all would take longer than finding them. */
function likenessAt(likes: readonly Like[], count: number): number {
  const best: number[] = [];
  for (const { likeness } of likes) {
    if (best.length === count && likeness <= best[count - 1]!) continue;
    let place = best.length;
    while (place > 0 && likeness > best[place - 1]!) place--;
    best.splice(place, 0, likeness);
    if (best.length > count) best.pop();
  }
  return best.at(-1) ?? 0;
}

/** Features that both rows have, the rarest first. */
export function sharedFeatures({ offsets, codes, weights }: TitleFeatures, one: number, other: number): number[] {
  const own = new Set(codes.subarray(offsets[one]!, offsets[one + 1]!));
  return Array.from(codes.subarray(offsets[other]!, offsets[other + 1]!))
    .filter((code) => own.has(code))
    .sort((left, right) => weights[right]! - weights[left]! || left - right);
}
