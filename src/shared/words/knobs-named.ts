/**
 * Replaces knobs in the engine's sentences (stopping.share, numeric.device=cpu) by the names of fields and choices, for
 * readers of a window.
 */
import { choiceName } from '../recipe/choice-names';
import { KNOB_NAMES, KNOBS, type KnobName } from '../recipe/table';
import type { Language } from './templates';

const QUOTED: Record<Language, (text: string) => string> = {
  en: (text) => `“${text}”`,
  ko: (text) => `‘${text}’`,
};

// Excludes the knob `model`, which is a common word, and longer names that contain a knob's, such as file names.
const PATHS = KNOB_NAMES.filter((name) => name.includes('.')).map((name) => name.replace('.', '\\.'));
const KNOB = new RegExp(`(?<![\\w./-])(${PATHS.join('|')})(?:=([\\w-]+(?:\\.\\d+)?))?(?![\\w/]|\\.\\w)`, 'g');

export const withKnobsNamed = (text: string, language: Language): string =>
  text.replaceAll(KNOB, (_, knob: KnobName, value: string | undefined) => {
    const name = QUOTED[language](KNOBS[knob].label[language]);
    return value === undefined ? name : `${name}: ${choiceName(knob, value, language) ?? value}`;
  });
