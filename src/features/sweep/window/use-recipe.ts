/** The recipe whose settings are tried: that of the opened sweep, otherwise the form of Train. */
import { KNOBS, type Recipe } from '../../../shared/recipe/table';
import { fieldProblem, knobsOf, recipeOf, useTrainForm } from '../../../renderer/stores/train-form';
import { useSweepForm } from './sweep-form';

export function useRecipe(): { recipe: Recipe; isKept: boolean; isWhole: boolean } {
  const kept = useSweepForm((state) => state.recipe);
  const fields = useTrainForm((state) => state.fields);
  if (kept !== null) return { recipe: kept, isKept: true, isWhole: true };
  const isWhole = knobsOf(fields).every((knob) => fieldProblem(KNOBS[knob], fields[knob]) === null);
  return { recipe: recipeOf(fields), isKept: false, isWhole };
}
