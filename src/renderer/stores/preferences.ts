/** What the user chose about the window itself; kept in this browser or app, not in the workspace. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const CONTRASTS = ['system', 'normal', 'high'] as const;
export type Contrast = (typeof CONTRASTS)[number];

interface Preferences {
  language: Language;
  theme: Theme;
  contrast: Contrast;
}

const systemLanguage = (): Language =>
  typeof navigator !== 'undefined' && navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';

export const usePreferences = create<Preferences>()(
  persist((): Preferences => ({ language: systemLanguage(), theme: 'system', contrast: 'system' }), {
    name: 'shelfwise.preferences',
    version: 1,
  }),
);

export const setLanguage = (language: Language): void => void usePreferences.setState({ language });
export const setTheme = (theme: Theme): void => void usePreferences.setState({ theme });
export const setContrast = (contrast: Contrast): void => void usePreferences.setState({ contrast });
