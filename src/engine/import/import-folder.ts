/** From a folder of the user to an immutable snapshot in the workspace. */
import * as path from 'node:path';
import type { Dataset, ImportAnswer, Mapping, Progress } from '../../shared/contract';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/sentences/sentence';
import { throwIfStopped } from '../../shared/throw-if-stopped';
import {
  type Forgotten,
  isSameSource,
  readForgotten,
  type Source,
  sourceOf,
  sourceOfDataset,
} from '../privacy/forgotten';
import { openPseudonymKey, type PseudonymKey } from '../privacy/pseudonyms';
import { listDatasets } from '../data/snapshot';
import { makeFolder, makeFolderNamedBy, removeFolder, writeJson } from '../storage/files';
import type { Workspace } from '../storage/workspace';
import { withDatabase } from '../database/database';
import { buildSnapshot } from './build-snapshot';
import { discover } from './layouts/discover';
import { type FolderPlan, partsOf } from './layouts/plan';
import { CONTEST_FILES } from './layouts/contest-layout';
import { EARLIER_VERSION, IMPORTER_VERSION } from '../data/fingerprint';
import { uncompressedName } from './read/compressed';
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
  throwIfStopped(options.signal);
  const plan = await discover(path.resolve(options.folder), options.mapping ?? null);
  const prepared = await prepare(options, plan);
  const known = await findKnownImport(options.workspace, plan, prepared.key?.id, options.signal);
  if (known !== null) return { ...known, imported: false };
  const { dataset, made } = await build(options, plan, prepared, IMPORTER_VERSION, () => {});
  prepared.progress.step('done', dataset.fingerprint);
  return { ...dataset, imported: made };
}

/**
 * The data set that the importer before this one made of the folder, where somebody waits for it (a run that came in a bundle without its data).
 * @param wanted fingerprints
 * @returns null where it is none of them; nothing is left in the workspace then
 * @throws ShelfwiseError as importFolder
 */
export async function importEarlier(options: ImportOptions, wanted: ReadonlySet<string>): Promise<Dataset | null> {
  const plan = earlierPlan(await discover(path.resolve(options.folder), options.mapping ?? null));
  if (plan === null) return null;
  const notWanted = new ShelfwiseError('not-found', say('folder.missing', { folder: plan.folder }));
  try {
    const requireWanted = ({ fingerprint }: Dataset): void => {
      if (!wanted.has(fingerprint)) throw notWanted;
    };
    return (await build(options, plan, await prepare(options, plan), EARLIER_VERSION, requireWanted)).dataset;
  } catch (thrown) {
    if (thrown === notWanted) return null;
    throw thrown;
  }
}

interface Prepared {
  readonly progress: ImportProgress;
  readonly key: PseudonymKey | null;
  readonly forgotten: Forgotten;
  readonly admit: (source: Source) => Promise<void>;
}

async function prepare({ workspace, pseudonymKey, onProgress }: ImportOptions, plan: FolderPlan): Promise<Prepared> {
  const progress = new ImportProgress(plan, onProgress);
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
  return { progress, key, forgotten, admit };
}

/** @param check of what was built, before it gets its place; throws to leave nothing */
async function build(
  { workspace, signal }: ImportOptions,
  plan: FolderPlan,
  { progress, key, forgotten, admit }: Prepared,
  version: number,
  check: (dataset: Dataset) => void,
): Promise<{ dataset: Dataset; made: boolean }> {
  await makeFolder(workspace.datasets);
  const { result: dataset, made } = await makeFolderNamedBy(workspace.datasets, async (folder) => {
    const scratch = path.join(folder, 'scratch');
    await makeFolder(scratch);
    const built = await withDatabase(
      { reads: partsOf(plan).map((part) => part.path), folder, temporary: scratch, signal },
      (database) =>
        buildSnapshot({ database, plan, folder, scratch, progress, admit, forgotten, key, version, signal }),
    );
    check(built);
    await removeFolder(scratch);
    await writeJson(path.join(folder, 'dataset.json'), built);
    // From here on nothing takes long, so a later stop comes too late.
    throwIfStopped(signal);
    if ((await readForgotten(workspace)).version !== forgotten.version)
      throw new ShelfwiseError('busy', say('forget.import-again'));
    await recordImport(workspace, built, folder);
    return { name: built.fingerprint, result: built };
  });
  return { dataset, made };
}

/** What that importer read: one file a table, under the documented names; null where that is no data set. */
function earlierPlan(plan: FolderPlan): FolderPlan | null {
  const isNamedSo = ({ file }: { file: string }): boolean =>
    plan.layout !== 'contest' || Object.hasOwn(CONTEST_FILES, uncompressedName(file).toLowerCase());
  const tables = plan.tables.map((table) => ({ ...table, parts: table.parts.filter(isNamedSo) }));
  const one = tables.flatMap((table) => (table.parts.length === 0 ? [] : [{ ...table, file: table.parts[0]!.file }]));
  return one.some(({ role }) => role === 'history') && one.every(({ parts }) => parts.length === 1)
    ? { ...plan, tables: one }
    : null;
}

/** @throws ShelfwiseError `usage` where the latest import of the same data had pseudonyms: the original IDs would enter the workspace */
async function refuseOriginalIds(workspace: Workspace, source: Source, folder: string): Promise<void> {
  for (const dataset of await listDatasets(workspace)) {
    if (!isSameSource(await sourceOfDataset(dataset), source)) continue;
    if (dataset.pseudonyms === undefined) return;
    throw new ShelfwiseError('usage', say('pseudonyms.key-needed', { folder, data: dataset.fingerprint.slice(0, 12) }));
  }
}
