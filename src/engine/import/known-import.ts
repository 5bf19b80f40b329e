/** Recognises earlier imports, and reports them again. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Dataset, FileReport, Mapping } from '../../shared/contract/dataset';
import { throwIfStopped } from '../../shared/values/throw-if-stopped';
import { removeFolder, writeFileWith, writeJson } from '../storage/files';
import { RACY_MS } from '../storage/known-hashes';
import { placeIn } from '../storage/plain-file';
import { sha256, sha256OfFile } from '../storage/read-files';
import { datasetFolder, type Workspace } from '../storage/workspace';
import { listDatasets, readDatasetFile, verifyFiles } from '../data/snapshot';
import { IMPORTER_VERSION, stableJson, withoutFiles } from '../data/fingerprint';
import { FOLDERS_NOT_READ, passedOverFindings } from './clean/findings';
import { MADE_BY_FORGETTING } from './left-out';
import { type FolderPlan, newerAttributes } from './layouts/import-plan';
import { fileState } from './read/source-file';

/**
 * The data set imported from this folder, if none of its files has changed since.
 * @param key of its pseudonyms; undefined for the IDs of the files
 */
export async function findKnownImport(
  workspace: Workspace,
  plan: FolderPlan,
  key: string | undefined,
  signal: AbortSignal | undefined,
): Promise<Dataset | null> {
  for (const dataset of await listDatasets(workspace)) {
    throwIfStopped(signal);
    if (dataset.folder !== plan.folder || dataset.importerVersion !== IMPORTER_VERSION) continue;
    if (dataset.pseudonyms?.key !== key) continue;
    // It was made without an attribute that is read now.
    if (newerAttributes(plan).some((name) => dataset.newerAttributes?.includes(name) !== true)) continue;
    // Its reported rows were not counted in the files.
    if (dataset.findings.some(({ code }) => code === MADE_BY_FORGETTING)) continue;
    if (
      dataset.layout !== plan.layout ||
      stableJson(withoutFiles(dataset.mapping)) !== stableJson(withoutFiles(plan.mapping))
    )
      continue;
    if (!hasSameSheets(dataset.mapping, plan.mapping) || !hasSaidOf(dataset, plan)) continue;
    if ((await hasSameFiles(dataset, plan)) && (await isWhole(workspace, dataset))) return dataset;
  }
  return null;
}

/** The same workbook may hold another table in another sheet. */
const hasSameSheets = (left: Mapping | null, right: Mapping | null): boolean =>
  left?.profiles?.sheet === right?.profiles?.sheet && left?.items?.sheet === right?.items?.sheet;

/** A month placed in a folder beside the history changes none of the files that are read, but must be reported. */
function hasSaidOf({ findings }: Dataset, plan: FolderPlan): boolean {
  const said = findings.filter(({ code }) => code === FOLDERS_NOT_READ).map(({ examples }) => examples);
  return stableJson(said) === stableJson(passedOverFindings(plan).map(({ examples }) => examples));
}

async function hasSameFiles(dataset: Dataset, plan: FolderPlan): Promise<boolean> {
  const reports = dataset.files.filter((file) => file.role !== 'ignored');
  const parts = plan.tables.flatMap(({ role, parts: own }) =>
    own.map(({ file, path: place }) => ({ role, file, place })),
  );
  if (reports.length !== parts.length) return false;
  const byName = new Map(reports.map((report) => [`${report.role} ${report.file}`, report]));
  for (const { role, file, place } of parts) {
    const report = byName.get(`${role} ${file}`);
    if (report === undefined || !(await isSameFile(place, report, Date.parse(dataset.importedAt)))) return false;
  }
  return true;
}

/** Compares size and times if they are conclusive, otherwise the hash of the content. */
export async function isSameFile(file: string, report: FileReport, importedMs: number): Promise<boolean> {
  const state = await fileState(file);
  if (state.bytes !== report.bytes) return false;
  const isUntouched =
    state.modifiedMs === report.modifiedMs &&
    state.changedMs === report.changedMs &&
    state.modifiedMs < importedMs - RACY_MS &&
    state.changedMs < importedMs - RACY_MS;
  return isUntouched || (await sha256OfFile(file)) === report.sha256;
}

/** The same rows of the same files give the same name, so that repeated imports leave one file. */
export function rowIssuesFileOf(files: readonly FileReport[]): string {
  const sources = files.map((file) => `${file.role} ${file.file} ${file.sha256}`).join('\n');
  return `row-issues-${sha256(sources).slice(0, 12)}.parquet`;
}

/** A damaged data set is imported again, which repairs it; hashing it costs less than reading the user's files. */
async function isWhole(workspace: Workspace, dataset: Dataset): Promise<boolean> {
  return (await verifyFiles({ dataset, folder: datasetFolder(workspace, dataset.fingerprint) })).length === 0;
}

/** A data set read from a folder, before it is placed. */
export interface Built {
  readonly dataset: Dataset;
  /** Its folder until then. */
  readonly folder: string;
  /**
   * Whether the same content exists with damaged files. Determined in advance, as it takes long and no other program may place anything meanwhile.
   */
  readonly isDamagedThere: boolean;
}

/** Whether the data set exists, with files other than those written. */
export async function isDamaged(workspace: Workspace, fingerprint: string): Promise<boolean> {
  const folder = datasetFolder(workspace, fingerprint);
  const there = await readDatasetFile(folder);
  return there.state === 'fine' && (await verifyFiles({ dataset: there.content, folder })).length > 0;
}

/**
 * If the workspace already has the content: replaces what an earlier import reported (dataset.json, row issues) by this one's report. Replaces a
 * damaged snapshot by the new one, and keeps fields that this version does not know.
 * @throws ShelfwiseError `newer-version` if a newer version imported it; nothing is changed then
 */
export async function recordImport(workspace: Workspace, { dataset, folder, isDamagedThere }: Built): Promise<void> {
  const target = datasetFolder(workspace, dataset.fingerprint);
  if ((await fs.stat(target).catch(() => null)) === null) return;
  const there = await readDatasetFile(target);
  // A newer version's file must not be replaced, whatever else is wrong with it.
  if (there.state === 'newer') throw there.error;
  const kept = there.state === 'fine' ? there : null;
  if (kept === null || isDamagedThere) {
    await removeFolder(target);
    return;
  }
  const { rowIssuesFile } = dataset;
  if (rowIssuesFile !== undefined)
    await writeFileWith(placeIn(target, rowIssuesFile), (temporary) =>
      fs.copyFile(placeIn(folder, rowIssuesFile), temporary),
    );
  // The existing ones belong to the same content, and dataset.json must name only files that exist.
  const adding = kept.content.adding ?? dataset.adding;
  if (kept.content.adding === undefined)
    for (const { file } of dataset.adding?.files ?? [])
      await writeFileWith(placeIn(target, file), (temporary) => fs.copyFile(placeIn(folder, file), temporary));
  const { added: _, newerAttributes: __, ...earlier } = kept.raw as Record<string, unknown>;
  await writeJson(path.join(target, 'dataset.json'), {
    ...earlier,
    ...dataset,
    ...(adding && { adding }),
    snapshotFiles: withColumns(kept.content, dataset),
  });
}

/** The files as they lie there, whose bytes another version may have written, with the digests of their columns: the same fingerprint has the same. */
function withColumns({ snapshotFiles }: Dataset, made: Dataset): Dataset['snapshotFiles'] {
  const columnsOf = new Map(made.snapshotFiles?.map(({ file, columns }) => [file, columns]));
  return snapshotFiles?.map((kept) => {
    const columns = columnsOf.get(kept.file);
    return columns === undefined ? kept : { ...kept, columns };
  });
}
