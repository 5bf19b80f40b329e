/** The companion models that a recipe puts beside the autoencoder. */
import { type BaselineName, MODEL_ROWS } from './models';
import type { RecordedRecipe } from './earlier';

/** `key`: of its share in a run's mixture; `model` and `share`: its knobs. */
export const COMPANION_SLOTS = [
  { key: 'companion', model: 'mixture.companion', share: 'mixture.companionShare' },
  { key: 'second', model: 'mixture.second', share: 'mixture.secondShare' },
] as const;
export type CompanionSlot = (typeof COMPANION_SLOTS)[number];

/** The model in a slot of the recipe; null for none. */
export function companionIn(recipe: RecordedRecipe, { model }: CompanionSlot): BaselineName | null {
  const name = recipe.model === 'dae' ? recipe[model] : 'none';
  return name === 'none' ? null : name;
}

/** Whether the tensors of such a run contain the histories: its own, or a companion's. */
export const holdsHistories = (recipe: RecordedRecipe): boolean =>
  [recipe.model, ...COMPANION_SLOTS.map((slot) => companionIn(recipe, slot))].some(
    (model) => model !== null && MODEL_ROWS[model].holdsHistories,
  );
