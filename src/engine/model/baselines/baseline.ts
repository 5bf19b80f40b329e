import type { Recipe } from '../../../shared/recipe/table';
import type { TrainingData } from '../../data/tables';
import type { ModelSizes, TensorDeclaration } from '../declaration';
import type { Kernels } from '../kernels/kernels';
import type { RandomStreams } from '../random';
import type { NamedTensors, Recommender } from '../recommender';

/** A model that is fitted in one go: the baselines. (src/engine/fit fits the DAE, epoch by epoch.) */
export interface BaselineDefinition {
  /** Whether another seed gives another model of the same data. */
  readonly usesChance: boolean;
  fit(data: TrainingData, recipe: Recipe, random: RandomStreams, kernels: Kernels): Recommender;
  /** What its tensors are, for whoever reads a file that may be anybody's. */
  declare(recipe: Recipe, sizes: ModelSizes): readonly TensorDeclaration[];
  /** @param tensors as declared */
  restore(tensors: NamedTensors, recipe: Recipe, kernels: Kernels): Recommender;
}
