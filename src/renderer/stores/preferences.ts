/** What the user chose about the window itself; kept in this browser or app, not in the workspace. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { KNOBS } from '../../shared/recipe/table';

export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const CONTRASTS = ['system', 'normal', 'high'] as const;
export type Contrast = (typeof CONTRASTS)[number];

/** Where new runs are trained, unless their recipe is changed; as the knob numeric.device. */
export const DEVICE_CHOICES = KNOBS['numeric.device'].choices;
export type DeviceChoice = (typeof DEVICE_CHOICES)[number];

interface Preferences {
  language: Language;
  theme: Theme;
  contrast: Contrast;
  device: DeviceChoice;
}

const systemLanguage = (): Language =>
  typeof navigator !== 'undefined' && navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';

export const usePreferences = create<Preferences>()(
  persist((): Preferences => ({ language: systemLanguage(), theme: 'system', contrast: 'system', device: 'auto' }), {
    name: 'shelfwise.preferences',
    version: 1,
  }),
);

export const setLanguage = (language: Language): void => void usePreferences.setState({ language });
export const setTheme = (theme: Theme): void => void usePreferences.setState({ theme });
export const setContrast = (contrast: Contrast): void => void usePreferences.setState({ contrast });
