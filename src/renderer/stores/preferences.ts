/** The user's choices for the window itself; stored in this browser or app, not in the workspace. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { loadWords } from '../../features/words';
import { KNOBS } from '../../shared/recipe/table';
import type { Density } from '../../shared/look/scale';

export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];
export const OTHER_LANGUAGE: Record<Language, Language> = { en: 'ko', ko: 'en' };

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const CONTRASTS = ['system', 'normal', 'high'] as const;
export type Contrast = (typeof CONTRASTS)[number];

export const MOTIONS = ['system', 'off'] as const;
type Motion = (typeof MOTIONS)[number];

/** Where new runs train unless their recipe says otherwise; choices of the knob numeric.device. */
export const DEVICE_CHOICES = KNOBS['numeric.device'].choices;
export type DeviceChoice = (typeof DEVICE_CHOICES)[number];

export const TOUR_STEPS = ['open', 'data', 'train', 'profiles', 'compare', 'rules', 'review', 'export'] as const;
export type TourStep = (typeof TOUR_STEPS)[number];

/** The user's position in the tour: `new` before it, `left` after leaving or finishing it. */
export type Tour = 'new' | 'left' | TourStep;

interface Preferences {
  language: Language;
  theme: Theme;
  contrast: Contrast;
  density: Density;
  motion: Motion;
  device: DeviceChoice;
  tour: Tour;
}

const systemLanguage = (): Language =>
  typeof navigator !== 'undefined' && navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';

export const usePreferences = create<Preferences>()(
  persist(
    (): Preferences => ({
      language: systemLanguage(),
      theme: 'system',
      contrast: 'system',
      density: 'comfortable',
      motion: 'system',
      device: 'cpu',
      tour: 'new',
    }),
    {
      name: 'shelfwise.preferences',
      version: 2,
      // Version 1 also had a device auto.
      migrate: (stored) => {
        const before = stored as Preferences;
        return { ...before, device: before.device === 'gpu' ? 'gpu' : 'cpu' };
      },
    },
  ),
);

/** Once its texts are here. */
export async function setLanguage(language: Language): Promise<void> {
  await loadWords(language);
  usePreferences.setState({ language });
}
export const setTheme = (theme: Theme): void => void usePreferences.setState({ theme });
export const setContrast = (contrast: Contrast): void => void usePreferences.setState({ contrast });
export const setDensity = (density: Density): void => void usePreferences.setState({ density });
export const setMotion = (motion: Motion): void => void usePreferences.setState({ motion });
export const setTour = (tour: Tour): void => void usePreferences.setState({ tour });
