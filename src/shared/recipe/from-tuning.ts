/** Takes a tuning into the recipe of a new run, where it gives the same list as it does on the open profile. */
import { tunedKeys, type Tuning } from '../contract/tuning';
import type { TuningKey } from '../contract/tuning-keys';
import { pushesOf, pushesText, summedPushes } from './pushes';
import { KNOBS, type Recipe } from './table';

export interface TakenTuning {
  readonly recipe: Recipe;
  /** What no recipe can hold: it is about one profile, or out of the range of its knob. */
  readonly notTaken: readonly TuningKey[];
}

/**
 * The keys that have a knob: what they change in the recipe of the tuned run, null where that is out of the range of the knob. All
 * others are about one profile.
 */
const TAKEN: { readonly [Key in TuningKey]?: (tuning: Tuning, recipe: Recipe) => Partial<Recipe> | null } = {
  condition({ condition }, recipe) {
    // A tuning is relative to the recipe of its run.
    const strength = recipe['scoring.condition'] * condition;
    return strength <= KNOBS['scoring.condition'].maximum ? { 'scoring.condition': strength } : null;
  },
  neighbours: ({ neighbours }) => ({
    'scoring.neighbours': neighbours.count,
    'scoring.neighbourShare': neighbours.share,
  }),
  // In place of what the recipe hides.
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
