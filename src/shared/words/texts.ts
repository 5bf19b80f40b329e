/** Every text that people read in two languages, and texts for a process that has no window. */
import i18next, { type TFunction } from 'i18next';
import type { Language } from './sentence';
import { en } from '../../features/words/en';
import { ko } from '../../features/words/ko';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

/** How texts are kept, the same in the window and outside it: they are bundled, so nothing is waited for, and React or the page escapes them. */
export const TEXT_OPTIONS = {
  fallbackLng: 'en',
  resources: { en: { translation: en }, ko: { translation: ko } },
  interpolation: { escapeValue: false },
  returnNull: false,
} as const;

/** The texts of one language, apart from the window's. */
export function textsIn(language: Language): TFunction {
  const texts = i18next.createInstance();
  void texts.init({ ...TEXT_OPTIONS, lng: language });
  return texts.t;
}
