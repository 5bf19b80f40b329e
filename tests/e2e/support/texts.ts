/** The window's own texts, so that a test names things as they are shown and a changed wording breaks no test. */
import i18next, { type TFunction } from 'i18next';
import { en } from '../../../src/features/words/en';
import { ko } from '../../../src/features/words/ko';
import type { Language } from '../../../src/renderer/stores/preferences';

export type Texts = TFunction;

const i18n = i18next.createInstance();
await i18n.init({
  lng: 'en',
  resources: { en: { translation: en }, ko: { translation: ko } },
  interpolation: { escapeValue: false },
});

export const textsIn = (language: Language): Texts => i18n.getFixedT(language);
