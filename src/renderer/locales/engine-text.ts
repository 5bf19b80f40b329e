/** The engine's messages in the window's language. */
import { type EngineText, engineTextIn } from '../../shared/words/engine-text';
import { usePreferences } from '../stores/preferences';

export function useEngineText(): (text: EngineText) => string {
  const language = usePreferences((state) => state.language);
  return (text) => engineTextIn(text, language);
}
