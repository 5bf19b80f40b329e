/** Why the model of a run cannot leave as a graph that gives the scores of its lists. */
import { COMPANION_SLOTS, companionIn } from '../../shared/recipe/companions';
import type { BaselineName } from '../../shared/recipe/models';
import { RECIPE_VERSION, type Recipe } from '../../shared/recipe/table';
import { say, type Sentence } from '../../shared/sentences/sentence';
import { shareTensorOf } from '../model/dae/companion';
import { steeringOf, steersNothing } from '../model/dae/steering';
import { hidingOf } from '../model/hidden-history';
import type { NamedTensors } from '../model/recommender';
import { LINEAR_PARTS } from './linear-models';

const GIGABYTE = 1 << 30;
/** Bytes of weights from title to title, which a graph holds in full. */
const MOST_WEIGHT_BYTES = 4 * GIGABYTE;
/** Models whose part in a graph has a weight for each pair of titles. */
const FROM_TITLE_TO_TITLE: readonly BaselineName[] = ['item-knn', 'ease'];
/** Models whose tensors are the same in every version of the recipe: one score a title. */
const ONE_SCORE_A_TITLE: readonly BaselineName[] = ['popularity', 'recent', 'trend'];

/** Null where it can. */
export function refusalOf(recipe: Recipe, tensors: NamedTensors, items: number): Sentence | null {
  if (hidingOf(recipe).hidden > 0 || (recipe.model === 'dae' && !steersNothing(steeringOf(recipe))))
    return say('onnx.steered');
  const linear = linearModelsOf(recipe, tensors);
  if (linear.some((model) => LINEAR_PARTS[model] === undefined)) return say('onnx.holds-histories');
  const personal = linear.filter((model) => !ONE_SCORE_A_TITLE.includes(model));
  if (personal.length > 0 && recipe.version !== RECIPE_VERSION)
    return say('onnx.earlier-version', { version: recipe.version });
  const bytes = personal.filter((model) => FROM_TITLE_TO_TITLE.includes(model)).length * items * items * 4;
  if (bytes <= MOST_WEIGHT_BYTES) return null;
  return say('onnx.too-large', {
    titles: items,
    gigabytes: Math.ceil(bytes / GIGABYTE),
    most: MOST_WEIGHT_BYTES / GIGABYTE,
  });
}

/** The linear models that have a part in the scores. */
function linearModelsOf(recipe: Recipe, tensors: NamedTensors): BaselineName[] {
  if (recipe.model !== 'dae') return [recipe.model];
  return COMPANION_SLOTS.flatMap((slot) => {
    const name = companionIn(recipe, slot);
    return name === null || (tensors[shareTensorOf(slot)]?.values[0] ?? 0) === 0 ? [] : [name];
  });
}
