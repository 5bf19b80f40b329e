/** reviews/<fingerprint>.json: which profiles of a data set were looked at. */
import * as path from 'node:path';
import * as z from 'zod';
import type { Workspace } from '../storage/workspace';
import { changeRecords, readRecords, type RecordFile, withoutRecord, withRecord } from '../storage/record-file';

/** Profile ID to when it was marked, ISO 8601 in UTC. */
export const reviewsFile = ({ reviews }: Workspace, fingerprint: string): RecordFile<string> => ({
  path: path.join(reviews, `${fingerprint}.json`),
  name: 'profiles',
  value: z.string(),
});

/** Profiles that are marked. */
export async function reviewedProfiles(workspace: Workspace, fingerprint: string): Promise<ReadonlySet<string>> {
  return new Set((await readRecords(reviewsFile(workspace, fingerprint))).keys());
}

export async function setReviewed(
  workspace: Workspace,
  fingerprint: string,
  profile: string,
  reviewed: boolean,
): Promise<void> {
  await changeRecords(reviewsFile(workspace, fingerprint), (marked) => {
    if (marked.has(profile) === reviewed) return marked;
    return reviewed ? withRecord(marked, profile, new Date().toISOString()) : withoutRecord(marked, profile);
  });
}
