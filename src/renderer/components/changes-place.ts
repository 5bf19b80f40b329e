/** The address of the comparison: two sides, each a run or one of its exports as run@hash, and the screen one came from. */
import { partOfPlace } from './place';

/** A run as it would be exported now, or by the SHA-256 of one of its exports. */
type Side = { readonly runId: string } | { readonly runId: string; readonly exported: string };

/** Reads an address that people can also type: what does not look like a hash is ignored. */
export function sideOf(place: string): Side {
  const [runId = '', exported] = partOfPlace(place).split('@');
  return exported !== undefined && /^[0-9a-f]{4,64}$/.test(exported) ? { runId, exported } : { runId };
}

/** Of the hash, as much as tells exports apart. */
export const placeOfSide = (side: Side): string =>
  'exported' in side ? `${side.runId}@${side.exported.slice(0, 16)}` : side.runId;

const CAME_FROM = ['refreshes', 'export'] as const;
/** The screen that led to the comparison, where the way back leads; undefined for the list of runs. */
export type CameFrom = (typeof CAME_FROM)[number] | undefined;

/** Addresses can be typed: an unknown screen is ignored. */
export const cameFromOf = (text: string | undefined): CameFrom => CAME_FROM.find((one) => one === text);

export const placeOfChanges = (before: Side, after: Side, from?: CameFrom): string =>
  ['/changes', placeOfSide(before), placeOfSide(after), ...(from === undefined ? [] : [from])].join('/');
