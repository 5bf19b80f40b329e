/** From a folder of the user to an immutable snapshot in the workspace. */
import * as path from 'node:path';
import type { ImportAnswer, Mapping, Progress } from '../../shared/contract';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/sentences/sentence';
import { throwIfStopped } from '../../shared/throw-if-stopped';
import { isSameSource, readForgotten, type Source, sourceOf, sourceOfDataset } from '../privacy/forgotten';
import { openPseudonymKey } from '../privacy/pseudonyms';
import { listDatasets } from '../data/snapshot';
import { makeFolder, makeFolderNamedBy, removeFolder, writeJson } from '../storage/files';
import type { Workspace } from '../storage/workspace';
import { withDatabase } from '../database/database';
import { buildSnapshot } from './build-snapshot';
import { discover } from './layouts/discover';
import { findKnownImport, recordImport } from './known-import';
import { ImportProgress } from './progress';

export interface ImportOptions {
  readonly workspace: Workspace;
  /** The user's folder, which is only ever read. */
  readonly folder: string;
  /** How to read a folder of another service; without it the layout is recognised. */
  readonly mapping?: Mapping;
  /** A key file: IDs of profiles are replaced by pseudonyms. It is made where it is not there. */
  readonly pseudonymKey?: string;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Reads a folder into a snapshot. Data that is already there answers with `imported` false.
 * @throws ShelfwiseError `not-found`, `no-permission`, `no-space`, `stopped`, or `bad-data` that says which file and what to do
 */
export async function importFolder(options: ImportOptions): Promise<ImportAnswer> {
  const { workspace, pseudonymKey, signal } = options;
  throwIfStopped(signal);
  const plan = await discover(path.resolve(options.folder), options.mapping ?? null);
  const progress = new ImportProgress(plan, options.onProgress);
  progress.step('look', plan.folder);
  const key = pseudonymKey === undefined ? null : await openPseudonymKey(workspace, pseudonymKey, plan.folder);
  const forgotten = await readForgotten(workspace);
  const admit = async (source: Source): Promise<void> => {
    if (key === null) await refuseOriginalIds(workspace, source, plan.folder);
    if (forgotten.isHiddenFrom(key?.id, source))
      throw new ShelfwiseError('usage', say('pseudonyms.forgotten', { folder: plan.folder }));
  };
  // Before anything is read by the folder alone, later by the content of its files.
  await admit(await sourceOf(plan.folder, []));
  const known = await findKnownImport(workspace, plan, key?.id, signal);
  if (known !== null) return { ...known, imported: false };

  await makeFolder(workspace.datasets);
  const { result: dataset, made } = await makeFolderNamedBy(workspace.datasets, async (folder) => {
    const scratch = path.join(folder, 'scratch');
    await makeFolder(scratch);
    const built = await withDatabase(
      { reads: plan.tables.map((table) => table.path), folder, temporary: scratch, signal },
      (database) => buildSnapshot({ database, plan, folder, scratch, progress, admit, forgotten, key, signal }),
    );
    await removeFolder(scratch);
    await writeJson(path.join(folder, 'dataset.json'), built);
    // From here on nothing takes long, so a later stop comes too late.
    throwIfStopped(signal);
    if ((await readForgotten(workspace)).version !== forgotten.version)
      throw new ShelfwiseError('busy', say('forget.import-again'));
    await recordImport(workspace, built, folder);
    return { name: built.fingerprint, result: built };
  });
  progress.step('done', dataset.fingerprint);
  return { ...dataset, imported: made };
}

/** @throws ShelfwiseError `usage` where the latest import of the same data had pseudonyms: the original IDs would enter the workspace */
async function refuseOriginalIds(workspace: Workspace, source: Source, folder: string): Promise<void> {
  for (const dataset of await listDatasets(workspace)) {
    if (!isSameSource(await sourceOfDataset(dataset), source)) continue;
    if (dataset.pseudonyms === undefined) return;
    throw new ShelfwiseError('usage', say('pseudonyms.key-needed', { folder, data: dataset.fingerprint.slice(0, 12) }));
  }
}
