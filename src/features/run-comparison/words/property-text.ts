/** What is known of the data and the computer of a run, as a person reads it: values of the record that are words have a text. */
import type { Environment } from '../../../shared/contract/run';
import type { RunDifference } from '../contract/run-comparison';
import { instructionSetName } from '../../../shared/values/instruction-sets';
import { KNOBS, type KnobName } from '../../../shared/recipe/table';
import type { Language } from '../../../shared/words/sentence';
import { en } from '../../words/en';
import { short } from '../../../shared/words/format';
import { knobText } from '../../../shared/words/knob-text';
import type { Wording } from '../../../shared/words/wording';

const isKnob = (name: string): name is KnobName => Object.hasOwn(KNOBS, name);
type Property = keyof typeof en.compareRuns.property;
const isProperty = (name: string): name is Property => Object.hasOwn(en.compareRuns.property, name);

/** The name of a setting or another property; one of another version is called as the record has it. */
export const propertyName = (name: string, { t }: Wording, language: Language): string =>
  isKnob(name) ? KNOBS[name].label[language] : isProperty(name) ? t(`compareRuns.property.${name}`) : name;

/** Its value; a dash where the run has none. */
export function propertyText(
  name: string,
  value: RunDifference['values'][number],
  wording: Wording,
  language: Language,
): string {
  const { t, format } = wording;
  if (value === null) return '–';
  if (isKnob(name)) return knobText(name, value, wording, language);
  if (typeof value !== 'string') return format.value(value);
  if (value === 'as-made') return t('compareRuns.asMade');
  if (name === 'split' && isOf(en.runs.splits, value)) return t(`runs.splits.${value}`);
  if (name === 'backend' && isOf(BACKENDS, value)) return BACKENDS[value];
  if (name === 'device' && isOf(en.device.kinds, value)) return t(`device.kinds.${value}`);
  if (name === 'platform') return systemName(value);
  if (name === 'instructionSet') return instructionSetName(value);
  return /^[0-9a-f]{40,}$/.test(value) ? short(value) : value;
}

const BACKENDS: Record<Environment['backend'], string> = { tensorflow: 'TensorFlow', wasm: 'WASM' };
const SYSTEMS = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' } as const;

/** @param platform as Node calls it */
export const systemName = (platform: string): string => (isOf(SYSTEMS, platform) ? SYSTEMS[platform] : platform);

const isOf = <Table extends object>(table: Table, key: string): key is Extract<keyof Table, string> =>
  Object.hasOwn(table, key);
