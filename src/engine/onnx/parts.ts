/** What is in the scores of a model that leaves. */
import type { ModelPart, RunRecord } from '../../shared/contract';
import { COMPANION_SLOTS, companionIn } from '../../shared/recipe/companions';
import { shareTensorOf } from '../model/dae/companion';
import { peersIn } from '../model/dae/peers';
import { TREND } from '../model/dae/structure';
import type { NamedTensors } from '../model/recommender';

/** The model itself first, then what is mixed in: a companion without a share is in no score. */
export function partsOf({ model, recipe }: Pick<RunRecord, 'model' | 'recipe'>, tensors: NamedTensors): ModelPart[] {
  if (model !== 'dae') return [model];
  const companions = COMPANION_SLOTS.flatMap((slot): ModelPart[] => {
    const name = companionIn(recipe, slot);
    return name === null || (tensors[shareTensorOf(slot)]?.values[0] ?? 0) === 0 ? [] : [name];
  });
  return [
    model,
    ...(peersIn(tensors) === null ? [] : ['peers' as const]),
    ...companions,
    ...(Object.hasOwn(tensors, TREND) ? ['trend-part' as const] : []),
  ];
}
