/** How good a model is: lists for the profiles with targets, judged one by one and on the mean. */
import type { Metrics } from '../../shared/contract/run';
import { selectRows } from '../data/histories';
import type { SparseRows } from '../data/tables';
import type { Recommender } from '../model/recommender';
import { makeLists } from '../ranking/lists';
import { judge, metricsOf, type PerProfile } from './judge';
import { LIST_LENGTH } from './metrics';

export { listQuality } from './list-quality';
export { slices } from './slices';

export interface EvaluationInput {
  recommender: Recommender;
  /** profiles x items: what was watched in train. */
  histories: SparseRows;
  /** profiles x conditionWidth, row-major; the width may be 0. */
  conditions: Float32Array;
  conditionWidth: number;
  /** profiles x items; rows without targets are not judged. */
  targets: SparseRows;
  excludeWatched: boolean;
  /** Places of a list that count; 25 where absent. */
  count?: number;
}

export interface Evaluation {
  readonly metrics: Metrics;
  readonly perProfile: PerProfile;
  /** test profiles x count, best first, -1 where a list has ended. */
  readonly lists: Int32Array;
}

/** Judges a model on the profiles that have targets. Without any, all metrics are 0 and `profiles` says so. */
export function evaluate(input: EvaluationInput): Evaluation {
  const { histories, conditionWidth, targets, count = LIST_LENGTH } = input;
  const profile = Int32Array.from(rowsWithEntries(targets));
  const conditions = new Float32Array(profile.length * conditionWidth);
  profile.forEach((row, index) =>
    conditions.set(input.conditions.subarray(row * conditionWidth, (row + 1) * conditionWidth), index * conditionWidth),
  );
  const rows = selectRows(histories, profile);
  const { recommender, excludeWatched } = input;
  const lists = makeLists(
    recommender,
    rows,
    conditions,
    conditionWidth,
    count,
    excludeWatched,
    undefined,
    profile,
  ).items;
  const perProfile = judge(lists, count, profile, targets);
  return { metrics: metricsOf(perProfile), perProfile, lists };
}

function rowsWithEntries(rows: SparseRows): number[] {
  return Array.from({ length: rows.rows }, (_, row) => row).filter(
    (row) => rows.offsets[row]! < rows.offsets[row + 1]!,
  );
}
