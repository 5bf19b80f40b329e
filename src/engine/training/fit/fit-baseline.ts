/** Fits baselines in one go: on the training part, and again on all the data. */
import type { Stage } from '../../../shared/contract/run';
import { toShelfwiseError } from '../../../shared/errors';
import { wholeRows } from '../../data/histories';
import type { TrainingData } from '../../data/tables';
import type { BaselineDefinition } from '../../model/definition';
import type { Pause } from '../../model/pause';
import type { NamedTensors } from '../../model/recommender';
import { hashTensors } from '../../model/safetensors';
import type { BetweenSteps, FitInput, FittedRun } from './fit-input';
import type { BestModel } from './best-model';
import { dependenciesOf } from './shared-fits';
import { cutValidation, noValidation, validateTensors } from './validation';
import { timed } from './timed-parts';

export async function fitBaseline(
  baseline: BaselineDefinition,
  input: FitInput,
  betweenSteps: BetweenSteps,
): Promise<FittedRun> {
  if (input.until !== undefined) return judgedOnValidation(baseline, input, betweenSteps);
  const plan: [Stage, TrainingData][] = [['measure', input.train]];
  if (input.recipe['stopping.refit'] && input.all !== null) plan.push(['final', input.all]);

  const stages: FittedRun['stages'] = [];
  const kept: BestModel[] = [];
  try {
    for (const [stage, data] of plan) {
      await betweenSteps(stage, 0);
      const started = performance.now();
      const tensors = await timed('fitting', () =>
        fitOnce(baseline, input, data, (share) => betweenSteps(stage, share)),
      );
      kept.push({ stage, epoch: 0, tensors, mixture: null });
      const seconds = (performance.now() - started) / 1000;
      stages.push({ stage, epochs: 0, seconds, weightsSha256: hashTensors(tensors) });
    }
  } catch (thrown) {
    const brokenOff = toShelfwiseError(thrown);
    if (brokenOff.code !== 'stopped') throw thrown;
    return { measured: kept[0] ?? null, final: kept.at(-1) ?? null, stages, brokenOff, note: null, leftOut: [] };
  }
  return { measured: kept[0]!, final: kept.at(-1)!, stages, brokenOff: null, note: null, leftOut: [] };
}

/** Fits on the data that the autoencoder would choose its epochs on, and measures on its validation part; keeps only the metrics. */
async function judgedOnValidation(
  baseline: BaselineDefinition,
  input: FitInput,
  betweenSteps: BetweenSteps,
): Promise<FittedRun> {
  const { recipe, kernels, conditions } = input;
  const validation = await cutValidation(input.train, recipe, input.random);
  if (validation === null) throw noValidation();
  const nothing = { measured: null, final: null, stages: [], note: null, leftOut: [] };
  try {
    await betweenSteps('choose', 0);
    const tensors = await timed('fitting', () =>
      fitOnce(baseline, input, validation.fit, (share) => betweenSteps('choose', share)),
    );
    const metrics = validateTensors(tensors, { kernels, recipe, conditions, validation });
    return { ...nothing, brokenOff: null, paused: { validation: metrics } };
  } catch (thrown) {
    const brokenOff = toShelfwiseError(thrown);
    if (brokenOff.code !== 'stopped') throw thrown;
    return { ...nothing, brokenOff };
  }
}

/** Fits a model in one go, by itself or beside the autoencoder. `recipe.model` names it. */
export async function fitOnce(
  baseline: BaselineDefinition,
  { recipe, random, kernels, sharing }: Pick<FitInput, 'recipe' | 'random' | 'kernels' | 'sharing'>,
  data: TrainingData,
  pause: Pause,
): Promise<NamedTensors> {
  const name = `model ${recipe.model} ${dependenciesOf(recipe, random.seed)}`;
  return sharing.once(data.events, name, async () => {
    const recommender = await baseline.fit(
      { ...data, histories: wholeRows(data.histories) },
      recipe,
      random,
      kernels,
      pause,
    );
    const tensors = recommender.tensors();
    recommender.dispose();
    return tensors;
  });
}
