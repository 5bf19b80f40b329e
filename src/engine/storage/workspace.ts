/** The layout of a workspace, and nothing else: the path of each thing in it. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { applicationDataFolder } from '../../node/application-data';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { WORKSPACE_FOLDERS, type WorkspaceFolder } from '../../shared/processes/workspace-folders';
import { makeFolder } from './files';
import { claimWorkspace, type OpenOptions, standingOf, type Standing } from './marker';
import { placeIn } from './plain-file';

/** The folder, and the absolute path of each folder in it. */
export type Workspace = { readonly folder: string } & Readonly<Record<WorkspaceFolder, string>>;

export function workspaceAt(folder: string): Workspace {
  const absolute = path.resolve(folder);
  const parts = WORKSPACE_FOLDERS.map((name) => [name, path.join(absolute, name)] as const);
  return { folder: absolute, ...(Object.fromEntries(parts) as Record<WorkspaceFolder, string>) };
}

/**
 * Makes a workspace of an empty or new folder, and creates missing folders in it.
 * @throws ShelfwiseError if the folder must not be touched: `usage` (it holds foreign files), `newer-version`, `bad-data` (its marker)
 */
export async function openWorkspace(folder: string, options: OpenOptions = {}): Promise<Workspace> {
  const workspace = workspaceAt(folder);
  await claimWorkspace(workspace.folder, isOwnFolder(workspace.folder), options);
  for (const part of [workspace.datasets, workspace.runs, workspace.trash]) await makeFolder(part);
  return workspace;
}

/** What a workspace's folder is to the program; changes nothing. */
export const standingOfWorkspace = ({ folder }: Workspace): Promise<Standing> =>
  standingOf(folder, isOwnFolder(folder));

/** The program's own folder is never refused: on macOS, Electron stores its settings and caches in it too. */
const isOwnFolder = (folder: string): boolean => folder === path.resolve(applicationDataFolder());

/**
 * Runs before anything is moved or removed: what lies behind a link is not the workspace's.
 * @throws ShelfwiseError `usage` naming the folder that is a link
 */
export async function refuseLinkedFolders(workspace: Workspace): Promise<void> {
  for (const name of WORKSPACE_FOLDERS) await refuseLink(workspace[name]);
}

/** @throws ShelfwiseError `usage` if the folder is a link; a missing folder is fine */
export async function refuseLink(folder: string): Promise<void> {
  const stats = await fs.lstat(folder).catch(() => null);
  if (stats?.isSymbolicLink()) throw new ShelfwiseError('usage', say('workspace.link', { folder }));
}

/** @throws ShelfwiseError `bad-data` if the name, which may come from a record, is not that of a data set folder */
export const datasetFolder = (workspace: Workspace, fingerprint: string): string =>
  placeIn(workspace.datasets, fingerprint);
/** @throws ShelfwiseError as datasetFolder does */
export const runFolder = (workspace: Workspace, runId: string): string => placeIn(workspace.runs, runId);
