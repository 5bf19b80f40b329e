/** What programs that ended left half written: temporary files and folders. */
import type { Dirent } from 'node:fs';
import * as path from 'node:path';
import { WORKSPACE_FOLDERS } from '../../shared/processes/workspace-folders';
import { entriesOf } from './disk';
import { TEMPORARY_NAME, writerOf } from './temporary';
import type { Workspace } from './workspace';

/** Something that seems to be no longer needed. */
export interface Leftover {
  readonly target: string;
  /** No program can be working on it. */
  readonly isSure: boolean;
}

/** Those among the entries of a folder; what a living program of this machine writes is none. */
export function halfWritten(folder: string, entries: readonly Dirent[]): Leftover[] {
  return entries
    .filter((entry) => TEMPORARY_NAME.test(entry.name) && (entry.isFile() || entry.isDirectory()))
    .map(({ name }) => ({ target: path.join(folder, name), writer: writerOf(name) }))
    .filter(({ writer }) => writer !== 'alive')
    .map(({ target, writer }) => ({ target, isSure: writer === 'gone' }));
}

/** Those directly in a workspace and in each of its folders, not deeper. */
export async function halfWrittenIn(workspace: Workspace): Promise<Leftover[]> {
  const found: Leftover[] = [];
  for (const folder of [workspace.folder, ...WORKSPACE_FOLDERS.map((name) => workspace[name])])
    found.push(...halfWritten(folder, await entriesOf(folder)));
  return found;
}
