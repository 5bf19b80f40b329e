/** A fitted model as its lists are made: restored from its tensors, and steered as the recipe says (scoring.*). */
import type { Recipe } from '../../shared/recipe/table';
import type { Conditions } from '../data/conditions';
import { withEmptyRow } from '../data/histories';
import type { SparseRows } from '../data/tables';
import { DaeRecommender } from '../model/dae/dae-recommender';
import { steeredByRecipe } from '../model/dae/steering';
import type { Kernels } from '../model/kernels/kernels';
import type { NamedTensors, Recommender } from '../model/recommender';
import { restoreRecommender } from '../model/models';

/** @param histories of all profiles, whose codes the recipe may mix in */
export function steeredRecommender(
  { recipe, kernels, conditions }: { recipe: Recipe; kernels: Kernels; conditions: Conditions },
  tensors: NamedTensors,
  histories: SparseRows,
): Recommender {
  const sizes = { items: histories.columns, conditions: conditions.width };
  const recommender = restoreRecommender(recipe, tensors, kernels, sizes);
  if (!(recommender instanceof DaeRecommender)) return recommender;
  const known = { histories: withEmptyRow(histories), conditions: conditions.values };
  return steeredByRecipe(recommender, recipe, known);
}
