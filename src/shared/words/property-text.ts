/** What is known of the data and the computer of a run, as a person reads it: values of the record that are words have a text. */
import { instructionSetName } from '../values/instruction-sets';
import { KNOBS, type KnobName } from '../recipe/table';
import type { Language } from './templates';
import { isText } from './sentence';
import { short } from './format';
import { knobText } from './knob-text';
import type { Wording } from './wording';

const isKnob = (name: string): name is KnobName => Object.hasOwn(KNOBS, name);

/** The name of a setting or another property; one of another version is called as the record has it. */
export function propertyName(name: string, { t }: Wording, language: Language): string {
  if (isKnob(name)) return KNOBS[name].label[language];
  const id = `compareRuns.property.${name}` as const;
  return isText(id) ? t(id) : name;
}

/** Its value; a dash where the run has none. */
export function propertyText(
  name: string,
  value: string | number | boolean | null,
  wording: Wording,
  language: Language,
): string {
  const { t, format } = wording;
  if (value === null) return '–';
  if (isKnob(name)) return knobText(name, value, wording, language);
  if (typeof value !== 'string') return format.value(value);
  if (value === 'as-made') return t('compareRuns.asMade');
  const [split, device] = [`runs.splits.${value}`, `device.kinds.${value}`] as const;
  if (name === 'split' && isText(split)) return t(split);
  if (name === 'device' && isText(device)) return t(device);
  if (name === 'platform') return systemName(value);
  if (name === 'instructionSet') return instructionSetName(value);
  return /^[0-9a-f]{40,}$/.test(value) ? short(value) : value;
}

const SYSTEMS = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' } as const;

/** @param platform as Node calls it */
export const systemName = (platform: string): string => (isOf(SYSTEMS, platform) ? SYSTEMS[platform] : platform);

const isOf = <Table extends object>(table: Table, key: string): key is Extract<keyof Table, string> =>
  Object.hasOwn(table, key);
