/** The baselines: fitted in one go on the train part, and again on all the data. */
import type { Stage } from '../../shared/contract';
import { toShelfwiseError } from '../../shared/errors';
import { baselineOf } from '../model/models';
import type { TrainingData } from '../model/recommender';
import { hashTensors } from '../model/safetensors';
import type { FittedRun } from './fit-run';
import type { Guard } from './guard';
import type { KeptModel } from './kept-model';
import type { RunContext } from './run-context';

export async function fitBaseline(context: RunContext, guard: Guard): Promise<FittedRun> {
  const { data, train } = context;
  const plan: [Stage, TrainingData][] = [['measure', train]];
  if (context.record.recipe['stopping.refit']) plan.push(['final', data]);

  const stages: FittedRun['stages'] = [];
  const kept: KeptModel[] = [];
  try {
    for (const [stage, training] of plan) {
      await guard(stage, 0);
      const started = performance.now();
      const tensors = fitOnce(context, training);
      kept.push({ stage, epoch: 0, tensors, mixture: null });
      const seconds = (performance.now() - started) / 1000;
      stages.push({ stage, epochs: 0, seconds, weightsSha256: hashTensors(tensors) });
    }
  } catch (thrown) {
    const brokenOff = toShelfwiseError(thrown);
    if (brokenOff.code !== 'stopped') throw thrown;
    return { measured: kept[0] ?? null, final: kept.at(-1) ?? null, stages, brokenOff, note: null };
  }
  return { measured: kept[0]!, final: kept.at(-1)!, stages, brokenOff: null, note: null };
}

function fitOnce({ record, random, backend }: RunContext, data: TrainingData): KeptModel['tensors'] {
  const recommender = baselineOf(record.model, record.recipe.version)!.fit(
    data,
    record.recipe,
    random,
    backend.kernels,
  );
  const tensors = recommender.tensors();
  recommender.dispose();
  return tensors;
}
