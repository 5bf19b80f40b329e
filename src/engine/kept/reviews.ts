/** reviews/<fingerprint>.json: which profiles of a data set were looked at. */
import * as path from 'node:path';
import * as z from 'zod';
import type { Workspace } from '../storage/workspace';
import { changeRecords, readRecords, type RecordFile } from '../storage/record-file';

/** Profile id to when it was marked, ISO 8601 in UTC. */
const fileOf = ({ reviews }: Workspace, fingerprint: string): RecordFile<string> => ({
  path: path.join(reviews, `${fingerprint}.json`),
  name: 'profiles',
  value: z.string(),
});

/** Profiles that are marked. */
export async function reviewedProfiles(workspace: Workspace, fingerprint: string): Promise<ReadonlySet<string>> {
  return new Set(Object.keys(await readRecords(fileOf(workspace, fingerprint))));
}

export async function setReviewed(
  workspace: Workspace,
  fingerprint: string,
  profile: string,
  reviewed: boolean,
): Promise<void> {
  await changeRecords(fileOf(workspace, fingerprint), (marked) => {
    if (Object.hasOwn(marked, profile) === reviewed) return marked;
    const { [profile]: _, ...others } = marked;
    return reviewed ? { ...others, [profile]: new Date().toISOString() } : others;
  });
}
