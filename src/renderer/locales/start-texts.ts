/** Before the first screen is drawn, the texts of its language; those of the other one follow, for the palette and the switch. */
import { loadWords } from '../../features/words';
import { OTHER_LANGUAGE, usePreferences, type Language } from '../stores/preferences';

const sayLanguage = (language: Language): void => void (document.documentElement.lang = language);

export async function startTexts(): Promise<void> {
  const { language } = usePreferences.getState();
  await loadWords(language);
  sayLanguage(language);
  usePreferences.subscribe((now) => sayLanguage(now.language));
  // Asked for again when it is chosen.
  loadWords(OTHER_LANGUAGE[language]).catch(() => undefined);
}
