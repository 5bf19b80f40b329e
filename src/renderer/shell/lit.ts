/** Which screen of the rail is lit up. */
import { type ScreenName, SCREENS, screenRow } from '../../features/screens';

/** First part of an address. */
const rootOf = (place: string): string => place.split('/')[1] ?? '';

/** Whether a screen of the rail is lit up at an address: its own, or that of a screen below it. */
export const isLitAt = (screen: ScreenName, location: string): boolean =>
  [screen, ...SCREENS.filter((other) => screenRow(other).under === screen)].some(
    (other) => rootOf(screenRow(other).path) === rootOf(location),
  );
