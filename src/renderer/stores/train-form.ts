/**
 * The recipe being edited on the Train screen; kept with its data set for the life of the tab, so that a reload or another screen loses
 * nothing.
 */
import type { RunRecord } from '../../shared/contract/run';
import { DEFAULT_PRESET, PRESET_NAMES, presetRecipe, type PresetName } from '../../shared/recipe/presets';
import { recipeDifferences } from '../../shared/recipe/schema';
import { createOfDataset } from './of-dataset';
import { type DeviceChoice, usePreferences } from './preferences';
import { KNOB_NAMES, RECIPE_VERSION, type KnobName, type Recipe } from '../../shared/recipe/table';
import type { Knob } from '../../shared/recipe/knob';
import { isReadBy } from '../../shared/recipe/tried-knobs';

/** The value of a field: text while a number is incomplete. */
export type FieldValue = string | number | boolean;
export type Fields = Record<KnobName, FieldValue>;

interface TrainForm {
  preset: PresetName;
  fields: Fields;
  seed: FieldValue;
  name: string;
  /** The run whose settings were copied. */
  parent: { runId: string; name: string } | null;
  /** The run last started from here. */
  lastStarted: string | null;
}

export const MOST_SEED = 0xffffffff;

const fieldsOf = (recipe: Recipe): Fields =>
  Object.fromEntries(KNOB_NAMES.map((name) => [name, recipe[name]])) as Fields;

/** A preset, on the device that the user chose where its model can be trained on it. */
function presetFields(preset: PresetName): Fields {
  const recipe = presetRecipe(preset);
  const device = recipe.model === 'dae' ? usePreferences.getState().device : 'cpu';
  return fieldsOf({ ...recipe, 'numeric.device': device });
}

const initial = (): TrainForm => ({
  preset: DEFAULT_PRESET,
  fields: presetFields(DEFAULT_PRESET),
  seed: 1,
  name: '',
  parent: null,
  lastStarted: null,
});

/** Completes a form stored by an earlier version: new knobs take the preset's value, removed ones are dropped. */
export function completedForm(stored: unknown, fresh: TrainForm): TrainForm {
  const form = { ...fresh, ...(stored as Partial<TrainForm> | undefined) };
  const preset = PRESET_NAMES.includes(form.preset) ? form.preset : DEFAULT_PRESET;
  const known = presetFields(preset);
  const fields = Object.fromEntries(KNOB_NAMES.map((name) => [name, form.fields[name] ?? known[name]])) as Fields;
  return { ...form, preset, fields };
}

export const useTrainForm = createOfDataset<TrainForm>(initial, {
  name: 'shelfwise.train',
  version: RECIPE_VERSION,
  complete: completedForm,
});

export const choosePreset = (preset: PresetName): void =>
  useTrainForm.setState({ preset, fields: presetFields(preset), parent: null });

/** For the current recipe and later ones. */
export function chooseDevice(device: DeviceChoice): void {
  usePreferences.setState({ device });
  useTrainForm.setState(({ preset, fields }) => ({
    fields: { ...fields, 'numeric.device': presetFields(preset)['numeric.device'] },
  }));
}

export const setField = (knob: KnobName, value: FieldValue): void =>
  useTrainForm.setState(({ fields }) => ({ fields: { ...fields, [knob]: value } }));

export const resetField = (knob: KnobName): void =>
  useTrainForm.setState(({ preset, fields }) => ({ fields: { ...fields, [knob]: presetRecipe(preset)[knob] } }));

export const setSeed = (seed: FieldValue): void => useTrainForm.setState({ seed });
export const setName = (name: string): void => useTrainForm.setState({ name });
export const tellStarted = (data: string, runId: string): void =>
  useTrainForm.setStateOf(data, { lastStarted: runId, name: '', parent: null });

/** Copies the settings of a run, relative to the nearest preset. */
export function takeSettings(run: RunRecord, changes: Partial<Recipe> = {}): void {
  const recipe = { ...run.recipe, ...changes };
  useTrainForm.setState({
    preset: nearestPreset(recipe),
    fields: fieldsOf(recipe),
    seed: run.seed,
    name: '',
    parent: { runId: run.runId, name: run.name },
  });
}

export function nearestPreset(recipe: Recipe): PresetName {
  const distance = (preset: PresetName): number => recipeDifferences(presetRecipe(preset), recipe).length;
  const candidates = PRESET_NAMES.filter((preset) => presetRecipe(preset).model === recipe.model);
  return candidates.sort((left, right) => distance(left) - distance(right))[0] ?? DEFAULT_PRESET;
}

export type Problem = { kind: 'number' | 'whole'; minimum: number; maximum: number } | { kind: 'text' };

/** The problem of a field; null if it is valid. */
export function fieldProblem(knob: Knob, value: FieldValue): Problem | null {
  if (knob.kind === 'text') {
    const fits = typeof value === 'string' && value.length <= knob.longest && new RegExp(knob.pattern).test(value);
    return fits && knob.isValid(value) ? null : { kind: 'text' };
  }
  if (knob.kind !== 'number' && knob.kind !== 'integer') return null;
  const { minimum, maximum } = knob;
  const whole = knob.kind === 'integer';
  const right =
    typeof value === 'number' && value >= minimum && value <= maximum && (!whole || Number.isInteger(value));
  return right ? null : { kind: whole ? 'whole' : 'number', minimum, maximum };
}

export const isSeed = (seed: FieldValue): seed is number =>
  typeof seed === 'number' && Number.isInteger(seed) && seed >= 0 && seed <= MOST_SEED;

/** Knobs that the selected model or a companion reads, in table order. */
export const knobsOf = (fields: Fields): KnobName[] => KNOB_NAMES.filter((name) => isReadBy(recipeOf(fields), name));

/** Only call it without a problem. */
export const recipeOf = (fields: Fields): Recipe => ({ version: RECIPE_VERSION, ...fields }) as Recipe;
