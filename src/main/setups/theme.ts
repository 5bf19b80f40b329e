/** Light, dark or the system's theme, for the frame, the dialogs and the page's media query. */
import { nativeTheme } from 'electron';
import { getSetting } from '../settings';

export function applyTheme(): void {
  nativeTheme.themeSource = getSetting('theme');
}

/** Background until the page is drawn, so that nothing flashes: the frame of src/renderer/theme/palette.ts. */
export const backgroundColour = (): string => (nativeTheme.shouldUseDarkColors ? '#161412' : '#ece6da');
