/** reviews/<fingerprint>.json: which profiles of a data set were reviewed. */
import * as z from 'zod';
import type { Workspace } from '../storage/workspace';
import { changeRecords, fileOf, readRecords, type RecordFamily } from '../storage/record-file';

/** Profile ID to the time of the mark, ISO 8601 in UTC. */
export const REVIEWS: RecordFamily<string> = { folder: 'reviews', name: 'profiles', value: z.string() };

/** Profiles marked as reviewed. */
export async function reviewedProfiles(workspace: Workspace, fingerprint: string): Promise<ReadonlySet<string>> {
  return new Set((await readRecords(fileOf(REVIEWS, workspace, fingerprint))).keys());
}

export async function setReviewed(
  workspace: Workspace,
  fingerprint: string,
  profile: string,
  reviewed: boolean,
): Promise<void> {
  await setAllReviewed(workspace, fingerprint, [profile], reviewed);
}

/** setReviewed for many profiles in one write. */
export async function setAllReviewed(
  workspace: Workspace,
  fingerprint: string,
  profiles: readonly string[],
  reviewed: boolean,
): Promise<void> {
  if (profiles.length === 0) return;
  await changeRecords(fileOf(REVIEWS, workspace, fingerprint), (marked) => {
    const others = profiles.filter((profile) => marked.has(profile) !== reviewed);
    if (others.length === 0) return marked;
    const changed = new Map(marked);
    const now = new Date().toISOString();
    for (const profile of others)
      if (reviewed) changed.set(profile, now);
      else changed.delete(profile);
    return changed;
  });
}
