/**
 * A sentence of the engine names knobs as the command line takes them: stopping.share, numeric.device=cpu, "fast" mode. Who reads it in a
 * window has fields and choices with names.
 */
import { choiceName } from '../recipe/choice-names';
import { KNOB_NAMES, KNOBS, type KnobName } from '../recipe/table';
import type { Language } from './sentence';

const QUOTED: Record<Language, (text: string) => string> = {
  en: (text) => `“${text}”`,
  ko: (text) => `‘${text}’`,
};

// Not the knob `model`, which is a word; and not what only begins or ends like a knob, such as the name of a file.
const PATHS = KNOB_NAMES.filter((name) => name.includes('.')).map((name) => name.replace('.', '\\.'));
const KNOB = new RegExp(`(?<![\\w./-])(${PATHS.join('|')})(?:=([\\w-]+(?:\\.\\d+)?))?(?![\\w/]|\\.\\w)`, 'g');
const MODE = /"(portable|fast|everywhere)"/g;

export const withKnobsNamed = (text: string, language: Language): string =>
  text
    .replaceAll(KNOB, (_, knob: KnobName, value: string | undefined) => {
      const name = QUOTED[language](KNOBS[knob].label[language]);
      return value === undefined ? name : `${name}: ${choiceName(knob, value, language) ?? value}`;
    })
    .replaceAll(MODE, (_, mode: string) => QUOTED[language](choiceName('numeric.mode', mode, language) ?? mode));
