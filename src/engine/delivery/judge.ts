/**
 * What one delivery is worth beside another on the same hold-out. The only place where features get an interval: the same figures give the same one,
 * whatever the seeds of the runs.
 */
import { type Metric, METRICS, type PairedFigure } from '../../shared/contract/paired';
import { LIST_LENGTH } from '../../shared/limits';
import type { SparseRows } from '../data/tables';
import { pairedDifferences } from '../model/evaluate/bootstrap';
import { judge, meanOf } from '../model/evaluate/judge';
import { RandomStreams } from '../model/random';

const RANDOM = new RandomStreams(0);

/**
 * @param question names the stream of samples: the ends of an interval depend on it
 * @param before one figure per profile; so is each of `after`, in the same order
 */
export function compareFigures(
  question: string,
  before: ArrayLike<number>,
  after: readonly ArrayLike<number>[],
  random: RandomStreams = RANDOM,
): PairedFigure[] {
  return pairedDifferences(before, after, random.stream(question)).map((loss, at) =>
    reversed({ ...loss, before: meanOf(after[at]!), after: meanOf(before) }),
  );
}

/** All metrics of one answer, each with its stream. */
export const compareMetrics = (
  question: string,
  before: Readonly<Record<Metric, ArrayLike<number>>>,
  after: Readonly<Record<Metric, ArrayLike<number>>>,
): (PairedFigure & { metric: Metric })[] =>
  METRICS.map((metric) => ({
    metric,
    ...compareFigures(`${question}/${metric}`, before[metric], [after[metric]])[0]!,
  }));

/** The score of lists for these profiles of the hold-out. */
export function compareLists(
  question: string,
  { tested, targets }: { readonly tested: Int32Array; readonly targets: SparseRows },
  before: Int32Array,
  after: readonly Int32Array[],
): PairedFigure[] {
  const scoresOf = (lists: Int32Array): Float64Array => judge(lists, LIST_LENGTH, tested, targets).score;
  return compareFigures(question, scoresOf(before), after.map(scoresOf));
}

/** The same, seen from the other side. */
export const reversed = <Figure extends PairedFigure>({ before, after, mean, low, high, ...others }: Figure) => ({
  ...others,
  before: after,
  after: before,
  // From 0, so that no difference is not -0.
  mean: 0 - mean,
  low: 0 - high,
  high: 0 - low,
});
