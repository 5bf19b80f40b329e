/** A copy of the workspace that a released version wrote (tests/workspaces), and its contents. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { addApproval } from '../../src/engine/runs/approvals';
import { logged } from '../../src/engine/kept/audit/logged';
import { runFolder, workspaceAt, type Workspace } from '../../src/engine/storage/workspace';
import { temporaryFolder } from './finished-run';

/** What 1.0.0 wrote, which every later version computes: the IDs of its data set and runs. */
export const RELEASED = {
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

/** What 0.2.0 wrote: a data set of importer version 2, and a run of recipe version 3 of it. */
export const EARLIER = {
  data: 'e0fe592032a9d87b5a0ac36e1b8e506afa14d3e82a31f26c380b1bc6e1a26da1',
  run: 'rz9jbfm6ky',
} as const;

type ReleasedVersion = '0.2.0' | '1.0.0';

/** Arguments of makeSmallFolder for its data folder. */
export const RELEASED_FOLDER = {
  profiles: 16,
  items: 30,
  everyFile: true,
  dirt: { duplicates: 1, impossibleDates: 1, lateSeconds: 1 },
} as const;

/** Writable, removed after the test. */
export async function releasedWorkspace(version: ReleasedVersion = '1.0.0'): Promise<Workspace> {
  const folder = path.join(await temporaryFolder(), 'workspace');
  await copyReleased(folder, version);
  return workspaceAt(folder);
}

export const copyReleased = (folder: string, version: ReleasedVersion = '1.0.0'): Promise<void> =>
  fs.cp(path.join(import.meta.dirname, '../workspaces', version), folder, { recursive: true });

/** The workspace of 0.2.0 as 1.0 leaves it once a person approved the lists of its run there. */
export async function copyApprovedIn1(folder: string): Promise<void> {
  await copyReleased(folder, '0.2.0');
  const workspace = workspaceAt(folder);
  const of = runFolder(workspace, EARLIER.run);
  const { listsSha256 } = JSON.parse(await fs.readFile(path.join(of, 'run.json'), 'utf8')) as { listsSha256: string };
  const approval = {
    kind: 'approved' as const,
    by: 'Minji',
    reason: '봄 목록',
    at: '2026-12-01T12:00:00.000Z',
    listsSha256,
    rulesSha256: null,
    rulesDate: null,
    rules: null,
    tuning: null,
    deliveredSha256: listsSha256,
    found: [],
  };
  const { by, reason } = approval;
  const entry = { what: 'approved', runId: EARLIER.run, by, reason, listsSha256, rulesSha256: null };
  await logged(workspace, EARLIER.data, (intend) => addApproval(of, approval, () => intend([entry])));
}
