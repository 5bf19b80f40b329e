/**
 * The name that a trial's run starts with: what is tried, in command-line form (`als.factors=64, scoring.mixed=true`).
 * The record holds it, in no language; a window names settings by their fields.
 */
import type { Translate } from './texts';
import { LONGEST_RUN_NAME } from '../limits';
import { choiceName } from '../recipe/choice-names';
import { KNOBS, type KnobName } from '../recipe/table';
import type { Language } from './templates';

/** The name for the record. */
export const trialName = (settings: Readonly<Record<string, unknown>>): string =>
  Object.entries(settings)
    .map(([knob, value]) => `${knob}=${String(value)}`)
    .join(', ')
    .slice(0, LONGEST_RUN_NAME);

/** A run's name as a window shows it: others stay unchanged. */
export function runNameIn(name: string, t: Translate, language: Language): string {
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

const isKnobName = (name: string): name is KnobName => Object.hasOwn(KNOBS, name);

function valueOf(knob: KnobName, value: string, t: Translate, language: Language): string {
  if (KNOBS[knob].kind === 'boolean' && (value === 'true' || value === 'false'))
    return t(value === 'true' ? 'common.on' : 'common.off');
  return choiceName(knob, value, language) ?? value;
}
