/** Fits a model beside the autoencoder, and what choosing and fitting such models needs. */
import type { CompanionName } from '../../../shared/recipe/companion-names';
import type { Recipe } from '../../../shared/recipe/table';
import type { Conditions } from '../../data/conditions';
import type { TrainingData } from '../../data/tables';
import { baselineOf } from '../../model/baselines/baselines';
import type { Kernels } from '../../model/kernels/kernels';
import type { Pause } from '../../model/pause';
import type { RandomStreams } from '../../model/random';
import type { NamedTensors } from '../../model/recommender';
import { fitOnce } from './fit-baseline';
import type { Sharing } from './shared-fits';
import { timed } from './timed-parts';
import type { Validation } from './validation';

export interface MixingInput {
  readonly kernels: Kernels;
  readonly recipe: Recipe;
  readonly random: RandomStreams;
  readonly conditions: Conditions;
  /** Models that may stand beside the autoencoder. */
  readonly companions: readonly CompanionName[];
  readonly pause: Pause;
  readonly sharing: Sharing;
}

export interface ChoosingInput extends MixingInput {
  readonly validation: Validation;
}

/** The tensors of a model beside the autoencoder. */
export const fittedCompanion = (
  model: CompanionName,
  data: TrainingData,
  { kernels, random, sharing, pause, recipe }: Pick<MixingInput, 'kernels' | 'random' | 'sharing' | 'pause' | 'recipe'>,
): Promise<NamedTensors> => {
  const input = { kernels, random, sharing, recipe: { ...recipe, model } };
  return timed('companions', () => fitOnce(baselineOf(model), input, data, pause));
};
