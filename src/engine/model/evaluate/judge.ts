/** Judges lists against targets: one figure per profile, and their mean. */
import type { Metrics } from '../../../shared/contract/run';
import type { Histories } from '../../data/tables';
import { ndcgAt, recallAt, scoreOf } from './metrics';
import { TargetMarks } from './target-marks';

/** One entry per test profile, in the order of profiles. */
export interface PerProfile {
  readonly profile: Int32Array;
  readonly recall: Float64Array;
  readonly ndcg: Float64Array;
  readonly score: Float64Array;
  /** Number of targets of each profile. */
  readonly targets: Int32Array;
}

/**
 * Recall, NDCG and score (metrics.ts) of each list.
 * @param lists one row of `count` items for each profile in `profile`
 * @param profile rows of `targets`, each with at least one target
 */
export function judge(lists: Int32Array, count: number, profile: Int32Array, targets: Histories): PerProfile {
  const recall = new Float64Array(profile.length);
  const ndcg = new Float64Array(profile.length);
  const score = new Float64Array(profile.length);
  const sizes = new Int32Array(profile.length);
  const marks = new TargetMarks(targets.columns);
  profile.forEach((row, index) => {
    const list = lists.subarray(index * count, (index + 1) * count);
    const wanted = marks.of(targets, row);
    sizes[index] = wanted.size;
    recall[index] = recallAt(list, wanted, count);
    ndcg[index] = ndcgAt(list, wanted, count);
    score[index] = scoreOf(recall[index]!, ndcg[index]!);
  });
  return { profile, recall, ndcg, score, targets: sizes };
}

/** Means over the profiles; the standard error of the score is null for fewer than two profiles. */
export function metricsOf({
  recall,
  ndcg,
  score,
}: Record<'recall' | 'ndcg' | 'score', Float64Array | Float32Array>): Metrics {
  const profiles = score.length;
  const standardError = profiles < 2 ? null : deviationOf(score) / Math.sqrt(profiles);
  return { recall: meanOf(recall), ndcg: meanOf(ndcg), score: meanOf(score), profiles, standardError };
}

/** Mean of the values; 0 for none. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index]!;
  return values.length === 0 ? 0 : sum / values.length;
}

/** Standard deviation of a sample of at least two values (divided by count - 1). */
export function deviationOf(values: ArrayLike<number>): number {
  const mean = meanOf(values);
  let squares = 0;
  for (let index = 0; index < values.length; index++) squares += (values[index]! - mean) * (values[index]! - mean);
  return Math.sqrt(squares / (values.length - 1));
}
