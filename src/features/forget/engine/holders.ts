/** Finds everything in a workspace that contains a profile: data sets of one source, runs made from them, and both in the trash. */
import * as path from 'node:path';
import type { Dataset } from '../../../shared/contract/dataset';
import { shownDataName } from '../../../shared/values/data-name';
import { ShelfwiseError } from '../../../shared/errors';
import { textsOfPeople } from '../../../engine/data/row-issues';
import { unknownProfile } from '../../../engine/data/unknown-profile';
import {
  listAllDatasets,
  loadProfiles,
  openSnapshot,
  readDataset,
  REPAIR,
  verifyFiles,
} from '../../../engine/data/snapshot';
import type { Snapshot } from '../../../engine/data/snapshot-tables';
import { readVocabularyIfThere } from '../../../engine/runs/vocabulary';
import { readAnyRecord } from '../../../engine/runs/record';
import { runIds } from '../../../engine/runs/store';
import { entriesOf } from '../../../engine/storage/disk';
import { DATASET_NAME, RUN_NAME, TRASH_NAME } from '../../../engine/storage/names';
import { datasetFolder, runFolder, type Workspace } from '../../../engine/storage/workspace';
import { type HeldSource, isSameSource, type Source, sourceOfDataset } from '../../../engine/data/privacy/forgotten';
import { canonicalId } from '../../../engine/data/privacy/keyed-ids';
import { standsInRow } from '../../../engine/data/privacy/mentions';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Holders {
  /** The ID in the data sets. */
  readonly profile: string;
  readonly snapshots: readonly Snapshot[];
  readonly sources: readonly HeldSource[];
  /** Fingerprints of the data sets that contain it, including those in the trash and those that are gone. */
  readonly datasets: readonly string[];
  /** IDs of runs. */
  readonly runs: readonly string[];
  /** Folders in the trash. */
  readonly trash: readonly string[];
  /** Data sets in them that can be read. */
  readonly trashed: readonly Snapshot[];
  /** Data sets of other sources with a profile of this ID. */
  readonly others: readonly Dataset[];
  /** Runs whose vocabulary has the ID, of data that is gone and had another name. */
  readonly otherRuns: readonly Named[];
  /**
   * Data sets of the same source with IDs of another kind, unreadable ones of any source, and runs with an unreadable vocabulary, of data that is
   * gone and had another name.
   */
  readonly unknown: readonly Named[];
}

/**
 * @param data a data set; finds all in the workspace that come from the same folder and contain the profile
 * @throws ShelfwiseError `not-found` if none of them contains it, `bad-data` if one is damaged
 */
export async function findHolders(workspace: Workspace, data: string, typed: string): Promise<Holders> {
  const profile = canonicalId(typed);
  const named = await openSnapshot(workspace, data);
  const source = await sourceOfDataset(named.dataset);
  const snapshots: Snapshot[] = [];
  /** Fingerprints of those that have it as a profile, not only in the text of a rejected row. */
  const trainable: string[] = [];
  const others: Dataset[] = [];
  const sources: HeldSource[] = [source];
  const { datasets, unreadable } = await listAllDatasets(workspace);
  const names = unreadable.length > 0 ? await namesInRuns(workspace) : null;
  const unknown: Named[] = unreadable.map(({ fingerprint }) => ({
    id: fingerprint,
    name: names?.get(fingerprint) ?? fingerprint.slice(0, 12),
  }));
  for (const dataset of datasets) {
    const snapshot = { dataset, folder: datasetFolder(workspace, dataset.fingerprint) };
    const own = await sourceOfDataset(dataset);
    const isSame = isSameSource(own, source) || dataset.fingerprint === named.dataset.fingerprint;
    const how = await holds(snapshot, profile, isSame);
    if (how === 'not') {
      if (isSame && own.key !== source.key) unknown.push({ id: dataset.fingerprint, name: shownDataName(dataset) });
      continue;
    }
    if (!isSame) others.push(dataset);
    else {
      snapshots.push(snapshot);
      sources.push(own);
      if (how === 'as-profile') trainable.push(dataset.fingerprint);
    }
  }
  const trash = await holdersInTrash(workspace, profile, source);
  const fingerprints = new Set([...trainable, ...trash.fingerprints]);
  const present = new Set(datasets.map(({ fingerprint }) => fingerprint));
  const sought: Sought = { profile, fingerprints, present, name: named.dataset.name };
  const { runs, otherRuns, unknownRuns } = await holdingRuns(workspace, sought);
  const trashedRuns = await trashedRunsOf(workspace, sought);
  if (snapshots.length + runs.length + trash.folders.length + trashedRuns.length === 0) {
    const { ids } = await loadProfiles(named);
    throw unknownProfile(profile, named.dataset, ids);
  }
  // A damaged file that doctor set aside lies there without its record, and goes with what it was of.
  const holding = new Set([...fingerprints, ...runs]);
  const aside = [...(await trashed(workspace, DATASET_NAME)), ...(await trashed(workspace, RUN_NAME))]
    .filter(({ inside }) => holding.has(path.basename(inside)))
    .map(({ entry }) => entry);
  const ofRuns = await Promise.all(runs.map((runId) => dataOf(workspace, runId)));
  return {
    profile,
    snapshots,
    sources,
    datasets: [...new Set([...snapshots.map(({ dataset }) => dataset.fingerprint), ...fingerprints, ...ofRuns.flat()])],
    runs,
    trash: [...new Set([...trash.folders, ...trashedRuns, ...aside])],
    trashed: trash.snapshots,
    others,
    otherRuns,
    unknown: [...unknown, ...unknownRuns],
  };
}

/** Names of data sets in the records of their runs, by fingerprint. */
async function namesInRuns(workspace: Workspace): Promise<Map<string, string>> {
  const records = await Promise.all(
    (await runIds(workspace)).map((runId) => readAnyRecord(runFolder(workspace, runId)).catch(() => null)),
  );
  return new Map(
    records.flatMap((record) => (record === null ? [] : [[record.dataset.fingerprint, record.dataset.name]])),
  );
}

const dataOf = async (workspace: Workspace, runId: string): Promise<string[]> =>
  readAnyRecord(runFolder(workspace, runId)).then(
    ({ dataset }) => [dataset.fingerprint],
    () => [],
  );

/** @throws ShelfwiseError `bad-data` if a data set that has to be replaced is damaged */
async function holds(
  snapshot: Snapshot,
  profile: string,
  mustBeWhole: boolean,
): Promise<'as-profile' | 'in-rows' | 'not'> {
  const problems = await verifyFiles(snapshot);
  if (problems.length > 0) {
    if (!mustBeWhole) return 'not';
    throw new ShelfwiseError('bad-data', [...problems, REPAIR]);
  }
  if ((await loadProfiles(snapshot)).ids.includes(profile)) return 'as-profile';
  return mustBeWhole && (await textsOfPeople(snapshot)).some((raw) => standsInRow(raw, profile)) ? 'in-rows' : 'not';
}

/** How to recognise runs that contain a profile. */
interface Sought {
  readonly profile: string;
  /** Fingerprints of data sets that contained it. */
  readonly fingerprints: ReadonlySet<string>;
  /** Fingerprints of existing data sets. */
  readonly present: ReadonlySet<string>;
  /** Name of the data. */
  readonly name: string;
}

async function holdingRuns(
  workspace: Workspace,
  sought: Sought,
): Promise<{ runs: string[]; otherRuns: Named[]; unknownRuns: Named[] }> {
  const runs: string[] = [];
  const otherRuns: Named[] = [];
  const unknownRuns: Named[] = [];
  for (const runId of await runIds(workspace)) {
    const { of, name } = await holdingOf(runFolder(workspace, runId), sought);
    if (of === 'this data') runs.push(runId);
    if (of === 'other data') otherRuns.push({ id: runId, name: name ?? runId });
    if (of === 'unknown') unknownRuns.push({ id: runId, name: name ?? runId });
  }
  return { runs, otherRuns, unknownRuns };
}

/**
 * A run of a data set that contained the profile; if that is gone, one whose vocabulary has the ID, matched by the name of its data. An unreadable
 * vocabulary may contain it.
 */
async function holdingOf(
  folder: string,
  { profile, fingerprints, present, name }: Sought,
): Promise<{ of: 'this data' | 'other data' | 'unknown' | 'no such data'; name?: string | undefined }> {
  const record = await readAnyRecord(folder).catch(() => null);
  if (record !== null && fingerprints.has(record.dataset.fingerprint)) return { of: 'this data' };
  if (record !== null && present.has(record.dataset.fingerprint)) return { of: 'no such data' };
  const vocabulary = await readVocabularyIfThere(folder).catch(() => 'unreadable' as const);
  if (vocabulary !== 'unreadable' && vocabulary?.profiles?.includes(profile) !== true) return { of: 'no such data' };
  if (record === null || record.dataset.name === name) return { of: 'this data' };
  return { of: vocabulary === 'unreadable' ? 'unknown' : 'other data', name: record.name };
}

interface Trashed {
  readonly folders: string[];
  readonly fingerprints: string[];
  /** Those that can be read. */
  readonly snapshots: Snapshot[];
}

async function holdersInTrash(workspace: Workspace, profile: string, source: Source): Promise<Trashed> {
  const found: Trashed = { folders: [], fingerprints: [], snapshots: [] };
  for (const { entry, inside } of await trashed(workspace, DATASET_NAME)) {
    const dataset = await readDataset(inside).catch(() => null);
    if (dataset === null || !isSameSource(await sourceOfDataset(dataset), source)) continue;
    const snapshot = { dataset, folder: inside };
    // An unreadable one is removed too, because it may contain the profile.
    const how = await holds(snapshot, profile, true).catch(() => 'unreadable' as const);
    if (how === 'not') continue;
    found.folders.push(entry);
    if (how !== 'in-rows') found.fingerprints.push(dataset.fingerprint);
    if (how === 'as-profile') found.snapshots.push(snapshot);
  }
  return found;
}

async function trashedRunsOf(workspace: Workspace, sought: Sought): Promise<string[]> {
  const found: string[] = [];
  for (const { entry, inside } of await trashed(workspace, RUN_NAME))
    if ((await holdingOf(inside, sought)).of === 'this data') found.push(entry);
  return found;
}

async function trashed({ trash }: Workspace, names: RegExp): Promise<{ entry: string; inside: string }[]> {
  const found: { entry: string; inside: string }[] = [];
  for (const { name } of await entriesOf(trash)) {
    if (!TRASH_NAME.test(name)) continue;
    const entry = path.join(trash, name);
    for (const inner of await entriesOf(entry))
      if (inner.isDirectory() && names.test(inner.name)) found.push({ entry, inside: path.join(entry, inner.name) });
  }
  return found;
}
