/** Files of what people wrote, approved and exported: each has its hash in itself, or one a record, and none can be made again. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { DamagedFile } from '../../contract/everything';
import { WORKSPACE_FOLDERS } from '../../../../shared/processes/workspace-folders';
import { type Said, say, textOf } from '../../../../shared/words/sentence';
import { APPROVALS_FILE } from '../../../../engine/runs/approvals';
import { EXPORTS_FILE } from '../../../../engine/runs/earlier-exports';
import { VERIFICATIONS } from '../../../../engine/runs/certificates';
import { FORGOTTEN_FILE } from '../../../../engine/runs/forgotten-run';
import { breaksOpenedSeal, OPENED_FILE } from '../../../../engine/runs/opened';
import { breaksListSeal } from '../../../../engine/runs/sealed-list';
import { runIds } from '../../../../engine/runs/store';
import { entriesOf } from '../../../../engine/storage/disk';
import { readPlainTextIfThere } from '../../../../engine/storage/plain-file';
import { jsonOrNull } from '../../../../engine/storage/read-files';
import { breaksSeal, breaksWholeSeal, ofRevision } from '../../../../engine/storage/seal';
import { runFolder, type Workspace } from '../../../../engine/storage/workspace';

/** Looked at by their own records, or no files of people. */
const OTHERS: ReadonlySet<string> = new Set(['datasets', 'runs', 'trash', 'audit']);

/** In the folder of a run; of the rest there the record has the hashes, or it is made again. */
const FILES_IN_RUN: ReadonlySet<string> = new Set([APPROVALS_FILE, EXPORTS_FILE, OPENED_FILE, FORGOTTEN_FILE]);

/** Paths in the workspace, such as "rules/ae6d….json". */
export async function keptFilesOf(workspace: Workspace): Promise<string[]> {
  const found: string[] = [];
  for (const name of WORKSPACE_FOLDERS) {
    if (OTHERS.has(name)) continue;
    const entries = await fs.readdir(workspace[name], { withFileTypes: true }).catch(() => []);
    for (const entry of entries)
      if (entry.isFile() && entry.name.endsWith('.json')) found.push(`${name}/${entry.name}`);
  }
  for (const id of await runIds(workspace)) {
    const folder = runFolder(workspace, id);
    for (const entry of await entriesOf(folder))
      if (entry.isFile() && FILES_IN_RUN.has(entry.name)) found.push(`runs/${id}/${entry.name}`);
    for (const { name } of await entriesOf(path.join(folder, VERIFICATIONS)))
      if (name.endsWith('.json')) found.push(`runs/${id}/${VERIFICATIONS}/${name}`);
  }
  return found.toSorted();
}

async function isChanged(place: string, content: unknown): Promise<boolean> {
  if (Array.isArray(content)) return breaksListSeal(path.dirname(place), content).catch(() => false);
  if (path.basename(place) === OPENED_FILE) return content === null || breaksOpenedSeal(content);
  return content === null || breaksSeal(content, ofRevision) || breaksWholeSeal(content);
}

/** What is wrong with such a file; null if it is as it was written, or has no hash of its own: versions up to 1.0 wrote none. */
export async function keptFileProblem({ folder }: Workspace, file: string): Promise<DamagedFile | null> {
  const place = path.join(folder, ...file.split('/'));
  const text = await readPlainTextIfThere(place);
  if (text === null) return null;
  if (!(await isChanged(place, jsonOrNull(text)))) return null;
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
