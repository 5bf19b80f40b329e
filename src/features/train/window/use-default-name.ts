/** The default name of a run: its preset and seed, with a number if taken. */
import { useTexts } from '../../../renderer/locales/use-texts';
import { presetRecipe } from '../../../shared/recipe/presets';
import { useQueue, useRuns } from '../../../renderer/stores/engine-data';
import { knobsOf, useTrainForm } from '../../../renderer/stores/train-form';
import { unused } from './unused-name';

export function useDefaultName(): string {
  const t = useTexts();
  const { preset, fields, seed } = useTrainForm();
  const { data: runs = [] } = useRuns();
  const { data: queue = [] } = useQueue();
  const recipe = presetRecipe(preset);
  const changed = knobsOf(fields).some((knob) => fields[knob] !== recipe[knob]);
  const name = t(changed ? 'train.defaultNameChanged' : 'train.defaultName', {
    preset: t(`common.presets.${preset}`),
    seed: String(seed),
  });
  return unused(name, new Set([...runs, ...queue].flatMap((run) => run.name ?? [])));
}
