/** A copy of the workspace that a released version wrote (tests/workspaces), and its contents. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { workspaceAt, type Workspace } from '../../src/engine/storage/workspace';
import { temporaryFolder } from './finished-run';

/** What each released version wrote, newest last; the IDs of its data set and runs. */
export const RELEASED_WORKSPACES = {
  '0.1.0': {
    data: 'e0fe592032a9d87b5a0ac36e1b8e506afa14d3e82a31f26c380b1bc6e1a26da1',
    quick: 'rbzbnb3zjb',
    archived: 'rtcv7vaqaj',
    stopped: 'r562r8f5ay',
    /** Opened from a bundle without data, and completed from the existing data set. */
    opened: 'rmgs5tb7zz',
    /** In the trash. */
    deleted: 'r5e9w5xfyp',
  },
  '0.2.0': {
    data: 'e0fe592032a9d87b5a0ac36e1b8e506afa14d3e82a31f26c380b1bc6e1a26da1',
    quick: 'rz9jbfm6ky',
    archived: 'rga6u5d63d',
    stopped: 'ryduh4fvbn',
    opened: 'rzk4vwjvdp',
    deleted: 'rbut6p8w5n',
  },
} as const;
export type ReleasedVersion = keyof typeof RELEASED_WORKSPACES;

/** The first version's, for tests that need only one. */
export const RELEASED = RELEASED_WORKSPACES['0.1.0'];

/** Arguments of makeSmallFolder for its data folder. */
export const RELEASED_FOLDER = {
  profiles: 16,
  items: 30,
  everyFile: true,
  dirt: { duplicates: 1, impossibleDates: 1, lateSeconds: 1 },
} as const;

/** Writable, removed after the test. */
export async function releasedWorkspace(version: ReleasedVersion = '0.1.0'): Promise<Workspace> {
  const folder = path.join(await temporaryFolder(), 'workspace');
  await copyReleased(folder, version);
  return workspaceAt(folder);
}

export const copyReleased = (folder: string, version: ReleasedVersion = '0.1.0'): Promise<void> =>
  fs.cp(path.join(import.meta.dirname, '../workspaces', version), folder, { recursive: true });
