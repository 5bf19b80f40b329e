/** Numbers, spans and times in the window's language. */
import { createFormat, type Format } from '../../shared/words/format';
import { type Language, usePreferences } from '../stores/preferences';

const FORMATS: Record<Language, Format> = { en: createFormat('en'), ko: createFormat('ko') };

export const useFormat = (): Format => FORMATS[usePreferences((state) => state.language)];
