/** Finds temporary files and folders that ended programs left half written. */
import type { Dirent } from 'node:fs';
import * as path from 'node:path';
import { WORKSPACE_FOLDERS } from '../../shared/processes/workspace-folders';
import { entriesOf } from './disk';
import { TEMPORARY_NAME, writerOf } from './temporary';
import type { Workspace } from './workspace';

/** Something that seems no longer needed. */
export interface Leftover {
  readonly target: string;
  /** Whether it is certain that no program is working on it. */
  readonly isSure: boolean;
}

/** The half-written entries of a folder, without those that a living program of this machine is still writing. */
export function halfWritten(folder: string, entries: readonly Dirent[]): Leftover[] {
  return entries
    .filter((entry) => TEMPORARY_NAME.test(entry.name) && (entry.isFile() || entry.isDirectory()))
    .map(({ name }) => ({ target: path.join(folder, name), writer: writerOf(name) }))
    .filter(({ writer }) => writer !== 'alive')
    .map(({ target, writer }) => ({ target, isSure: writer === 'gone' }));
}

/** The half-written entries directly in a workspace and in each of its folders, not deeper. */
export async function halfWrittenIn(workspace: Workspace): Promise<Leftover[]> {
  const found: Leftover[] = [];
  for (const folder of [workspace.folder, ...WORKSPACE_FOLDERS.map((name) => workspace[name])])
    found.push(...halfWritten(folder, await entriesOf(folder)));
  return found;
}
