/** The layout of a workspace, and nothing else: the path of each thing in it. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { applicationDataFolder } from '../../node/application-data';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/sentences/sentence';
import { makeFolder } from './files';
import { claimWorkspace, type OpenOptions, standingOf, type Standing } from './marker';
import { placeIn } from './plain-file';

export interface Workspace {
  readonly folder: string;
  readonly datasets: string;
  readonly runs: string;
  /** What people keep, a file per data set, made with the first of them: profiles that were looked at, ... */
  readonly reviews: string;
  /** ... what was written about profiles, ... */
  readonly notes: string;
  /** ... filters and tunings that were given a name, ... */
  readonly segments: string;
  readonly tunings: string;
  /** ... how its attributes, genres and days are shown, ... */
  readonly labels: string;
  /** ... what its lists shall and shall not hold, ... */
  readonly rules: string;
  /** ... what the checks of its lists are set to, what was decided about single lists, ... */
  readonly checks: string;
  readonly decisions: string;
  /** ... and who decided, approved and exported what: lines that are only added to. */
  readonly audit: string;
  /** Marks on runs, and the queue of waiting runs: one file each. */
  readonly marks: string;
  readonly queue: string;
  /** What sweeps were asked for: one file too. */
  readonly sweeps: string;
  /** What clusters were asked for, and what is sent or comes back at the moment. */
  readonly plans: string;
  /** What refreshes came to: one file too. */
  readonly refreshes: string;
  readonly trash: string;
  /** Who was forgotten, as keyed hashes, and what is being forgotten. */
  readonly privacy: string;
}

export function workspaceAt(folder: string): Workspace {
  const absolute = path.resolve(folder);
  return {
    folder: absolute,
    datasets: path.join(absolute, 'datasets'),
    runs: path.join(absolute, 'runs'),
    reviews: path.join(absolute, 'reviews'),
    notes: path.join(absolute, 'notes'),
    segments: path.join(absolute, 'segments'),
    tunings: path.join(absolute, 'tunings'),
    labels: path.join(absolute, 'labels'),
    checks: path.join(absolute, 'checks'),
    decisions: path.join(absolute, 'decisions'),
    audit: path.join(absolute, 'audit'),
    rules: path.join(absolute, 'rules'),
    marks: path.join(absolute, 'marks'),
    queue: path.join(absolute, 'queue'),
    sweeps: path.join(absolute, 'sweeps'),
    plans: path.join(absolute, 'plans'),
    refreshes: path.join(absolute, 'refreshes'),
    trash: path.join(absolute, 'trash'),
    privacy: path.join(absolute, 'privacy'),
  };
}

/**
 * Makes a workspace of an empty or new folder, and its folders where they are missing.
 * @throws ShelfwiseError where the folder is not to be touched: `usage` (it holds things of others), `newer-version`, `bad-data` (its marker)
 */
export async function openWorkspace(folder: string, options: OpenOptions = {}): Promise<Workspace> {
  const workspace = workspaceAt(folder);
  await claimWorkspace(workspace.folder, isOwnFolder(workspace.folder), options);
  for (const part of [workspace.datasets, workspace.runs, workspace.trash]) await makeFolder(part);
  return workspace;
}

/** What the folder of a workspace is to the program; nothing is changed. */
export const standingOfWorkspace = ({ folder }: Workspace): Promise<Standing> =>
  standingOf(folder, isOwnFolder(folder));

/** The program's own place is never refused: on macOS, Electron keeps its settings and caches in it too. */
const isOwnFolder = (folder: string): boolean => folder === path.resolve(applicationDataFolder());

/**
 * Before anything is moved or removed: what lies behind a link is not the workspace's.
 * @throws ShelfwiseError `usage` naming the folder that is a link
 */
export async function refuseLinkedFolders({ datasets, runs, trash, privacy }: Workspace): Promise<void> {
  for (const folder of [datasets, runs, trash, privacy]) await refuseLink(folder);
}

/** @throws ShelfwiseError `usage` where the folder is a link; one that is not there is none */
export async function refuseLink(folder: string): Promise<void> {
  const stats = await fs.lstat(folder).catch(() => null);
  if (stats?.isSymbolicLink()) throw new ShelfwiseError('usage', say('workspace.link', { folder }));
}

/** @throws ShelfwiseError `bad-data` where the name, which may come from a record, is not that of a data set folder */
export const datasetFolder = (workspace: Workspace, fingerprint: string): string =>
  placeIn(workspace.datasets, fingerprint);
/** @throws ShelfwiseError as datasetFolder does */
export const runFolder = (workspace: Workspace, runId: string): string => placeIn(workspace.runs, runId);
