/** The engine's messages in the window's language. */
import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/words/sentence';
import { type EngineText, engineTextIn } from '../../shared/words/engine-text';

export function useEngineText(): (text: EngineText) => string {
  const { i18n } = useTranslation();
  return (text) => engineTextIn(text, i18n.language as Language);
}
