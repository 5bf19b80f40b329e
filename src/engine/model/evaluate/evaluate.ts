/** Measures a model: makes lists for the profiles with targets, and judges them one by one and on average. */
import { rowsWithEntries } from '../../data/histories';
import { type ListRows, type Lists, makeLists, makeListsThrough } from '../ranking/lists';
import type { BestFinder } from '../ranking/shortlists';
import type { Evaluation, EvaluationInput } from './evaluation';
import { judge, metricsOf } from './judge';
import { LIST_LENGTH } from '../../../shared/limits';

/** Measures a model on the profiles with targets. Without any, all metrics are 0 and `profiles` says so. */
export function evaluate(input: EvaluationInput): Evaluation {
  const { recommender, count = LIST_LENGTH, excludeWatched } = input;
  return judged(input, makeLists(recommender, rowsOf(input), { count, excludeWatched }));
}

/** evaluate with lists whose best items `finder` finds. @throws whatever it throws */
export async function evaluateThrough(input: EvaluationInput, finder: Pick<BestFinder, 'best'>): Promise<Evaluation> {
  const { recommender, count = LIST_LENGTH, excludeWatched } = input;
  return judged(input, await makeListsThrough(finder, recommender, rowsOf(input), { count, excludeWatched }));
}

function rowsOf({ histories, conditions, conditionWidth, targets }: EvaluationInput): ListRows {
  return { histories, conditions, conditionWidth, chosen: rowsWithEntries(targets) };
}

function judged({ targets }: EvaluationInput, { items: lists, count }: Lists): Evaluation {
  const perProfile = judge(lists, count, rowsWithEntries(targets), targets);
  return { metrics: metricsOf(perProfile), perProfile, lists };
}
