/** A copy of the workspace that a released version wrote (tests/workspaces), and what is in it. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { workspaceAt, type Workspace } from '../../src/engine/storage/workspace';
import { temporaryFolder } from './finished-run';

export const RELEASED = {
  data: 'e0fe592032a9d87b5a0ac36e1b8e506afa14d3e82a31f26c380b1bc6e1a26da1',
  quick: 'rbzbnb3zjb',
  archived: 'rtcv7vaqaj',
  stopped: 'r562r8f5ay',
  /** Opened from a bundle without data, and completed from the data set that was there. */
  opened: 'rmgs5tb7zz',
  /** In the trash. */
  deleted: 'r5e9w5xfyp',
} as const;

/** What makeSmallFolder makes its folder of data from. */
export const RELEASED_FOLDER = {
  profiles: 16,
  items: 30,
  everyFile: true,
  dirt: { duplicates: 1, impossibleDates: 1, lateSeconds: 1 },
} as const;

/** Writable, removed after the test. */
export async function releasedWorkspace(): Promise<Workspace> {
  const folder = path.join(await temporaryFolder(), 'workspace');
  await copyReleased(folder);
  return workspaceAt(folder);
}

export const copyReleased = (folder: string): Promise<void> =>
  fs.cp(path.join(import.meta.dirname, '../workspaces/0.1.0'), folder, { recursive: true });
