/** Checks that the content of a bundle matches its own record, and that its parts fit each other. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { ContentFile, Dataset } from '../../../shared/contract/dataset';
import type { RunRecord } from '../../../shared/contract/run';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say, type SentenceValue } from '../../../shared/words/sentence';
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';
import {
  countEvents,
  datasetKind,
  loadItems,
  loadProfiles,
  openSnapshot,
  verifySnapshot,
} from '../../../engine/data/snapshot';
import { writeJson } from '../../../engine/storage/files';
import { contentOf, parseKept } from '../../../engine/storage/kept-file';
import { readPlainFileIfThere } from '../../../engine/storage/plain-file';
import { jsonOrNull } from '../../../engine/storage/read-files';
import type { Workspace } from '../../../engine/storage/workspace';
import { refuseUnfitContents } from './check-contents';
import { runDamage } from '../../../engine/runs/damage';
import { readApprovals } from '../../../engine/runs/approvals';
import { readMeasuredModel } from '../../../engine/runs/measured-model-file';
import { parseRecord, PRIVATE_RUN_FILES, recordFile } from '../../../engine/runs/record';
import { readBundledRules } from '../../../engine/runs/bundled-rules';
import { parseVocabulary, type Vocabulary, vocabularyFile } from '../../../engine/runs/vocabulary';
import { CARRIED, DESCRIPTION, type Manifest, tellsOfProfiles } from './manifest';
import { isPortable, portableDataset } from './portable-dataset';

const refused = (bundle: string, cause: SentenceValue, thrown?: unknown): ShelfwiseError =>
  new ShelfwiseError('bad-data', say('bundle.refused', { bundle, cause }), { cause: thrown });

interface BundledRun {
  readonly record: RunRecord;
  /** Null for a run that paused before it had a model. */
  readonly vocabulary: Vocabulary | null;
}

/**
 * Checks the run in the bundle's unpacked folder: hashes of weights, lists and recipe, then names, shapes and ranges of their content.
 * @throws ShelfwiseError `bad-data` naming what differs, `stopped` on abort
 */
export async function checkBundledRun(
  folder: string,
  manifest: Manifest,
  bundle: string,
  signal?: AbortSignal,
): Promise<BundledRun> {
  const record = parseRecord(
    await readText(recordFile(folder), bundle),
    say('bundle.file', { file: 'run.json', bundle }),
  );
  if (record.runId !== manifest.runId || record.dataset.fingerprint !== manifest.fingerprint)
    throw refused(bundle, say('bundle.other-manifest'));
  if (
    record.status === 'running' ||
    record.status === 'crashed' ||
    !(manifest.wholeRun || record.weightsSha256 !== null)
  )
    throw refused(bundle, say('bundle.without-model', { status: say(`status.${record.status}`) }));
  const leftOut = tellsOfProfiles(manifest) ? [] : ['vocabulary.json', ...PRIVATE_RUN_FILES];
  const damage = await runDamage(folder, record, leftOut, signal);
  if (damage.length > 0) throw refused(bundle, damage);
  if (record.weightsSha256 === null) return { record, vocabulary: null };
  const vocabulary = parseVocabulary(
    await readText(vocabularyFile(folder), bundle),
    say('bundle.file', { file: 'vocabulary.json', bundle }),
  );
  if ((vocabulary.profiles !== null) !== tellsOfProfiles(manifest))
    throw refused(bundle, say('bundle.other-vocabulary'));
  try {
    await readApprovals(folder, record);
    await readBundledRules(folder);
    for (const { name, check } of CARRIED) {
      const bytes = await readPlainFileIfThere(path.join(folder, name));
      if (bytes !== null) check(bytes, record, vocabulary);
    }
    await refuseUnfitContents(folder, record, vocabulary);
    if (manifest.wholeRun) await readMeasuredModel(folder, record);
  } catch (thrown) {
    const { code, message, said = [message] } = toShelfwiseError(thrown);
    throw code === 'bad-data' ? refused(bundle, said, thrown) : thrown;
  }
  return { record, vocabulary };
}

/**
 * Checks the unpacked snapshot, and removes the paths of the other computer: they mean nothing here, and on Windows could contact a server.
 * @throws ShelfwiseError `bad-data` if it is not the record's, not complete, or not that of the vocabulary; `newer-version`; `stopped`
 */
export async function checkBundledData(
  folder: string,
  { record, vocabulary, bundle, signal }: BundledRun & { bundle: string; signal: AbortSignal | undefined },
): Promise<void> {
  const description = path.join(folder, DESCRIPTION);
  const text = await readText(description, bundle);
  const damaged = say('bundle.refused', { bundle, cause: say('bundle.damaged-data') });
  const dataset = contentOf(parseKept(text, datasetKind(record.dataset.fingerprint, damaged)))!;
  if (dataset.fingerprint !== record.dataset.fingerprint) throw refused(bundle, say('bundle.other-data'));
  await refuseOtherFiles(folder, dataset, bundle);
  const problems = await verifySnapshot({ dataset, folder }, signal);
  if (problems.length > 0) throw refused(bundle, problems);
  const { history, outOfRange } = await countEvents({ dataset, folder });
  if (history !== dataset.interactions) throw refused(bundle, say('bundle.other-counts'));
  if (outOfRange > 0)
    throw refused(bundle, say('snapshot.not-ours', { file: 'events.parquet', data: dataset.fingerprint.slice(0, 12) }));
  if (vocabulary !== null) await refuseOtherVocabulary({ dataset, folder }, vocabulary, bundle, signal);
  if (isPortable(dataset)) return;
  const { adding: _, added: __, ...others } = jsonOrNull(text) as Record<string, unknown>;
  const { folder: nowhere, files } = portableDataset(dataset);
  await writeJson(description, { ...others, folder: nowhere, files });
}

/**
 * Checks the run of a bundle without data against the data set in this workspace.
 * @throws ShelfwiseError `not-found` if the data set does not exist, `bad-data` if the run's profiles or titles are not its own
 */
export async function checkDataHere(
  workspace: Workspace,
  { record, vocabulary, bundle, signal }: BundledRun & { bundle: string; signal: AbortSignal | undefined },
): Promise<void> {
  const snapshot = await openSnapshot(workspace, record.dataset.fingerprint);
  if (vocabulary !== null) await refuseOtherVocabulary(snapshot, vocabulary, bundle, signal);
}

/** Files that every snapshot has. */
const NEEDED: readonly ContentFile[] = ['profiles.parquet', 'items.parquet', 'events.parquet'];

/** The files must be those that dataset.json names, each once. */
async function refuseOtherFiles(folder: string, dataset: Dataset, bundle: string): Promise<void> {
  const tables = (dataset.snapshotFiles ?? []).map(({ file }) => file);
  const issues = dataset.rowIssuesFile === undefined ? [] : [dataset.rowIssuesFile];
  const named = [DESCRIPTION, ...tables, ...issues].sort();
  const found = (await fs.readdir(folder)).sort();
  if (NEEDED.some((file) => !tables.includes(file)) || named.join() !== found.join())
    throw refused(bundle, say('bundle.other-files'));
}

/** The vocabulary of a run: all profiles of the data set, and some of its items, both in its order. */
async function refuseOtherVocabulary(
  snapshot: { dataset: Dataset; folder: string },
  { profiles, items }: Vocabulary,
  bundle: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { dataset } = snapshot;
  const theirProfiles = (await loadProfiles(snapshot)).ids;
  throwIfStopped(signal);
  const theirItems = (await loadItems(snapshot)).ids;
  if (dataset.profiles !== theirProfiles.length || dataset.items !== theirItems.length)
    throw refused(bundle, say('bundle.other-counts'));
  const fits =
    isPartOf(profiles ?? [], theirProfiles) && profiles?.length === theirProfiles.length && isPartOf(items, theirItems);
  if (!fits) throw refused(bundle, say('bundle.unfit-vocabulary'));
}

/** Whether all IDs are among the others, in the same order. */
function isPartOf(ids: readonly string[], others: readonly string[]): boolean {
  let place = 0;
  for (const id of others) if (id === ids[place]) place++;
  return place === ids.length;
}

async function readText(file: string, bundle: string): Promise<string> {
  try {
    return await fs.readFile(file, 'utf8');
  } catch (cause) {
    throw new ShelfwiseError('bad-data', say('bundle.part-missing', { bundle, file: path.basename(file) }), { cause });
  }
}
