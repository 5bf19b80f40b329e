/** Trials as shown: by validation score, among those that trained equally long. */
import type { SweepTrial } from '../contract/sweep';
import type { GridSort } from '../../../renderer/components/grid/DataGrid';
import type { Come } from './use-sweeps';

/** Epochs at which halving stopped a trial; the largest number for a trial with a final score, 0 without a score. */
export const reachOf = ({ state, epochs, validation }: SweepTrial): number =>
  state === 'done' ? Number.MAX_SAFE_INTEGER : (epochs ?? (validation === null ? 0 : 1));

type Cell = string | number | boolean | null;

/** Missing numbers sort last in both directions. */
const numberOf = (value: Cell): number | null => (typeof value === 'number' ? value : null);

export function ranked(trials: readonly SweepTrial[], sort?: GridSort): SweepTrial[] {
  const best = trials.toSorted(
    (left, right) => reachOf(right) - reachOf(left) || (right.validation?.score ?? -1) - (left.validation?.score ?? -1),
  );
  if (sort === undefined) return best;
  const direction = sort.descending ? -1 : 1;
  return best.toSorted((left, right) => {
    const [one, other] = [valueOf(left, sort.column), valueOf(right, sort.column)];
    const [first, second] = [numberOf(one), numberOf(other)];
    if (first !== null && second !== null) return direction * (first - second);
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return direction * String(one).localeCompare(String(other));
  });
}

function valueOf(trial: SweepTrial, column: string): Cell {
  switch (column) {
    case 'validation':
      return trial.validation?.score ?? null;
    case 'state':
      return trial.state;
    case 'epochs':
      return trial.epochs;
    default:
      return trial.settings[column] ?? null;
  }
}

/** The run of the best trial so far; null without a validation score. */
export function bestOf({ trials, sweep }: Come): string | null {
  if (sweep !== null) return sweep.best?.runId ?? null;
  const [best] = ranked(trials);
  return best?.state === 'done' ? best.runId : null;
}
