/** Trials as shown: by validation score, among those that trained equally long. */
import type { SweepTrial } from '../contract/sweep';
import type { Come } from './use-sweeps';

/** Epochs at which halving stopped a trial; the largest number for a trial with a final score, 0 without a score. */
const reachOf = ({ state, epochs, validation }: SweepTrial): number =>
  state === 'done' ? Number.MAX_SAFE_INTEGER : (epochs ?? (validation === null ? 0 : 1));

export const ranked = (trials: readonly SweepTrial[]): SweepTrial[] =>
  trials.toSorted(
    (left, right) => reachOf(right) - reachOf(left) || (right.validation?.score ?? -1) - (left.validation?.score ?? -1),
  );

/** The best trial so far; null without a validation score. */
export function bestOf({ trials, sweep }: Come): SweepTrial | null {
  if (sweep !== null) return trials.find(({ runId }) => runId === sweep.best?.runId) ?? null;
  const [best] = ranked(trials);
  return best?.state === 'done' ? best : null;
}
