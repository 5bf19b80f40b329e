/** The interface of a model to the rest of the engine: a row of the table in models.ts. */
import type { Recipe } from '../../shared/recipe/table';
import type { Sentence } from '../../shared/words/sentence';
import type { Histories, WholeTrainingData } from '../data/tables';
import type { ModelSizes, TensorDeclaration } from './declaration';
import type { Kernels } from './kernels/kernels';
import type { RandomStreams } from './random';
import type { Pause } from './pause';
import type { NamedTensors, Recommender } from './recommender';

export interface ModelDefinition {
  /** Whether another seed gives another model of the same data. */
  readonly usesChance: boolean;
  /** Declares its tensors, so that a file from anywhere can be checked; `tensors` only tells which optional ones exist. */
  declare(recipe: Recipe, sizes: ModelSizes, tensors: NamedTensors): readonly TensorDeclaration[];
  /** @param tensors checked against the declaration */
  restore(tensors: NamedTensors, recipe: Recipe, kernels: Kernels): Recommender;
}

/** A model that is fitted in one go. (src/engine/training/fit fits the autoencoder, epoch by epoch.) */
export interface BaselineDefinition extends ModelDefinition {
  /** Why data of this size is too large for it, and what to do; absent if no data is. */
  refusal?(histories: Pick<Histories, 'rows' | 'columns'>, kernels: Kernels): Sentence | null;
  fit(
    data: WholeTrainingData,
    recipe: Recipe,
    random: RandomStreams,
    kernels: Kernels,
    pause: Pause,
  ): Recommender | Promise<Recommender>;
}
