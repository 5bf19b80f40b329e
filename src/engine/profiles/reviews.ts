/** reviews/<fingerprint>.json: which profiles of a data set were looked at. Several programs may write it at the same time. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { claimFile, makeFolder, readTextIfThere, writeJson } from '../files';
import type { Workspace } from '../workspace';

const reviewsSchema = z.object({
  formatVersion: z.literal(1),
  /** Goes up by one with every change. */
  revision: z.int(),
  /** Profile id to when it was marked, ISO 8601 in UTC. */
  profiles: z.record(z.string(), z.string()),
});
type Reviews = z.infer<typeof reviewsSchema>;

/** Milliseconds after which a claim counts as left behind by a program that was killed: a change takes a few. */
const STALE_CLAIM = 5000;
const TRIES = 400;
const PAUSE = 15;

const reviewsFile = (workspace: Workspace, fingerprint: string): string =>
  path.join(workspace.reviews, `${fingerprint}.json`);

/** @throws ShelfwiseError `bad-data` where the file is not what was written */
async function readReviews(file: string): Promise<Reviews> {
  const text = await readTextIfThere(file);
  if (text === null) return { formatVersion: 1, revision: 0, profiles: {} };
  try {
    return reviewsSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new ShelfwiseError('bad-data', `${file} is damaged. Move it away to begin the reviews anew.`, { cause });
  }
}

/** Profiles that are marked. */
export async function reviewedProfiles(workspace: Workspace, fingerprint: string): Promise<ReadonlySet<string>> {
  const { profiles } = await readReviews(reviewsFile(workspace, fingerprint));
  return new Set(Object.keys(profiles));
}

/** Reads, changes and writes while nobody else does; where another program was faster, its change is read first. */
export async function setReviewed(
  workspace: Workspace,
  fingerprint: string,
  profile: string,
  reviewed: boolean,
): Promise<void> {
  await makeFolder(workspace.reviews);
  const file = reviewsFile(workspace, fingerprint);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const before = await readReviews(file);
    if (Object.hasOwn(before.profiles, profile) === reviewed) return;
    if (!(await claimFile(`${file}.claim`))) {
      await removeStale(`${file}.claim`);
      await sleep(PAUSE);
      continue;
    }
    try {
      if ((await readReviews(file)).revision !== before.revision) continue;
      const { [profile]: _, ...others } = before.profiles;
      const profiles = reviewed ? { ...others, [profile]: new Date().toISOString() } : others;
      await writeJson(file, { formatVersion: 1, revision: before.revision + 1, profiles } satisfies Reviews);
      return;
    } finally {
      await fs.rm(`${file}.claim`, { force: true });
    }
  }
  throw new ShelfwiseError('busy', `${file} is being written by another program all the time. Try again.`);
}

async function removeStale(claim: string): Promise<void> {
  try {
    const { mtimeMs } = await fs.stat(claim);
    if (Date.now() - mtimeMs > STALE_CLAIM) await fs.rm(claim, { force: true });
  } catch (thrown) {
    if (toShelfwiseError(thrown).code !== 'not-found') throw thrown;
  }
}
