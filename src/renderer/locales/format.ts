/** Numbers, spans and times in the window's language. */
import { createFormat, type Format } from '../../shared/words/format';
import { type Language, usePreferences } from '../stores/preferences';

const FORMATS: Record<Language, Format> = { en: createFormat('en'), ko: createFormat('ko') };

export const formatIn = (language: Language): Format => FORMATS[language];
export const useFormat = (): Format => formatIn(usePreferences((state) => state.language));
