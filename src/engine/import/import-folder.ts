/** Turns a user's folder into an immutable snapshot in the workspace. */
import * as path from 'node:path';
import type { Dataset, FileReport, ImportAnswer, Mapping } from '../../shared/contract/dataset';
import type { Progress } from '../../shared/contract/progress';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { throwIfStopped } from '../../shared/values/throw-if-stopped';
import {
  type Forgotten,
  isSameSource,
  placeUnlessForgetting,
  readForgotten,
  type Source,
  sourceOf,
  sourceOfDataset,
} from '../data/privacy/forgotten';
import { keyOfDataset, openPseudonymKey, type PseudonymKey } from '../data/privacy/pseudonyms';
import { listDatasets } from '../data/snapshot';
import { makeFolder, makeFolderNamedBy, removeFolder, writeJson } from '../storage/files';
import type { Workspace } from '../storage/workspace';
import { withDatabase } from '../storage/database/database';
import { buildSnapshot } from './build-snapshot';
import { discover, discoverAddition } from './layouts/discover';
import { type FolderPlan, partsOf, withNewer } from './layouts/import-plan';
import { stableJson, withoutFiles } from '../data/fingerprint';
import { namedByFolder } from './adding/added';
import { filesBefore, isExact, requireWhole } from './adding/before';
import type { Snapshot } from '../data/snapshot-tables';
import { type Built, findKnownImport, isDamaged, recordImport } from './known-import';
import { importMemory } from './memory';
import { ImportProgress } from './progress';

export interface ImportOptions {
  readonly workspace: Workspace;
  /** The user's folder, which is only read. */
  readonly folder: string;
  /** How to read a folder of another service; without it the layout is recognised. */
  readonly mapping?: Mapping;
  /** A key file: replaces profile IDs by pseudonyms. Created if it does not exist. */
  readonly pseudonymKey?: string;
  /** Reads what Shelfwise 1.0 reads, for its data set. */
  readonly asEarlier?: true;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Reads a folder into a snapshot. If the workspace already has the data, returns `imported` false.
 * @throws ShelfwiseError `not-found`, `no-permission`, `no-space`, `stopped`, or `bad-data` that says which file and what to do
 */
export async function importFolder(options: ImportOptions): Promise<ImportAnswer> {
  throwIfStopped(options.signal);
  const found = await discover(path.resolve(options.folder), options.mapping ?? null);
  const plan = options.asEarlier === true ? withNewer(found) : found;
  const prepared = await prepare(options, plan);
  const known = await findKnownImport(options.workspace, plan, prepared.key?.id, options.signal);
  if (known !== null) return { ...known, imported: false };
  const { dataset, made } = await build(options, plan, prepared);
  prepared.progress.step('done', dataset.fingerprint);
  return { ...dataset, imported: made };
}

export interface AddOptions extends Omit<ImportOptions, 'folder' | 'asEarlier'> {
  /** The data set to add to; it stays as it is. */
  readonly snapshot: Snapshot;
  readonly folder: string;
}

interface Added {
  readonly dataset: Dataset;
  readonly imported: boolean;
  /** Reports of the files of the folder. */
  readonly read: readonly FileReport[];
  /** Whether equal rows were identified for certain. */
  readonly exact: boolean;
}

/**
 * Makes a new data set of an existing one and what a folder adds to it.
 * @returns `imported` false if the folder has nothing new, or the result already exists
 * @throws ShelfwiseError as importFolder; `usage` if the mapping or the key is not that of the data set
 */
export async function addFolder(options: AddOptions): Promise<Added> {
  const { snapshot, signal, workspace, pseudonymKey } = options;
  const { dataset } = snapshot;
  throwIfStopped(signal);
  const mapping = options.mapping ?? dataset.mapping;
  if (stableJson(withoutFiles(mapping)) !== stableJson(withoutFiles(dataset.mapping)))
    throw new ShelfwiseError('usage', say('adding.other-columns'));
  if (dataset.pseudonyms === undefined && pseudonymKey !== undefined)
    throw new ShelfwiseError('usage', say('adding.no-key'));
  if (dataset.pseudonyms !== undefined && pseudonymKey === undefined)
    throw new ShelfwiseError('usage', say('adding.key-needed'));
  // Checked before a key file is created in vain.
  if (pseudonymKey !== undefined) await keyOfDataset(pseudonymKey, dataset);
  await requireWhole(snapshot, signal);
  const found = await discoverAddition(path.resolve(options.folder), dataset, mapping);
  // A data set of 1.0 goes on without what was not read of its own titles.
  const plan = withNewer(namedByFolder(found, dataset), dataset.newerAttributes);
  const prepared = await prepare(options, plan);
  if (prepared.key !== null && prepared.key.id !== dataset.pseudonyms?.key)
    throw new ShelfwiseError('usage', say('adding.other-key', { file: pseudonymKey! }));
  const nothingNew = new ShelfwiseError('usage', say('adding.nothing', { folder: plan.folder }));
  const earlier = dataset.files.filter(({ role }) => role !== 'ignored').length;
  const exact = isExact(dataset);
  let read: readonly FileReport[] = [];
  try {
    const requireNew = ({ fingerprint, files }: Dataset): void => {
      read = files.slice(earlier).filter(({ role }) => role !== 'ignored');
      if (fingerprint === dataset.fingerprint) throw nothingNew;
    };
    const { dataset: built, made } = await build({ workspace, signal }, plan, prepared, {
      before: snapshot,
      check: requireNew,
    });
    prepared.progress.step('done', built.fingerprint);
    return { dataset: built, imported: made, read, exact };
  } catch (thrown) {
    if (thrown !== nothingNew) throw thrown;
    prepared.progress.step('done', dataset.fingerprint);
    return { dataset, imported: false, read, exact };
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
  // Checked before reading, by the folder alone, and later by the content of its files.
  await admit(await sourceOf(plan.folder, []));
  return { progress, key, forgotten, admit };
}

/**
 * @param before the data set to add to
 * @param check examines what was built before it is placed; throws to leave nothing behind
 */
async function build(
  { workspace, signal }: Pick<ImportOptions, 'workspace' | 'signal'>,
  plan: FolderPlan,
  { progress, key, forgotten, admit }: Prepared,
  { before, check }: { before?: Snapshot; check?: (dataset: Dataset) => void } = {},
): Promise<{ dataset: Dataset; made: boolean }> {
  await makeFolder(workspace.datasets);
  const fill = async (folder: string): Promise<{ name: string; result: Built }> => {
    const scratch = path.join(folder, 'scratch');
    await makeFolder(scratch);
    const own = before === undefined ? [] : filesBefore(before).map((file) => path.join(before.folder, file));
    const parts = partsOf(plan);
    const reads = [...parts.map((part) => part.path), ...own];
    const ownParts = own.map((file) => ({ file, path: file, format: { kind: 'parquet' } as const }));
    const memory = await importMemory([...parts, ...ownParts]);
    const built = await withDatabase({ reads, folder, temporary: scratch, memory, signal }, (database) =>
      buildSnapshot({
        database,
        plan,
        folder,
        scratch,
        progress,
        admit,
        forgotten,
        key,
        before: before ?? null,
        signal,
      }),
    );
    check?.(built);
    await removeFolder(scratch);
    await writeJson(path.join(folder, 'dataset.json'), built);
    const isDamagedThere = await isDamaged(workspace, built.fingerprint);
    return { name: built.fingerprint, result: { dataset: built, folder, isDamagedThere } };
  };
  const otherwise = say('forget.import-again');
  const { result, made } = await makeFolderNamedBy(workspace.datasets, fill, (rename, ready) => {
    // The rest takes little time, so a later stop has no effect.
    throwIfStopped(signal);
    return placeUnlessForgetting(workspace, { forgotten, otherwise }, async (claim) => {
      await recordImport(workspace, ready);
      await claim.assertOurs();
      return rename();
    });
  });
  return { dataset: result.dataset, made };
}

/** @throws ShelfwiseError `usage` if the latest import of the same data had pseudonyms: the original IDs would enter the workspace */
async function refuseOriginalIds(workspace: Workspace, source: Source, folder: string): Promise<void> {
  for (const dataset of await listDatasets(workspace)) {
    if (!isSameSource(await sourceOfDataset(dataset), source)) continue;
    if (dataset.pseudonyms === undefined) return;
    throw new ShelfwiseError('usage', say('pseudonyms.key-needed', { folder, data: dataset.fingerprint.slice(0, 12) }));
  }
}
