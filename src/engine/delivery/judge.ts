/**
 * What one delivery is worth beside another on the same hold-out. The only place where features get an interval: the same figures give the same one,
 * whatever the seeds of the runs.
 */
import { type Metric, METRICS, type PairedFigure } from '../../shared/contract/paired';
import { LIST_LENGTH } from '../../shared/limits';
import type { SparseRows } from '../data/tables';
import { pairedDifferences, pairedDifferencesTogether } from '../model/evaluate/bootstrap';
import { judge, meanOf } from '../model/evaluate/judge';
import { RandomStreams } from '../model/random';

/**
 * One stream for every question: which profiles are drawn depends on their number alone. When each place named a stream of its own, the same two lists
 * were certainly different in one place and about the same in another (in 2.3 % of 1,500 simulated cases).
 */
const SAMPLES = 'delivery/compared';

/** @param before one figure per profile; so is each of `after`, in the same order */
export const compareFigures = (before: ArrayLike<number>, after: readonly ArrayLike<number>[]): PairedFigure[] =>
  pairedDifferences(before, after, new RandomStreams(0).stream(SAMPLES)).map((loss, at) =>
    reversed({ ...loss, before: meanOf(after[at]!), after: meanOf(before) }),
  );

/** Figures of some profiles before and after. */
interface AskedFigures {
  readonly before: ArrayLike<number>;
  readonly after: ArrayLike<number>;
  /** Of the difference, as pairedDifferencesTogether has it. */
  readonly trainings?: { readonly deviation: number; readonly freedom: number } | undefined;
}

/** Several questions at once, each of profiles of its own, with intervals that are wider the more are asked (pairedDifferencesTogether). */
export const compareTogether = (asked: readonly AskedFigures[]): PairedFigure[] =>
  pairedDifferencesTogether(
    asked.map(({ before, after, trainings }) => ({ left: after, right: before, trainings })),
    () => new RandomStreams(0).stream(SAMPLES),
  ).map((gain, at) => ({ ...gain, before: meanOf(asked[at]!.before), after: meanOf(asked[at]!.after) }));

type Figures = Readonly<Record<Metric, ArrayLike<number>>>;

/** All metrics of one answer. */
export const compareMetrics = (before: Figures, after: Figures): (PairedFigure & { metric: Metric })[] =>
  METRICS.map((metric) => ({ metric, ...compareFigures(before[metric], [after[metric]])[0]! }));

/** The score of lists for these profiles of the hold-out. */
export function compareLists(
  { tested, targets }: { readonly tested: Int32Array; readonly targets: SparseRows },
  before: Int32Array,
  after: readonly Int32Array[],
): PairedFigure[] {
  const scoresOf = (lists: Int32Array): Float64Array => judge(lists, LIST_LENGTH, tested, targets).score;
  return compareFigures(scoresOf(before), after.map(scoresOf));
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
