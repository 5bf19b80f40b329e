/**
 * Chooses the companions of the autoencoder, and their shares, by the lists of the validation part. Whole histories decide
 * among the mixtures that do not harm lists made of a few titles; where they take no companion, both are asked together.
 */
import type { Mixture } from '../../../shared/contract/run';
import type { CompanionName } from '../../../shared/recipe/companion-names';
import { baselineOf } from '../../model/baselines/baselines';
import { meanOf } from '../../model/evaluate/judge';
import { restoreDae } from '../../model/dae/dae-recommender';
import { peerTensors } from '../../model/dae/peers';
import type { NamedTensors, Recommender } from '../../model/recommender';
import { chosenMixture, chosenTrial, trialsOf } from './choose-companions';
import { dataToTry, leastGains } from './companion-work';
import { SHOWN } from './choosing';
import { judgeByFewTitles } from './few-titles';
import { judgeTrials } from './judge-trials';
import { type ChoosingInput, fittedCompanion } from './fitted-companion';
import { timed } from './timed-parts';

/**
 * @param weights of the chosen epoch, fitted on the validation part's training data
 * @returns a mixture without a trend
 */
export async function chooseOnValidation(weights: NamedTensors, input: ChoosingInput): Promise<Mixture> {
  const { recipe, companions, validation, conditions, kernels, random } = input;
  const models: Recommender[] = [];
  try {
    for (const name of companions) models.push(await triedCompanion(name, input));
    models.push(restoreDae(kernels, recipe, { ...weights, ...peerTensors(validation.fit, conditions, recipe) }));
    return await timed('shares', () => {
      const trials = trialsOf([0], companions, recipe);
      const beside = { own: { model: models.at(-1)!, isStandardised: false }, others: models.slice(0, -1) };
      const judged = { histories: validation.fit.histories, targets: validation.mixed, conditions };
      const whole = judgeTrials(kernels, judged, beside, trials);
      const few = judgeByFewTitles(kernels, judged, beside, trials, random);
      const choice = {
        candidates: companions,
        leastGains: leastGains(recipe, validation.fit, companions),
        by: 'validation',
        mayTake: few.map((scores) => meanOf(scores) >= meanOf(few[0]!)),
      } as const;
      const byWhole = chosenTrial({ trials, scores: whole }, 0, choice);
      const both = { trials, scores: whole.map((scores, trial) => Float64Array.from([...scores, ...few[trial]!])) };
      const chosen = byWhole === 0 ? chosenTrial(both, 0, choice) : byWhole;
      const judge = { by: 'validation', profiles: whole[0]!.length, shown: SHOWN } as const;
      return chosenMixture(both, { start: 0, chosen }, companions, judge);
    });
  } finally {
    for (const model of models) model.dispose();
  }
}

/** A candidate as it is tried: on a part of the profiles where all are too much work. */
async function triedCompanion(model: CompanionName, input: ChoosingInput): Promise<Recommender> {
  const { recipe, validation, kernels, random, pause } = input;
  const data = dataToTry(validation.fit, recipe, model, random);
  if (data.histories.rows < validation.fit.histories.rows)
    return timed('companions', () => baselineOf(model).fit(data, { ...recipe, model }, random, kernels, pause));
  return baselineOf(model).restore(await fittedCompanion(model, validation.fit, input), recipe, kernels);
}
