/** Files of what people wrote, approved and exported: each has its hash in itself, or one a record, and none can be made again. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { DamagedFile } from '../../contract/everything';
import { WORKSPACE_FOLDERS } from '../../../../shared/processes/workspace-folders';
import { type Said, say, textOf } from '../../../../shared/words/sentence';
import { APPROVALS_FILE } from '../../../../engine/runs/approvals';
import { EXPORTS_FILE } from '../../../../engine/runs/earlier-exports';
import { breaksListSeal } from '../../../../engine/runs/sealed-list';
import { runIds } from '../../../../engine/runs/store';
import { entriesOf } from '../../../../engine/storage/disk';
import { readPlainTextIfThere } from '../../../../engine/storage/plain-file';
import { jsonOrNull } from '../../../../engine/storage/read-files';
import { breaksSeal, ofRevision } from '../../../../engine/storage/seal';
import { runFolder, type Workspace } from '../../../../engine/storage/workspace';

/** Looked at by their own records, or no files of people. */
const OTHERS: ReadonlySet<string> = new Set(['datasets', 'runs', 'trash', 'audit']);

const LISTS_IN_RUN: ReadonlySet<string> = new Set([APPROVALS_FILE, EXPORTS_FILE]);

/** Paths in the workspace, such as "rules/ae6d….json". */
export async function keptFilesOf(workspace: Workspace): Promise<string[]> {
  const found: string[] = [];
  for (const name of WORKSPACE_FOLDERS) {
    if (OTHERS.has(name)) continue;
    const entries = await fs.readdir(workspace[name], { withFileTypes: true }).catch(() => []);
    for (const entry of entries)
      if (entry.isFile() && entry.name.endsWith('.json')) found.push(`${name}/${entry.name}`);
  }
  for (const id of await runIds(workspace))
    for (const entry of await entriesOf(runFolder(workspace, id)))
      if (entry.isFile() && LISTS_IN_RUN.has(entry.name)) found.push(`runs/${id}/${entry.name}`);
  return found.toSorted();
}

/** What is wrong with such a file; null if it is as it was written, or has no hash of its own: versions up to 1.0 wrote none. */
export async function keptFileProblem({ folder }: Workspace, file: string): Promise<DamagedFile | null> {
  const place = path.join(folder, ...file.split('/'));
  const text = await readPlainTextIfThere(place);
  if (text === null) return null;
  const content = jsonOrNull(text);
  const isChanged = Array.isArray(content)
    ? await breaksListSeal(path.dirname(place), content).catch(() => false)
    : content === null || breaksSeal(content, ofRevision);
  if (!isChanged) return null;
  const said: Said = [say('doctor.kept-damaged', { file })];
  return {
    kind: 'kept',
    id: '',
    file,
    message: textOf(said),
    said: [...said],
    remedy: 'backup',
    isMended: false,
    aside: null,
  };
}
