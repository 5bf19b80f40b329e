/** The texts of the window, in both languages, and the switch between them. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { usePreferences, type Language } from '../stores/preferences';
import { en } from './en';
import { ko } from './ko';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

function showLanguage(language: Language): void {
  void i18next.changeLanguage(language);
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}

/** Once, before the first screen is drawn. Texts are bundled, so nothing is waited for. */
export function startTexts(): void {
  void i18next.use(initReactI18next).init({
    lng: usePreferences.getState().language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, ko: { translation: ko } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  showLanguage(usePreferences.getState().language);
  usePreferences.subscribe((now, before) => {
    if (now.language !== before.language) showLanguage(now.language);
  });
}
