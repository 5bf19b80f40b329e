/** The texts of the window (src/features/words.ts), in the language that the user chose. */
import { textsIn, type Translate } from '../../shared/words/texts';
import { OTHER_LANGUAGE, usePreferences } from '../stores/preferences';

export const useTexts = (): Translate => textsIn(usePreferences((state) => state.language));

/** Those of the language that the window is not in: names are looked for in both. */
export const useTextsOfOther = (): Translate => textsIn(OTHER_LANGUAGE[usePreferences((state) => state.language)]);
