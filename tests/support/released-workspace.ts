/** A copy of the workspace that a released version wrote (tests/workspaces), and its contents. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { workspaceAt, type Workspace } from '../../src/engine/storage/workspace';
import { temporaryFolder } from './finished-run';

/** What versions before 1.0 wrote, newest last; the IDs of its data set and runs. Their recipes are read, and nothing is computed with them. */
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

/** What 1.0.0 wrote, which every later version computes. */
export const RELEASED_1 = {
  data: 'd9db4b6f5c27e899646a3af43817b4f3af831e1403bcbeff2a95df86ee560b96',
  quick: 'r9cu59ftet',
  archived: 'rsxrsu43du',
  stopped: 'rap46fr7ec',
  /** Opened from a bundle without data, and completed from the existing data set. */
  opened: 'rzv8eupsb6',
  /** In the trash. */
  deleted: 'r6pc5fmdpx',
  /** The first title in the list of profile 3 under `quick`, without the rule that hides it. */
  item: '121',
} as const;

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
export async function releasedWorkspace(version: ReleasedVersion | '1.0.0' = '0.1.0'): Promise<Workspace> {
  const folder = path.join(await temporaryFolder(), 'workspace');
  await copyReleased(folder, version);
  return workspaceAt(folder);
}

export const copyReleased = (folder: string, version: ReleasedVersion | '1.0.0' = '0.1.0'): Promise<void> =>
  fs.cp(path.join(import.meta.dirname, '../workspaces', version), folder, { recursive: true });
