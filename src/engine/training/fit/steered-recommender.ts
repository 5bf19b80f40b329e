/** Restores a fitted model from its tensors, and steers it as the recipe says (scoring.*), as its lists are made. */
import type { Recipe } from '../../../shared/recipe/table';
import type { Conditions } from '../../data/conditions';
import { withEmptyRow } from '../../data/histories';
import type { Histories } from '../../data/tables';
import { DaeRecommender } from '../../model/dae/dae-recommender';
import { isPushed, steeredByRecipe, steeringOf } from '../../model/dae/steering';
import { hiding, hidingOf, type MaskOwner } from '../../model/hidden-history';
import type { Kernels } from '../../model/kernels/kernels';
import type { NamedTensors, Recommender } from '../../model/recommender';
import { restoreRecommender } from '../../model/models';

interface SteeredModel {
  readonly recipe: Recipe;
  readonly kernels: Kernels;
  readonly conditions: Conditions;
  readonly owner: MaskOwner;
}

/** A fitted model, and the histories of all profiles, whose codes the recipe may mix in. */
export interface FittedOn {
  readonly tensors: NamedTensors;
  readonly histories: Histories;
}

/**
 * @param lists the model that makes the lists, if it is another one: latent directions that the recipe names are that model's
 * @param rest awaited from time to time, so that other work gets its turn
 */
export async function steeredRecommender(
  model: SteeredModel,
  { tensors, histories }: FittedOn,
  lists: FittedOn | null = null,
  rest: () => Promise<void> = async () => undefined,
): Promise<Recommender> {
  const { recipe, owner } = model;
  const recommender = restored(model, { tensors, histories });
  if (!(recommender instanceof DaeRecommender)) return hiding(recommender, hidingOf(recipe), owner);
  const other = lists === null || !isPushed(steeringOf(recipe)) ? null : restored(model, lists);
  try {
    const steered = await steeredByRecipe(
      recommender,
      recipe,
      knownTo(model, histories),
      other instanceof DaeRecommender ? { recommender: other, known: knownTo(model, lists!.histories) } : null,
      rest,
    );
    return hiding(steered, hidingOf(recipe), owner);
  } finally {
    other?.dispose();
  }
}

const restored = ({ recipe, kernels, conditions }: SteeredModel, { tensors, histories }: FittedOn): Recommender =>
  restoreRecommender(recipe, tensors, kernels, { items: histories.columns, conditions: conditions.width });

const knownTo = ({ conditions }: SteeredModel, histories: Histories) => ({
  histories: withEmptyRow(histories),
  conditions: conditions.values,
});
