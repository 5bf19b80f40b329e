/** How good a model is: lists for the profiles with targets, judged one by one and on the mean. */
import { rowsWithEntries } from '../data/histories';
import { makeLists } from '../ranking/lists';
import type { Evaluation, EvaluationInput } from './evaluation';
import { judge, metricsOf } from './judge';
import { LIST_LENGTH } from '../../shared/limits';

/** Judges a model on the profiles that have targets. Without any, all metrics are 0 and `profiles` says so. */
export function evaluate(input: EvaluationInput): Evaluation {
  const { histories, conditionWidth, targets, count = LIST_LENGTH } = input;
  const profile = rowsWithEntries(targets);
  const { recommender, excludeWatched } = input;
  const rows = { histories, conditions: input.conditions, conditionWidth, chosen: profile };
  const lists = makeLists(recommender, rows, { count, excludeWatched }).items;
  const perProfile = judge(lists, count, profile, targets);
  return { metrics: metricsOf(perProfile), perProfile, lists };
}
