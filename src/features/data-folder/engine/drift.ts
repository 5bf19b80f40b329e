/** Measures whether the distribution of an attribute changed: the population stability index, and the limit from which it counts. */
import type { Drift } from '../../../shared/contract/data-change';

/** By convention: below 0.1 nothing changed, from 0.2 on it did. */
const LEAST_INDEX = 0.2;
/** Values with a smaller share on both sides are counted as one. */
const RARE = 0.01;
/** Added to each count, so that a value missing on one side has a finite part. */
const SMOOTHING = 0.5;
/** Quantile of the normal distribution at 99.9 %. */
const QUANTILE = 3.0902;
const MOST_MOVED = 3;

export interface ValueCount {
  /** Null if missing. */
  readonly value: string | null;
  readonly before: number;
  readonly added: number;
}

type Moved = Omit<Drift, 'of' | 'attribute'>;

/**
 * The population stability index of two counts by value, with the limit as the larger of 0.2 and what chance exceeds in one out of a thousand
 * comparisons of equal sources: the index is then about chi-square with (values - 1) degrees of freedom, times (1 / before + 1 / added) (Yurdakul
 * 2018, Statistical properties of the population stability index).
 */
export function driftOf(counts: readonly ValueCount[]): Moved {
  const total = (side: 'before' | 'added'): number => counts.reduce((sum, count) => sum + count[side], 0);
  const [before, added] = [total('before'), total('added')];
  if (before === 0 || added === 0) return { index: 0, limit: LEAST_INDEX, drifted: false, before, added, moved: [] };
  const isRare = (count: ValueCount): boolean => count.before < RARE * before && count.added < RARE * added;
  const rare = counts.filter(isRare);
  const others = {
    value: '…',
    before: rare.reduce((sum, count) => sum + count.before, 0),
    added: rare.reduce((sum, count) => sum + count.added, 0),
  };
  const groups = [...counts.filter((count) => !isRare(count)), ...(rare.length > 0 ? [others] : [])];
  const shares = groups.map((group) => {
    const [old, now] = [
      (group.before + SMOOTHING) / (before + SMOOTHING * groups.length),
      (group.added + SMOOTHING) / (added + SMOOTHING * groups.length),
    ];
    return { group, part: (now - old) * Math.log(now / old) };
  });
  const index = shares.reduce((sum, { part }) => sum + part, 0);
  const limit = Math.max(LEAST_INDEX, chiSquare(groups.length - 1) * (1 / before + 1 / added));
  const moved = shares
    .toSorted((left, right) => right.part - left.part)
    .slice(0, MOST_MOVED)
    .map(({ group }) => ({ value: group.value, before: group.before / before, added: group.added / added }));
  return { index, limit, drifted: index > limit, before, added, moved };
}

/** The value that chi-square exceeds in one case out of a thousand (Wilson and Hilferty 1931). */
function chiSquare(degrees: number): number {
  if (degrees === 0) return 0;
  const spread = 2 / (9 * degrees);
  const root = 1 - spread + QUANTILE * Math.sqrt(spread);
  return degrees * root * root * root;
}
