/** The parts of an exported model's scores. */
import type { ModelPart } from '../contract/model-folder';
import type { RunRecord } from '../../../shared/contract/run';
import type { CompanionName } from '../../../shared/recipe/companion-names';
import { possibleCompanions } from '../../../shared/recipe/companions';
import type { Recipe } from '../../../shared/recipe/table';
import { shareTensorOf } from '../../../engine/model/dae/companion';
import { peersIn } from '../../../engine/model/dae/peers';
import { TREND } from '../../../engine/model/dae/structure';
import type { NamedTensors } from '../../../engine/model/recommender';

/** The model itself first, then the mixed-in parts. */
export function partsOf({ model, recipe }: Pick<RunRecord, 'model' | 'recipe'>, tensors: NamedTensors): ModelPart[] {
  if (model !== 'dae') return [model];
  return [
    model,
    ...(peersIn(tensors) === null ? [] : ['peers' as const]),
    ...companionsOf(recipe, tensors).map((companion) => companion.model),
    ...(Object.hasOwn(tensors, TREND) ? ['trend-part' as const] : []),
  ];
}

/** The companions of an autoencoder, each with its largest share: one without a share is in no score. */
export const companionsOf = (recipe: Recipe, tensors: NamedTensors): { model: CompanionName; most: number }[] =>
  possibleCompanions(recipe).flatMap((model) => {
    const most = tensors[shareTensorOf(model)]?.values[0] ?? 0;
    return most === 0 ? [] : [{ model, most }];
  });
