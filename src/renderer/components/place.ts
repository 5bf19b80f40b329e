/** Places of the window, as they stand in the address after #: a part of one may be an ID of any letters, % among them. */
import type { BaseLocationHook } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';

/**
 * The address after #, as it is written: the router resolves escapes before it looks for a route, and whoever reads a part would do so once more.
 * "50%25" would then be no text, and "%2541" another ID.
 */
export const usePlace: BaseLocationHook = Object.assign<BaseLocationHook, object>(
  (...options) => {
    const [place, go] = useHashLocation(...options);
    return [place.replaceAll('%', '%25'), go];
  },
  // What else the hook has: how a link is written.
  useHashLocation,
);

/** What a part of a place means. Anybody may have written it, in a link or by hand: a part that is not escaped well is taken as it stands. */
export function partOfPlace(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
