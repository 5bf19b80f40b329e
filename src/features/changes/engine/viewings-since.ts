/** What profiles watched in one data set and not in an earlier one. */
import type { DatasetSession } from '../../../engine/sessions/dataset-session';

const NOTHING: ReadonlySet<string> = new Set();

/** @returns IDs of titles for the ID of a profile of both */
export function viewingsSince(before: DatasetSession, after: DatasetSession): (profile: string) => ReadonlySet<string> {
  if (before.snapshot.dataset.fingerprint === after.snapshot.dataset.fingerprint) return () => NOTHING;
  return (profile) => {
    const earlier = new Set(watchedBy(before, profile));
    return new Set(watchedBy(after, profile).filter((id) => !earlier.has(id)));
  };
}

function watchedBy({ viewings: { offsets, item }, items, profileRow }: DatasetSession, profile: string): string[] {
  const row = profileRow.get(profile);
  if (row === undefined) return [];
  return Array.from(item.subarray(offsets[row]!, offsets[row + 1]!), (column) => items.ids[column]!);
}
