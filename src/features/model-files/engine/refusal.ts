/** Why a run's model cannot be exported as a graph with the scores of its lists. */
import type { BaselineName } from '../../../shared/recipe/models';
import type { Recipe } from '../../../shared/recipe/table';
import { say, type Sentence } from '../../../shared/words/sentence';
import { steeringOf, steersNothing } from '../../../engine/model/dae/steering';
import { hidingOf } from '../../../engine/model/hidden-history';
import type { NamedTensors } from '../../../engine/model/recommender';
import { linearPart } from './linear-models';
import { companionsOf } from './parts';

const GIGABYTE = 1 << 30;
/** Most bytes of weights from title to title, which a graph stores in full. */
const MOST_WEIGHT_BYTES = 4 * GIGABYTE;

/** Null if it can. */
export function refusalOf(recipe: Recipe, tensors: NamedTensors, items: number): Sentence | null {
  if (hidingOf(recipe).hidden > 0 || (recipe.model === 'dae' && !steersNothing(steeringOf(recipe))))
    return say('onnx.steered');
  const linear = linearModelsOf(recipe, tensors).map((model) => linearPart(model));
  if (linear.includes(null)) return say('onnx.holds-histories');
  const personal = linear.filter((part) => part?.weights !== 'title');
  const bytes = personal.filter((part) => part?.weights === 'pairs').length * items * items * 4;
  if (bytes <= MOST_WEIGHT_BYTES) return null;
  return say('onnx.too-large', {
    titles: items,
    gigabytes: Math.ceil(bytes / GIGABYTE),
    most: MOST_WEIGHT_BYTES / GIGABYTE,
  });
}

/** The linear models that are part of the scores. */
function linearModelsOf(recipe: Recipe, tensors: NamedTensors): BaselineName[] {
  if (recipe.model !== 'dae') return [recipe.model];
  return companionsOf(recipe, tensors).map(({ model }) => model);
}
