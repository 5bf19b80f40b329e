/** Recognises imports that were made before, and reports them again. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Dataset, FileReport, Mapping } from '../../shared/contract/dataset';
import { throwIfStopped } from '../../shared/values/throw-if-stopped';
import { removeFolder, writeFileWith, writeJson } from '../storage/files';
import { placeIn } from '../storage/plain-file';
import { sha256, sha256OfFile } from '../storage/read-files';
import { datasetFolder, type Workspace } from '../storage/workspace';
import { listDatasets, readDatasetFile, verifyFiles } from '../data/snapshot';
import { IMPORTER_VERSION, stableJson, withoutFiles } from '../data/fingerprint';
import { FOLDERS_NOT_READ, passedOverFindings } from './clean/findings';
import { MADE_BY_FORGETTING } from './left-out';
import type { FolderPlan } from './layouts/plan';
import { fileState } from './read/source-file';

/** A file that was written this shortly before it was looked at may have been written again within the clock's step. */
const RACY_MS = 2000;

/**
 * The data set that was imported from this folder, where none of its files has changed since.
 * @param key of its pseudonyms; undefined for IDs as they are in the files
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
    // What it says of the rows of its files was not counted in them.
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

/** A month that was put into a folder beside the history changes none of the files that are read, but has to be told of. */
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

/** Size and times where they settle it, the hash of the content where they do not. */
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

/** The same rows of the same files give the same name, so that importing again and again leaves one file. */
export function rowIssuesFileOf(files: readonly FileReport[]): string {
  const sources = files.map((file) => `${file.role} ${file.file} ${file.sha256}`).join('\n');
  return `row-issues-${sha256(sources).slice(0, 12)}.parquet`;
}

/** One that was damaged is imported again, which repairs it; hashing it costs less than reading the user's files. */
async function isWhole(workspace: Workspace, dataset: Dataset): Promise<boolean> {
  return (await verifyFiles({ dataset, folder: datasetFolder(workspace, dataset.fingerprint) })).length === 0;
}

/** A data set that was read from a folder, before it gets its place. */
export interface Built {
  readonly dataset: Dataset;
  /** Where it lies until then. */
  readonly folder: string;
  /** Whether the same content was there with files that are damaged: looking takes long, so it is done before nobody else may place anything. */
  readonly isDamagedThere: boolean;
}

/** Whether the data set is there, with files that are not what was written. */
export async function isDamaged(workspace: Workspace, fingerprint: string): Promise<boolean> {
  const folder = datasetFolder(workspace, fingerprint);
  const there = await readDatasetFile(folder);
  return there.state === 'fine' && (await verifyFiles({ dataset: there.content, folder })).length > 0;
}

/**
 * Where the content is in the workspace already: puts what this import has to say (dataset.json, row issues) in the place of
 * what an earlier one had. A snapshot that has been damaged since is replaced by the new one; fields that this version does not know stay.
 * @throws ShelfwiseError `newer-version` where a newer version imported it; nothing of it is changed
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
  // Those that are there serve the same content, and dataset.json must never name others than there are.
  const adding = kept.content.adding ?? dataset.adding;
  if (kept.content.adding === undefined)
    for (const { file } of dataset.adding?.files ?? [])
      await writeFileWith(placeIn(target, file), (temporary) => fs.copyFile(placeIn(folder, file), temporary));
  const { added: _, ...earlier } = kept.raw as Record<string, unknown>;
  await writeJson(path.join(target, 'dataset.json'), {
    ...earlier,
    ...dataset,
    ...(adding && { adding }),
    snapshotFiles: kept.content.snapshotFiles,
  });
}
