/** Names of runs that were given none. The record holds them in no language; a window says them in the user's. */
import type { Translate } from './texts';
import { LONGEST_RUN_NAME } from '../limits';
import { choiceName } from '../recipe/choice-names';
import { MODELS, type ModelName } from '../recipe/models';
import { PRESET_NAMES, presetOf, type PresetName } from '../recipe/presets';
import { KNOBS, type KnobName, type Recipe } from '../recipe/table';
import { say, type Sentence } from './sentence';
import type { Language } from './templates';

/** The name for the record of a trial: what is tried, in command-line form (`als.factors=64, scoring.mixed=true`). */
export const trialName = (settings: Readonly<Record<string, unknown>>): string =>
  Object.entries(settings)
    .map(([knob, value]) => `${knob}=${String(value)}`)
    .join(', ')
    .slice(0, LONGEST_RUN_NAME);

/** The name for the record of any other run: its preset, or its model with other settings (`balanced, sample, seed 1`). */
export const unnamed = ({ recipe, datasetName, seed }: { recipe: Recipe; datasetName: string; seed: number }): string =>
  `${presetOf(recipe) ?? recipe.model}, ${datasetName}, seed ${seed}`;

/** A run's name as a window shows it: a name that a person gave stays unchanged. */
export const runNameIn = (name: string, t: Translate, language: Language): string =>
  unnamedIn(name, t) ?? trialNameIn(name, t, language);

/** A run's name within a sentence of the engine: one that no person gave is said in the reader's language. */
export function saidRunName(name: string): string | Sentence {
  const found = withoutName(name);
  return found === null ? name : say('common.unnamedRun', { model: say(found.of), seed: found.seed });
}

/** Without the data set: runs of several are listed with theirs beside the name. */
function unnamedIn(name: string, t: Translate): string | null {
  const found = withoutName(name);
  return found === null ? null : t('common.unnamedRun', { model: t(found.of), seed: found.seed });
}

/** What a name that no person gave is made of. */
function withoutName(
  name: string,
): { readonly of: `common.presets.${PresetName}` | `common.models.${ModelName}`; readonly seed: string } | null {
  const [, of, seed] = /^([\w-]+), .+, seed (\d+)$/s.exec(name) ?? [];
  if (of === undefined || seed === undefined) return null;
  if (isPresetName(of)) return { of: `common.presets.${of}`, seed };
  return isModelName(of) ? { of: `common.models.${of}`, seed } : null;
}

/** A trial's settings by the names of their fields. */
function trialNameIn(name: string, t: Translate, language: Language): string {
  const parts = name.split(', ');
  // The last setting may be cut off.
  const isCut = name.length === LONGEST_RUN_NAME && parts.length > 1;
  const shown = (isCut ? parts.slice(0, -1) : parts).map((part) => {
    const [, knob, value] = /^([\w.-]+)=(\S+)$/.exec(part) ?? [];
    if (knob === undefined || value === undefined || !isKnobName(knob)) return null;
    return `${KNOBS[knob].label[language]} ${valueOf(knob, value, t, language)}`;
  });
  return shown.includes(null) ? name : `${shown.join(', ')}${isCut ? ' …' : ''}`;
}

const isModelName = (name: string): name is ModelName => (MODELS as readonly string[]).includes(name);

const isPresetName = (name: string): name is PresetName => (PRESET_NAMES as readonly string[]).includes(name);

const isKnobName = (name: string): name is KnobName => Object.hasOwn(KNOBS, name);

function valueOf(knob: KnobName, value: string, t: Translate, language: Language): string {
  if (KNOBS[knob].kind === 'boolean' && (value === 'true' || value === 'false'))
    return t(value === 'true' ? 'common.on' : 'common.off');
  return choiceName(knob, value, language) ?? value;
}
