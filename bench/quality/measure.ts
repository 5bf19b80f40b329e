/** One model on one part: the mean over its splits. */
import { trainingPart } from '../../src/engine/data/selection';
import type { TrainingData } from '../../src/engine/data/tables';
import { evaluate } from '../../src/engine/model/evaluate/evaluate';
import { deviationOf, meanOf } from '../../src/engine/model/evaluate/judge';
import type { FitModel } from '../../src/engine/model/evaluate/measure-models';
import type { Recipe } from '../../src/shared/recipe/table';
import { type Part, splitsOf } from './parts';

export interface Job {
  readonly data: TrainingData;
  readonly part: Part;
  readonly recipe: Recipe;
  readonly seeds: readonly number[];
  readonly fit: FitModel;
}

export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

export async function measure({ data, part, recipe, seeds, fit }: Job): Promise<object> {
  const scores: number[] = [];
  const epochs: number[] = [];
  const mixtures: object[] = [];
  let seconds = 0;
  for (const { seed, events, split } of await splitsOf(part, data, seeds)) {
    const training = await trainingPart({ ...data, events }, split.train, recipe['data.counting']);
    const started = performance.now();
    const fitted = await fit({ ...recipe, 'stopping.split': split.protocol }, training, seed);
    seconds += (performance.now() - started) / 1000;
    const input = { ...fitted, histories: training.histories, targets: split.targets, excludeWatched: true };
    scores.push(evaluate(input).metrics.score);
    if (fitted.epochs > 0) epochs.push(fitted.epochs);
    if (fitted.mixture !== null) mixtures.push(fitted.mixture);
    fitted.recommender.dispose();
  }
  return {
    score: rounded(meanOf(scores)),
    deviation: scores.length < 2 ? null : rounded(deviationOf(scores)),
    scores: scores.map(rounded),
    ...(epochs.length > 0 && { epochs, mixtures }),
    secondsToFit: rounded(seconds / scores.length),
  };
}
