/** Which profiles a run serves better than another, and by how much. */
import type { RunComparison } from '../contract/run-comparison';

type Winners = Omit<RunComparison['winners'][number], 'runId'>;

/** Widths of bars in score; the finest one that needs at most this many bars per side is used. */
const WIDTHS = [0.01, 0.02, 0.05, 0.1];
const MOST_BARS = 10;

/**
 * @param scores one per test profile, from 0 to 1
 * @param first of the run to compare with, of the same profiles in the same order
 * @returns bars from the worst loss to the best win, equally many per side; the middle one, from 0 to 0, has the profiles with the same score
 */
export function winnersOf(scores: ArrayLike<number>, first: ArrayLike<number>): Winners {
  const differences = Array.from(scores, (score, profile) => score - first[profile]!);
  const most = differences.reduce((found, difference) => Math.max(found, Math.abs(difference)), 0);
  const barsOf = (width: number): number => Math.ceil(most / width - 1e-9);
  const width = WIDTHS.find((one) => barsOf(one) <= MOST_BARS) ?? WIDTHS.at(-1)!;
  const bars = barsOf(width);
  const side = (sign: 1 | -1): Winners['bins'] =>
    Array.from({ length: bars }, (_, bar) => {
      const [near, far] = [bar * width, (bar + 1) * width].map((end) => Number((sign * end).toFixed(2)));
      return sign > 0 ? { from: near!, to: far!, profiles: 0 } : { from: far!, to: near!, profiles: 0 };
    });
  const [better, worse] = [side(1), side(-1)];
  const same = { from: 0, to: 0, profiles: 0 };
  for (const difference of differences) {
    // A difference on a border belongs to the bar nearer to 0.
    const bar = Math.max(0, Math.ceil(Math.abs(difference) / width - 1e-9) - 1);
    const bin = difference === 0 ? same : (difference > 0 ? better : worse)[Math.min(bar, bars - 1)]!;
    bin.profiles++;
  }
  const count = (bins: Winners['bins']): number => bins.reduce((sum, { profiles }) => sum + profiles, 0);
  return {
    better: count(better),
    same: same.profiles,
    worse: count(worse),
    bins: [...worse.toReversed(), same, ...better],
  };
}
