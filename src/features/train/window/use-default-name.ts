/** The name that a model gets where nobody types one, as a record holds it. */
import type { Dataset } from '../../../shared/contract/dataset';
import { unnamed } from '../../../shared/words/run-name';
import { recipeOf, useTrainForm } from '../../../renderer/stores/train-form';

export function useDefaultName(dataset: Dataset): string {
  const { fields, seed } = useTrainForm();
  return unnamed({ recipe: recipeOf(fields), dataset, seed: Number(seed) });
}
