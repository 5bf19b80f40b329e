/** Converts a tuning to knobs of a new recipe that give the same list as on the open profile. */
import { tunedKeys, type Tuning } from '../contract/tuning';
import type { TuningKey } from '../contract/tuning-keys';
import { pushesOf, pushesText, summedPushes } from './pushes';
import { KNOBS, type Recipe } from './table';

interface TakenTuning {
  readonly recipe: Recipe;
  /** Keys that no recipe can hold: about one profile, or out of their knob's range. */
  readonly notTaken: readonly TuningKey[];
}

/**
 * Keys with a knob: their change to the tuned run's recipe, null if out of the knob's range. All other keys are about
 * one profile.
 */
const TAKEN: { readonly [Key in TuningKey]?: (tuning: Tuning, recipe: Recipe) => Partial<Recipe> | null } = {
  condition({ condition }, recipe) {
    // A tuning is relative to its run's recipe.
    const strength = recipe['scoring.condition'] * condition;
    return strength <= KNOBS['scoring.condition'].maximum ? { 'scoring.condition': strength } : null;
  },
  neighbours: ({ neighbours }) => ({
    'scoring.neighbours': neighbours.count,
    'scoring.neighbourShare': neighbours.share,
  }),
  // Replaces what the recipe hides.
  hidden: ({ hidden, mask }) => ({ 'scoring.hidden': hidden, 'scoring.mask': mask }),
  directions({ directions }, recipe) {
    const pushes = pushesText(summedPushes(pushesOf(recipe['scoring.directions']), directions));
    return pushes === null ? null : { 'scoring.directions': pushes };
  },
  watched: ({ watched }) => ({ 'scoring.watched': watched! }),
};

export function recipeWithTuning(recipe: Recipe, tuning: Tuning): TakenTuning {
  const taken = tunedKeys(tuning).map((key) => ({ key, knobs: TAKEN[key]?.(tuning, recipe) ?? null }));
  return {
    recipe: Object.assign({ ...recipe }, ...taken.map(({ knobs }) => knobs)),
    notTaken: taken.filter(({ knobs }) => knobs === null).map(({ key }) => key),
  };
}
