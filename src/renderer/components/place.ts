/** Places of the window, as written in the address after #. A part may be an ID of any characters, including %. */
import type { BaseLocationHook } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';

/**
 * The address after # in escaped form. The router resolves escapes before it matches a route, and reading a part
 * resolves them again: "50%25" would become invalid, and "%2541" another ID.
 */
export const usePlace: BaseLocationHook = Object.assign<BaseLocationHook, object>(
  (...options) => {
    const [place, go] = useHashLocation(...options);
    return [place.replaceAll('%', '%25'), go];
  },
  // The rest of the hook: how links are written.
  useHashLocation,
);

/** Decodes a part of a place. Links can be written by hand: a badly escaped part is taken literally. */
export function partOfPlace(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
