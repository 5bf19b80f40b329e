/** Light, dark or the system's theme, for the frame, the dialogs and the page's media query. */
import { nativeTheme } from 'electron';
import { PALETTES } from '../../shared/look/palette';
import { getSetting } from '../settings';

export function applyTheme(): void {
  nativeTheme.themeSource = getSetting('theme');
}

/** Background until the page is drawn, so that nothing flashes. */
export const backgroundColour = (): string =>
  PALETTES[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'].normal.ground;
