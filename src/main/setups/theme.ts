/** Light, dark or the system's theme, for the frame, the dialogs and the page's media query. */
import { nativeTheme } from 'electron';
import { getSetting } from '../settings';

export function applyTheme(): void {
  nativeTheme.themeSource = getSetting('theme');
}

/** Behind the page until it is drawn, so that a dark window does not flash. */
export const backgroundColour = (): string => (nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff');
