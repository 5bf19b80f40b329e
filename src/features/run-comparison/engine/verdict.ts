/** Which of compared runs to use. */
import type { RunComparison } from '../contract/run-comparison';
import { compareFigures } from '../../../engine/delivery/judge';
import { meanOf } from '../../../engine/model/evaluate/judge';

/** A run and what it is judged by. */
export interface Judged {
  readonly runId: string;
  /** Of work. */
  readonly seconds: number;
  /** Scores of the test profiles, the same in the same order for all runs. */
  readonly scores: ArrayLike<number>;
}

/** A run counts as quicker below this share of another's time: the same training takes a fifth more or less from one time to the next. */
const QUICKER = 0.75;

/** Seconds that a quicker run has to save: fewer are no reason to give up a score that is likely higher. */
const WORTH_SAVING = 60;

/**
 * The run with the highest mean score; of runs that are level with it by the paired bootstrap over the test profiles, one that was clearly quicker, and saved a minute or more.
 * @param runs at least two
 * @returns null if there are fewer than two test profiles, since one says nothing about others
 */
export function verdictOf(runs: readonly Judged[]): RunComparison['verdict'] {
  const profiles = runs[0]!.scores.length;
  if (profiles < 2) return null;
  const byScore = runs.toSorted((left, right) => meanOf(right.scores) - meanOf(left.scores));
  const [best, ...others] = byScore as [Judged, ...Judged[]];
  const figures = compareFigures(
    best.scores,
    others.map(({ scores }) => scores),
  );
  const level = others.filter((_, at) => !figures[at]!.isCertain);
  const [quickest] = level.toSorted((left, right) => left.seconds - right.seconds);
  const isQuicker = quickest !== undefined && isWorth(quickest.seconds, best.seconds);
  return {
    kind: isQuicker ? 'quicker' : level.length > 0 ? 'level' : 'better',
    use: isQuicker ? quickest.runId : best.runId,
    best: best.runId,
    level: level.map(({ runId }) => runId),
    profiles,
  };
}

const isWorth = (seconds: number, instead: number): boolean =>
  seconds < instead * QUICKER && instead - seconds >= WORTH_SAVING;
