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
): (row: number, count: number) => readonly Like[] {
  const norms = Float64Array.from({ length: offsets.length - 1 }, (_, row) => {
    let squares = 0;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) squares += weights[codes[at]!]!;
    return Math.sqrt(squares);
  });
  const rowsOf = rowsByFeature({ offsets, codes }, weights.length, among);
  // Filled for one title after another: thousands of titles are compared with most of the others.
  const shared = new Float64Array(offsets.length - 1);
  const met = new Int32Array(offsets.length - 1);
  const likeness = new Float64Array(offsets.length - 1);
  const isAmong = new Uint8Array(offsets.length - 1);
  for (let place = 0; place < among.length; place++) isAmong[among[place]!] = 1;
  const known = new Map<string, Like[]>();
  return (row, count) => {
    // Episodes of a series often have the same features, and so the same nearest titles.
    const key = isAmong[row] === 1 ? null : `${count} ${codes.subarray(offsets[row]!, offsets[row + 1]!).join(' ')}`;
    const same = key === null ? undefined : known.get(key);
    if (same !== undefined) return same;
    const likes = nearestTo(row, count);
    if (key !== null) known.set(key, likes);
    return likes;
  };

  function nearestTo(row: number, count: number): Like[] {
    let found = 0;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      const code = codes[at]!;
      const weight = weights[code]!;
      if (weight === 0) continue;
      for (let place = rowsOf.offsets[code]!; place < rowsOf.offsets[code + 1]!; place++) {
        const other = rowsOf.rows[place]!;
        if (shared[other] === 0) met[found++] = other;
        shared[other]! += weight;
      }
    }
    let kept = 0;
    for (let place = 0; place < found; place++) {
      const other = met[place]!;
      if (other !== row) {
        met[kept] = other;
        likeness[kept++] = shared[other]! / (norms[row]! * norms[other]!);
      }
      shared[other] = 0;
    }
    const least = likenessAt(likeness.subarray(0, kept), count);
    const likes: Like[] = [];
    for (let place = 0; place < kept; place++)
      if (likeness[place]! >= least) likes.push({ row: met[place]!, likeness: likeness[place]! });
    return likes.sort(byNearness).slice(0, MOST_TIED);
  }
}

/** Of each feature the rows that have it, in their order. */
function rowsByFeature(
  { offsets, codes }: Pick<TitleFeatures, 'offsets' | 'codes'>,
  features: number,
  among: ArrayLike<number>,
): { offsets: Int32Array; rows: Int32Array } {
  const starts = new Int32Array(features + 1);
  const each = (visit: (code: number, row: number) => void): void => {
    for (let place = 0; place < among.length; place++) {
      const row = among[place]!;
      for (let at = offsets[row]!; at < offsets[row + 1]!; at++) visit(codes[at]!, row);
    }
  };
  each((code) => starts[code + 1]!++);
  for (let code = 0; code < features; code++) starts[code + 1]! += starts[code]!;
  const rows = new Int32Array(starts[features]!);
  const next = starts.slice();
  each((code, row) => (rows[next[code]!++] = row));
  return { offsets: starts, rows };
}

const byNearness = (left: Like, right: Like): number => right.likeness - left.likeness || left.row - right.row;

/** The likeness of the `count`th nearest. Most titles are no nearer than those kept: sorting them all would take longer than finding them. */
function likenessAt(likes: Float64Array, count: number): number {
  const best: number[] = [];
  for (const likeness of likes) {
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
