/** How good a model is: lists for the profiles with targets, judged one by one and on the mean. */
import { selectRows } from '../data/histories';
import type { SparseRows } from '../data/tables';
import { makeLists } from '../ranking/lists';
import type { Evaluation, EvaluationInput } from './evaluation';
import { judge, metricsOf } from './judge';
import { LIST_LENGTH } from '../../shared/limits';

/** Judges a model on the profiles that have targets. Without any, all metrics are 0 and `profiles` says so. */
export function evaluate(input: EvaluationInput): Evaluation {
  const { histories, conditionWidth, targets, count = LIST_LENGTH } = input;
  const profile = Int32Array.from(rowsWithEntries(targets));
  const conditions = new Float32Array(profile.length * conditionWidth);
  profile.forEach((row, index) =>
    conditions.set(input.conditions.subarray(row * conditionWidth, (row + 1) * conditionWidth), index * conditionWidth),
  );
  const { recommender, excludeWatched } = input;
  const rows = { histories: selectRows(histories, profile), conditions, conditionWidth, profiles: profile };
  const lists = makeLists(recommender, rows, { count, excludeWatched }).items;
  const perProfile = judge(lists, count, profile, targets);
  return { metrics: metricsOf(perProfile), perProfile, lists };
}

function rowsWithEntries(rows: SparseRows): number[] {
  return Array.from({ length: rows.rows }, (_, row) => row).filter(
    (row) => rows.offsets[row]! < rows.offsets[row + 1]!,
  );
}
