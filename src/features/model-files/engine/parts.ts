/** The parts of an exported model's scores. */
import type { ModelPart } from '../contract/model-folder';
import type { RunRecord } from '../../../shared/contract/run';
import { COMPANION_SLOTS, companionIn, type CompanionSlot } from '../../../shared/recipe/companions';
import type { BaselineName } from '../../../shared/recipe/models';
import type { RecordedRecipe } from '../../../shared/recipe/earlier';
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
export const companionsOf = (
  recipe: RecordedRecipe,
  tensors: NamedTensors,
): { slot: CompanionSlot; model: BaselineName; most: number }[] =>
  COMPANION_SLOTS.flatMap((slot) => {
    const model = companionIn(recipe, slot);
    const most = tensors[shareTensorOf(slot)]?.values[0] ?? 0;
    return model === null || most === 0 ? [] : [{ slot, model, most }];
  });
