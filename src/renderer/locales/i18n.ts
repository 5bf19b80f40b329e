/** The texts of the window (src/shared/words), and the switch between the languages. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { TEXT_OPTIONS } from '../../shared/words/texts';
import { usePreferences, type Language } from '../stores/preferences';

function showLanguage(language: Language): void {
  void i18next.changeLanguage(language);
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}

/** Call once, before the first screen is drawn. */
export function startTexts(): void {
  void i18next.use(initReactI18next).init({ ...TEXT_OPTIONS, lng: usePreferences.getState().language });
  showLanguage(usePreferences.getState().language);
  usePreferences.subscribe((now, before) => {
    if (now.language !== before.language) showLanguage(now.language);
  });
}
