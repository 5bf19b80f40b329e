/** What the autoencoder adds to its companions: an autoencoder that adds nothing is not worth its time. */
import type { OverCompanions } from '../../../shared/contract/run';
import type { ProfileTable } from '../../data/tables';
import { CompanionsAlone } from '../../model/dae/companions-alone';
import { DaeRecommender } from '../../model/dae/dae-recommender';
import { pairedDifference } from '../../model/evaluate/bootstrap';
import { evaluate } from '../../model/evaluate/evaluate';
import type { Evaluation, EvaluationInput } from '../../model/evaluate/evaluation';
import { figuresOfGroups } from '../../model/evaluate/slices';
import { restoreRecommender } from '../../model/models';
import { hiding, hidingOf } from '../../model/hidden-history';
import type { NamedTensors } from '../../model/recommender';
import type { RunContext } from './run-context';

/**
 * @param tensors of the measured model
 * @param measured its evaluation
 * @returns null for a model without companions
 */
export function overCompanions(
  { recipe, backend, random, data, record }: RunContext,
  tensors: NamedTensors,
  measured: { readonly evaluation: Evaluation; readonly input: EvaluationInput },
): OverCompanions | null {
  const sizes = { items: data.items.ids.length, conditions: measured.input.conditionWidth };
  const whole = restoreRecommender(recipe, tensors, backend.kernels, sizes);
  if (!(whole instanceof DaeRecommender) || whole.companions.length === 0) {
    whole.dispose();
    return null;
  }
  const recommender = hiding(new CompanionsAlone(whole), hidingOf(recipe), {
    seed: record.seed,
    profiles: data.profiles.ids,
  });
  try {
    const evaluation = evaluate({ ...measured.input, recommender });
    return gains(measured.evaluation, evaluation, measured.input, data.profiles, (name) => random.stream(name));
  } finally {
    recommender.dispose();
  }
}

function gains(
  whole: Evaluation,
  companions: Evaluation,
  input: EvaluationInput,
  profiles: ProfileTable,
  streamOf: RunContext['random']['stream'],
): OverCompanions {
  const gain = (name: string, left: ArrayLike<number>, right: ArrayLike<number>) => {
    const { mean, low, high, profiles: count } = pairedDifference(left, right, streamOf(`over-companions/${name}`));
    return { profiles: count, mean, low, high };
  };
  const theirs = figuresOfGroups(companions, input, profiles);
  return {
    ...gain('all', whole.perProfile.score, companions.perProfile.score),
    groups: figuresOfGroups(whole, input, profiles).map(({ group, label, figures }, place) => ({
      group,
      label,
      ...gain(label, figures.score, theirs[place]!.figures.score),
    })),
  };
}
