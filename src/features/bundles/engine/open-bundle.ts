/** Opens a bundle in a workspace: checks everything in it first, and never overwrites existing files. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { LabelsContent } from '../../../shared/contract/labels';
import type { Progress } from '../../../shared/contract/progress';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';
import { makeFolder, makeFolderNamedBy, removeFolder, writeFile } from '../../../engine/storage/files';
import { hashPlainFile, placeIn } from '../../../engine/storage/plain-file';
import { sha256OfFile } from '../../../engine/storage/read-files';
import { datasetFolder, runFolder, type Workspace } from '../../../engine/storage/workspace';
import { adoptLabels } from '../../../engine/kept/labels';
import { adoptNotes, type NoteOfProfile } from '../../../engine/kept/notes';
import { placeUnlessForgetting, readForgotten } from '../../../engine/data/privacy/forgotten';
import { readBundledRules } from '../../../engine/runs/bundled-rules';
import { refuseForgotten } from './refuse-forgotten';
import { modelFile } from '../../../engine/runs/model-file';
import { readApprovals } from '../../../engine/runs/approvals';
import { hashApproval, readOpened, writeOpened } from '../../../engine/runs/opened';
import { recordFile } from '../../../engine/runs/record';
import { BundleFile } from './bundle-file';
import { takeLabels } from './bundled-labels';
import { takeNotes } from './bundled-notes';
import { checkBundledData, checkBundledRun, checkDataHere } from './check-bundle';
import { goesFurther, takeFurther } from './further-run';
import { DATA_FOLDER, type Manifest, RUN_FILES_WITH_DATA, tellsOfProfiles } from './manifest';

interface Opening {
  runId: string;
  fingerprint: string;
  withData: boolean;
  /** Number of the bundle's files whose hashes were checked. */
  checkedFiles: number;
  /** Whether the same run already existed, and the bundle added nothing to it. */
  alreadyHere: boolean;
  /** Number of rules that came with it and can be imported. */
  rules: number;
  /** Number of notes taken from it, and of those that keep the text they have here. */
  notes: { taken: number; kept: number };
}

interface OpenOptions {
  workspace: Workspace;
  file: string;
  /** SHA-256 of the manifest that inspectBundle returned: a bundle with another one is refused. */
  manifestSha256?: string | undefined;
  /** The cluster that was asked for the run. */
  cluster?: string | undefined;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal | undefined;
}

/** What lies beside the snapshot in a bundle with data, once checked. */
interface BroughtData {
  /** Folder of the snapshot. */
  readonly folder: string;
  readonly labels: LabelsContent | null;
  readonly notes: readonly NoteOfProfile[];
}

/** An unpacked and checked bundle. */
interface Prepared {
  readonly staging: string;
  /** Existing or future folder of the run with that ID. */
  readonly existing: string;
  readonly isFurther: boolean;
  readonly data: BroughtData | null;
}

/**
 * Opens a bundle. The run keeps its ID. If it already exists with the same content, returns that run; a bundle with data completes a run that came
 * without.
 * @throws ShelfwiseError `not-found` without the file, `bad-data` naming the part of the bundle that is damaged, or the existing run with that ID
 * and other content, `no-space` if the disk cannot hold it, `busy` if a profile was forgotten meanwhile, `stopped` on abort; the workspace is then
 * unchanged. Only if labels and notes cannot be kept, run and data stay all the same, and the error says so
 */
export async function openBundle(options: OpenOptions): Promise<Opening> {
  const { workspace, onProgress = () => undefined, signal } = options;
  const bundle = await BundleFile.open(options.file);
  try {
    const { manifest } = bundle;
    if (options.manifestSha256 !== undefined && options.manifestSha256 !== bundle.manifestSha256)
      throw new ShelfwiseError('bad-data', say('bundle.swapped', { bundle: bundle.file }));
    await makeFolder(workspace.runs);
    await refuseLargerThanDisk(bundle, workspace.runs);
    // A bundle without data about profiles cannot bring a forgotten one back.
    const forgotten = tellsOfProfiles(manifest) ? await readForgotten(workspace) : null;
    let notes = { taken: 0, kept: 0 };
    let rules = 0;
    let completed = false;
    // Thrown at the end, because run and data stay in place.
    let inPart = null as ShelfwiseError | null;
    const prepare = async (staging: string): Promise<{ name: string; result: Prepared }> => {
      if (manifest.withData) await makeFolder(path.join(staging, DATA_FOLDER));
      const total = bundle.unpackedSize;
      await bundle.unpack(staging, (done, detail) => onProgress({ phase: 'unpack', detail, done, total }), signal);
      onProgress({ phase: 'check', detail: manifest.runId, done: 0, total: 1 });
      const { record, vocabulary } = await checkBundledRun(staging, manifest, bundle.file, signal);
      rules = (await readBundledRules(staging))?.saved?.rules.length ?? 0;
      const existing = runFolder(workspace, manifest.runId);
      const isFurther = await goesFurther(existing, staging, { brought: record, manifest });
      if (!isFurther) await refuseOther(existing, staging, manifest);
      if (manifest.wholeRun) await checkDataHere(workspace, { record, vocabulary, bundle: bundle.file, signal });
      let data: BroughtData | null = null;
      if (manifest.withData) {
        const folder = path.join(staging, DATA_FOLDER);
        const labels = await takeLabels(folder, bundle.file);
        data = { folder, labels, notes: await takeNotes(folder, vocabulary?.profiles ?? [], bundle.file) };
        await checkBundledData(folder, { record, vocabulary, bundle: bundle.file, signal });
        if (forgotten !== null) await refuseForgotten(forgotten, folder, bundle.file);
      }
      await writeOpened(staging, {
        openedAt: new Date().toISOString(),
        bundleSha256: await sha256OfFile(bundle.file, signal),
        file: path.basename(bundle.file),
        ...(options.cluster !== undefined && { cluster: options.cluster }),
        withData: tellsOfProfiles(manifest),
        approvals: (await readApprovals(staging, record)).all.map(hashApproval),
      });
      return { name: manifest.runId, result: { staging, existing, isFurther, data } };
    };
    // The long work is done: from here on nothing stops it.
    const place = async (rename: () => Promise<boolean>, prepared: Prepared): Promise<boolean> => {
      throwIfStopped(signal);
      const { staging, existing, isFurther, data } = prepared;
      const undo = data === null ? null : await placeData(workspace, data.folder, manifest.fingerprint);
      let made: boolean;
      try {
        if (isFurther) await takeFurther(existing, staging);
        completed = isFurther || (await completeExisting(existing, staging, manifest));
        made = await rename();
      } catch (thrown) {
        await undo?.();
        throw thrown;
      }
      if (data !== null)
        try {
          notes = await adopt(workspace, manifest, data);
        } catch (thrown) {
          inPart = toShelfwiseError(thrown);
        }
      return made;
    };
    const { made } = await makeFolderNamedBy(workspace.runs, prepare, (rename, prepared) =>
      forgotten === null
        ? place(rename, prepared)
        : placeUnlessForgetting(workspace, { forgotten, otherwise: say('forget.open-again') }, (claim) =>
            place(async () => {
              await claim.assertOurs();
              return rename();
            }, prepared),
          ),
    );
    if (inPart !== null) throw inPart;
    const { runId, fingerprint, withData, files } = manifest;
    return { runId, fingerprint, withData, checkedFiles: files.length, alreadyHere: !made && !completed, rules, notes };
  } finally {
    await bundle.close();
  }
}

/** Checked before the first byte is written. If the system does not report free space, writing fails later. */
async function refuseLargerThanDisk(bundle: BundleFile, folder: string): Promise<void> {
  const disk = await fs.statfs(folder).catch(() => null);
  if (disk === null || bundle.unpackedSize <= disk.bavail * disk.bsize) return;
  const megabytes = (bytes: number): number => Math.ceil(bytes / 1e6);
  const free = megabytes(disk.bavail * disk.bsize);
  throw new ShelfwiseError(
    'no-space',
    say('bundle.larger-than-disk', { bundle: bundle.file, needed: megabytes(bundle.unpackedSize), free, folder }),
  );
}

/**
 * Places the checked snapshot of the bundle among the data sets, unless it already exists.
 * @returns a function that removes it again if the run cannot be placed
 */
async function placeData(workspace: Workspace, from: string, fingerprint: string): Promise<() => Promise<void>> {
  await makeFolder(workspace.datasets);
  const target = datasetFolder(workspace, fingerprint);
  let isNew = false;
  if ((await fs.stat(target).catch(() => null)) === null)
    ({ made: isNew } = await makeFolderNamedBy(workspace.datasets, async (temporary) => {
      for (const name of await fs.readdir(from)) await fs.rename(placeIn(from, name), placeIn(temporary, name));
      return { name: fingerprint, result: null };
    }));
  await fs.rm(from, { recursive: true });
  return async () => (isNew ? removeFolder(target) : undefined);
}

/**
 * Takes what was saved with the data, once the run and its data are in place.
 * @throws ShelfwiseError that says what exists if labels or notes cannot be kept
 */
async function adopt(
  workspace: Workspace,
  { runId, fingerprint }: Manifest,
  { labels, notes }: BroughtData,
): Promise<{ taken: number; kept: number }> {
  try {
    if (labels !== null) await adoptLabels(workspace, fingerprint, labels);
    return await adoptNotes(workspace, fingerprint, notes);
  } catch (thrown) {
    const { code, message, said = [message] } = toShelfwiseError(thrown);
    throw new ShelfwiseError(code, say('bundle.opened-in-part', { run: runId, cause: said }), { cause: thrown });
  }
}

/** Checked before anything is placed in the workspace. @throws ShelfwiseError `bad-data` if a run with that ID exists with other content */
async function refuseOther(existing: string, staging: string, manifest: Manifest): Promise<void> {
  const there = await hashPlainFile(recordFile(existing));
  if (there === null) return;
  if (there === (await hashPlainFile(recordFile(staging))) && (await sameModel(existing, staging))) return;
  throw new ShelfwiseError('bad-data', say('bundle.other-content', { run: manifest.runId }));
}

/** Completes a run that came in a bundle without data. @returns whether there was one */
async function completeExisting(existing: string, staging: string, manifest: Manifest): Promise<boolean> {
  if (!tellsOfProfiles(manifest) || (await hashPlainFile(recordFile(existing))) === null) return false;
  const opened = await readOpened(existing);
  if (opened === null || opened.withData) return false;
  // The lists and the full vocabulary have been checked against the record that both share.
  const brought = await fs.readdir(staging);
  for (const name of ['vocabulary.json', ...RUN_FILES_WITH_DATA].filter((file) => brought.includes(file)))
    await writeFile(placeIn(existing, name), await fs.readFile(placeIn(staging, name)));
  // Approvals stay those of the first bundle, and so does its name.
  const { approvals, file, openedAt } = opened;
  await writeOpened(existing, { ...(await readOpened(staging))!, approvals, file, openedAt });
  return true;
}

async function sameModel(existing: string, staging: string): Promise<boolean> {
  return (await hashPlainFile(modelFile(existing))) === (await hashPlainFile(modelFile(staging)));
}
