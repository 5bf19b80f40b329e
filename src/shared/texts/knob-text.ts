/** The value of a knob as a person reads it: choices and switches by their names, numbers with all their digits. */
import { choiceName } from '../recipe/choice-names';
import type { KnobName } from '../recipe/table';
import type { Language } from '../sentences/sentence';
import type { Wording } from './wording';

export function knobText(knob: KnobName, value: unknown, { t, format }: Wording, language: Language): string {
  if (typeof value === 'boolean') return t(value ? 'common.on' : 'common.off');
  return choiceName(knob, value, language) ?? format.value(value);
}
