/** Texts of the other language: names can be searched in both. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../stores/preferences';

export function useTextsOfOther(): TFunction {
  const { i18n } = useTranslation();
  const language = usePreferences((state) => state.language);
  return i18n.getFixedT(language === 'en' ? 'ko' : 'en');
}
