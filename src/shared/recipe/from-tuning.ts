/** Takes a tuning into the recipe of a new run, where it gives the same list as it does on the open profile. */
import type { Tuning } from '../contract/tuning';
import { KNOBS, type Recipe } from './table';

export interface TakenTuning {
  readonly recipe: Recipe;
  /** What no recipe can hold, because it is about one profile (or beyond the range of its knob). */
  readonly notTaken: readonly (keyof Tuning)[];
}

export function recipeWithTuning(recipe: Recipe, tuning: Tuning): TakenTuning {
  const taken: Recipe = { ...recipe };
  // A tuning speaks on top of what its run's recipe says already.
  const condition = recipe['scoring.condition'] * tuning.condition;
  const isWithin = condition <= KNOBS['scoring.condition'].maximum;
  if (isWithin) taken['scoring.condition'] = condition;
  if (tuning.neighbours.share > 0) {
    taken['scoring.neighbours'] = tuning.neighbours.count;
    taken['scoring.neighbourShare'] = tuning.neighbours.share;
  }
  if (tuning.watched !== undefined) taken['scoring.watched'] = tuning.watched;
  const ofOneProfile: [keyof Tuning, boolean][] = [
    ['hidden', tuning.hidden > 0],
    ['condition', !isWithin],
    ['attributes', Object.keys(tuning.attributes).length > 0],
    ['removed', tuning.removed.length > 0],
    ['added', tuning.added.length > 0],
    ['directions', tuning.directions.some(({ amount }) => amount !== 0)],
  ];
  return { recipe: taken, notTaken: ofOneProfile.filter(([, isSet]) => isSet).map(([name]) => name) };
}
