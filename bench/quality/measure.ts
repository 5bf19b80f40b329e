/** One model on one part: the mean over its splits. */
import { trainingPart } from '../../src/engine/data/selection';
import type { TrainingData } from '../../src/engine/data/tables';
import { evaluate } from '../../src/engine/model/evaluate/evaluate';
import { deviationOf, meanOf } from '../../src/engine/model/evaluate/judge';
import type { FitModel } from '../../src/engine/model/evaluate/measure-models';
import type { Recipe } from '../../src/shared/recipe/table';
import type { Measured } from './beside';
import { type Part, splitsOf } from './parts';

export interface Job {
  readonly data: TrainingData;
  readonly part: Part;
  readonly recipe: Recipe;
  readonly seeds: readonly number[];
  readonly fit: FitModel;
}

export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** @returns a line to print, and the scores of all test profiles */
export async function measure({
  data,
  part,
  recipe,
  seeds,
  fit,
}: Job): Promise<{ line: object; measured: Omit<Measured, 'model'> }> {
  const scores: number[] = [];
  const epochs: number[] = [];
  const mixtures: object[] = [];
  const ofProfiles: Float64Array[] = [];
  let seconds = 0;
  let processor = 0;
  for (const { seed, events, split } of await splitsOf(part, data, seeds)) {
    const training = await trainingPart({ ...data, events }, split.train, recipe['data.counting']);
    const started = performance.now();
    const before = process.cpuUsage();
    const fitted = await fit({ ...recipe, 'stopping.split': split.protocol }, training, seed);
    seconds += (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(before);
    processor += (user + system) / 1e6;
    const input = { ...fitted, histories: training.histories, targets: split.targets, excludeWatched: true };
    const { metrics, perProfile } = evaluate(input);
    scores.push(metrics.score);
    ofProfiles.push(Float64Array.from(perProfile.score));
    if (fitted.epochs > 0) epochs.push(fitted.epochs);
    if (fitted.mixture !== null) mixtures.push(fitted.mixture);
    fitted.recommender.dispose();
  }
  const line = {
    score: rounded(meanOf(scores)),
    deviation: scores.length < 2 ? null : rounded(deviationOf(scores)),
    scores: scores.map(rounded),
    ...(epochs.length > 0 && { epochs, mixtures }),
    secondsToFit: rounded(seconds / scores.length),
    processorSeconds: rounded(processor / scores.length),
  };
  const all = Float64Array.from(ofProfiles.flatMap((ofSplit) => [...ofSplit]));
  return { line, measured: { part, scores: all, processorSeconds: processor / scores.length } };
}
