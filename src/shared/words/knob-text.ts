/** The value of a knob in words: names of choices and switches, numbers with all digits; a dash where a recipe's version does not have it. */
import { choiceName } from '../recipe/choice-names';
import { KNOBS, type KnobName } from '../recipe/table';
import type { Knob } from '../recipe/knob';
import type { Language } from './templates';
import type { Wording } from './wording';

export function knobText(knob: KnobName, value: unknown, { t, format }: Wording, language: Language): string {
  if (value === undefined) return '–';
  if (typeof value === 'boolean') return t(value ? 'common.on' : 'common.off');
  const zero = value === 0 ? zeroOf(KNOBS[knob]) : undefined;
  return (
    choiceName(knob, value, language) ??
    (zero === undefined ? format.value(value) : `${format.value(0)} (${zero[language]})`)
  );
}

/** The meaning of 0; undefined if it is an ordinary number. */
export const zeroOf = (knob: Knob): Readonly<Record<Language, string>> | undefined =>
  knob.kind === 'number' || knob.kind === 'integer' ? knob.zero : undefined;
