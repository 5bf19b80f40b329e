/** Writes one file with everything needed to open and verify a run elsewhere. */
import * as fs from 'node:fs/promises';
import { type Dataset, datasetSchema } from '../../../shared/contract/dataset';
import type { Progress } from '../../../shared/contract/progress';
import type { RunRecord } from '../../../shared/contract/run';
import type { WrittenBundle } from '../../../shared/contract/bundle';
import { ShelfwiseError } from '../../../shared/errors';
import { holdsHistories } from '../../../shared/recipe/companions';
import { say } from '../../../shared/words/sentence';
import { openSnapshot, REPAIR, verifySnapshot } from '../../../engine/data/snapshot';
import type { Snapshot } from '../../../engine/data/snapshot-tables';
import { readForgottenRun, whyForgotten } from '../../../engine/runs/forgotten-run';
import { writeFileWith } from '../../../engine/storage/files';
import { writeFileOfProfiles } from '../../../engine/data/privacy/written-files';
import { writeUserFile } from '../../../engine/storage/user-files';
import { placeIn } from '../../../engine/storage/plain-file';
import type { Workspace } from '../../../engine/storage/workspace';
import { labelSources } from './bundled-labels';
import { noteSources } from './bundled-notes';
import { portableDataset } from './portable-dataset';
import { ruleSources } from './rules-in-bundle';
import {
  type BundleParts,
  CARRIED,
  DATA_FOLDER,
  DESCRIPTION,
  encodeManifest,
  MANIFEST,
  manifestVersion,
  runFilesOf,
  tellsOfProfiles,
  TRAINED_FILES,
} from './manifest';
import { runDamage } from '../../../engine/runs/damage';
import { filesLeftOut } from '../../../engine/runs/opened';
import { BUNDLED_RULES_FILE } from '../../../engine/runs/bundled-rules';
import { findRun } from '../../../engine/runs/store';
import { encodeVocabulary, readVocabulary } from '../../../engine/runs/vocabulary';
import { measureSource, writeZip, type ZipSource } from './zip-write';

/**
 * Writes a bundle; the same run gives the same bytes. Without its data it contains no profile ID, history or list, only hashes.
 * @param options.runId ID, or a unique beginning of one
 * @throws ShelfwiseError `busy` while the run is trained, `bad-data` if it has no model or is damaged, `not-found` if its data is requested and
 * gone, `usage` if `out` is a folder or the model consists of histories that must not leave alone, `stopped` on abort; then there is no file
 */
export async function bundleRun(options: {
  workspace: Workspace;
  runId: string;
  out: string;
  withData: boolean;
  /** Includes everything of the run, for a computer that has its data set; allows a paused run, which has no model yet. */
  wholeRun?: boolean | undefined;
  /**
   * Includes the run as its training made it, without people's notes and later results, and writes into the workspace itself: a temporary file to
   * send elsewhere.
   */
  asTrained?: true;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal | undefined;
}): Promise<WrittenBundle> {
  const { workspace, withData, onProgress = () => undefined, signal } = options;
  const parts: BundleParts = { withData, ...(options.wholeRun === true && !withData && { wholeRun: true }) };
  const { folder, record } = await findRun(workspace, options.runId);
  onProgress({ phase: 'check', detail: record.runId, done: 0, total: 1 });
  await refuseUnfit(folder, record, parts, signal);
  const { fingerprint } = record.dataset;
  const asTrained = options.asTrained === true;
  const rules = asTrained ? NO_RULES : await ruleSources(workspace, { folder, record }, { withData });
  const sources = [
    ...(await runSources(folder, parts, record)).filter(({ name }) => !asTrained || TRAINED_FILES.includes(name)),
    ...rules.sources,
    ...(withData ? dataSources(await wholeSnapshot(workspace, record, signal)) : []),
    ...(withData ? await labelSources(workspace, fingerprint) : []),
    ...(withData ? await noteSources(workspace, fingerprint) : []),
  ];
  const measured = await Promise.all(sources.map((source) => measureSource(source, signal)));
  const manifest = encodeManifest({
    format: 'shelfwise-bundle',
    formatVersion: manifestVersion(
      measured.map(({ name }) => name),
      parts,
    ),
    runId: record.runId,
    fingerprint,
    ...parts,
    files: measured.map(({ name, size, sha256 }) => ({ file: name, bytes: size, sha256 })),
  });
  const first: ZipSource = { name: MANIFEST, content: manifest };
  const all = [first, ...sources];
  const total = measured.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const onBytes = (bytes: number): void =>
    onProgress({ phase: 'bundle', detail: options.out, done: (done += bytes), total });
  const fill = async (temporary: string): Promise<string> =>
    writeZip(temporary, all, [await measureSource(first), ...measured], { onBytes, signal });
  const { path: target, result: sha256 } = asTrained
    ? { path: options.out, result: await writeFileWith(options.out, fill) }
    : tellsOfProfiles(parts)
      ? await writeFileOfProfiles(workspace, fingerprint, options.out, fill)
      : await writeUserFile(workspace, options.out, fill);
  const files = all.map(({ name }) => name);
  return { runId: record.runId, path: target, sha256, withData, files, rulesLeftOut: rules.leftOut };
}

const NO_RULES = { sources: [], leftOut: 0 };

async function refuseUnfit(
  folder: string,
  record: RunRecord,
  parts: BundleParts,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { runId, status, weightsSha256 } = record;
  const isPrivate = tellsOfProfiles(parts);
  if (status === 'running') throw new ShelfwiseError('busy', say('bundle.training', { run: runId }));
  if (status === 'crashed' || (weightsSha256 === null && parts.wholeRun !== true))
    throw new ShelfwiseError('bad-data', say('bundle.no-model', { run: runId, status: say(`status.${status}`) }));
  if (!isPrivate && holdsHistories(record))
    throw new ShelfwiseError('usage', say('bundle.holds-histories', { run: runId, model: record.model }));
  const leftOut = await filesLeftOut(folder);
  const forgotten = await readForgottenRun(folder);
  if (forgotten !== null && (isPrivate || forgotten.withModel))
    throw new ShelfwiseError('not-found', whyForgotten(runId, forgotten));
  if (isPrivate && leftOut.length > 0)
    throw new ShelfwiseError('not-found', say('bundle.lacks', { run: runId, files: leftOut }));
  const damage = await runDamage(folder, record, leftOut, signal);
  if (damage.length > 0) throw new ShelfwiseError('bad-data', say('bundle.run-damaged', { run: runId, damage }));
}

async function runSources(folder: string, parts: BundleParts, record: RunRecord): Promise<ZipSource[]> {
  const isPrivate = tellsOfProfiles(parts);
  const sources: ZipSource[] = [];
  for (const name of runFilesOf(parts)) {
    // Saved rules take precedence over bundled ones (ruleSources); files that features keep are included only if they are intact.
    if (name === BUNDLED_RULES_FILE) continue;
    const file = placeIn(folder, name);
    // A baseline has no epochs, and not every run is approved.
    if ((await fs.stat(file).catch(() => null)) === null) continue;
    const carried = CARRIED.find((one) => one.name === name);
    if (carried !== undefined && !(await carried.isWhole(folder, record, await readVocabulary(folder)))) continue;
    sources.push({ name, content: isPrivate || name !== 'vocabulary.json' ? { file } : await itemsOnly(folder) });
  }
  return sources;
}

async function itemsOnly(folder: string): Promise<Buffer> {
  return Buffer.from(encodeVocabulary({ ...(await readVocabulary(folder)), profiles: null }));
}

async function wholeSnapshot(
  workspace: Workspace,
  record: RunRecord,
  signal: AbortSignal | undefined,
): Promise<Snapshot> {
  const snapshot = await openSnapshot(workspace, record.dataset.fingerprint);
  const problems = await verifySnapshot(snapshot, signal);
  if (problems.length > 0)
    throw new ShelfwiseError('bad-data', [say('snapshot.not-bundled', { run: record.runId, problems }), REPAIR]);
  return snapshot;
}

/** dataset.json and the files it names, without reports of earlier imports. */
function dataSources({ folder, dataset }: Snapshot): ZipSource[] {
  const tables = (dataset.snapshotFiles ?? []).map(({ file }) => file);
  const issues = dataset.rowIssuesFile === undefined ? [] : [dataset.rowIssuesFile];
  return [
    { name: DATA_FOLDER + DESCRIPTION, content: withoutSource(dataset) },
    ...[...tables, ...issues]
      .sort()
      .map((name) => ({ name: DATA_FOLDER + name, content: { file: placeIn(folder, name) } })),
  ];
}

const withoutSource = (dataset: Dataset): Buffer =>
  Buffer.from(`${JSON.stringify(datasetSchema.parse(portableDataset(dataset)), null, 2)}\n`);
