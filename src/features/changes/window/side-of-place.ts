/** A side of the comparison as the address says it: a run, or one of its exports as run@hash. */
import type { ChangesSide } from '../contract/changes';
import { partOfPlace } from '../../../renderer/components/place';

/** Reads an address that people can also type: what does not look like a hash is ignored. */
export function sideOf(place: string): ChangesSide {
  const [runId = '', exported] = partOfPlace(place).split('@');
  return exported !== undefined && /^[0-9a-f]{4,64}$/.test(exported) ? { runId, exported } : { runId };
}

/** Of the hash, as much as tells exports apart. */
export const placeOfSide = (side: ChangesSide): string =>
  'exported' in side ? `${side.runId}@${side.exported.slice(0, 16)}` : side.runId;

export const placeOfChanges = (before: ChangesSide, after: ChangesSide): string =>
  `/changes/${placeOfSide(before)}/${placeOfSide(after)}`;
