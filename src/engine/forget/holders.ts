/** What of a workspace holds a profile: data sets of one source, runs that were made from them, and what of both lies in the trash. */
import * as path from 'node:path';
import type { Dataset } from '../../shared/contract';
import { ShelfwiseError } from '../../shared/errors';
import { textsOfPeople } from '../data/row-issues';
import { unknownProfile } from '../data/unknown-profile';
import {
  listDatasets,
  loadProfiles,
  openSnapshot,
  readDataset,
  REPAIR,
  type Snapshot,
  verifyFiles,
} from '../data/snapshot';
import { readVocabulary } from '../runs/vocabulary';
import { readRecord, runIds } from '../runs/store';
import { entriesOf } from '../storage/disk';
import { DATASET_NAME, RUN_NAME, TRASH_NAME } from '../storage/names';
import { datasetFolder, runFolder, type Workspace } from '../storage/workspace';
import { type HeldSource, isSameSource, type Source, sourceOfDataset } from '../privacy/forgotten';
import { canonicalId, mentions } from '../privacy/keyed-ids';

export interface Holders {
  /** The id as the data sets have it. */
  readonly profile: string;
  readonly snapshots: readonly Snapshot[];
  readonly sources: readonly HeldSource[];
  /** Fingerprints of the data sets that hold it, those included that lie in the trash or are gone. */
  readonly datasets: readonly string[];
  /** Ids of runs. */
  readonly runs: readonly string[];
  /** Folders in the trash. */
  readonly trash: readonly string[];
  /** Data sets of other sources that hold a profile of this id. */
  readonly others: readonly Dataset[];
}

/**
 * @param data a data set; all of the workspace that come from the same folder and hold the profile are found
 * @throws ShelfwiseError `not-found` where none of them holds it, `bad-data` where one is damaged
 */
export async function findHolders(workspace: Workspace, data: string, typed: string): Promise<Holders> {
  const profile = canonicalId(typed);
  const named = await openSnapshot(workspace, data);
  const source = await sourceOfDataset(named.dataset);
  const snapshots: Snapshot[] = [];
  /** Fingerprints of those that have it as a profile, not just in the text of a rejected row. */
  const trainable: string[] = [];
  const others: Dataset[] = [];
  const sources: HeldSource[] = [source];
  for (const dataset of await listDatasets(workspace)) {
    const snapshot = { dataset, folder: datasetFolder(workspace, dataset.fingerprint) };
    const own = await sourceOfDataset(dataset);
    const isSame = isSameSource(own, source) || dataset.fingerprint === named.dataset.fingerprint;
    const how = await holds(snapshot, profile, isSame);
    if (how === 'not') continue;
    if (!isSame) others.push(dataset);
    else {
      snapshots.push(snapshot);
      sources.push(own);
      if (how === 'as-profile') trainable.push(dataset.fingerprint);
    }
  }
  const trash = await holdersInTrash(workspace, profile, source);
  const fingerprints = new Set([...trainable, ...trash.fingerprints]);
  const runs = await holdingRuns(workspace, profile, fingerprints, named.dataset.name);
  const trashedRuns = await trashedRunsOf(workspace, profile, fingerprints, named.dataset.name);
  if (snapshots.length + runs.length + trash.folders.length + trashedRuns.length === 0) {
    const { ids } = await loadProfiles(named);
    throw unknownProfile(profile, named.dataset, ids);
  }
  const ofRuns = await Promise.all(runs.map((runId) => dataOf(workspace, runId)));
  return {
    profile,
    snapshots,
    sources,
    datasets: [...new Set([...snapshots.map(({ dataset }) => dataset.fingerprint), ...fingerprints, ...ofRuns.flat()])],
    runs,
    trash: [...trash.folders, ...trashedRuns],
    others,
  };
}

const dataOf = async (workspace: Workspace, runId: string): Promise<string[]> =>
  readRecord(runFolder(workspace, runId)).then(
    ({ dataset }) => [dataset.fingerprint],
    () => [],
  );

/** @throws ShelfwiseError `bad-data` where the data set is one that has to be made anew and is damaged */
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
  return mustBeWhole && (await textsOfPeople(snapshot)).some((raw) => mentions(raw, profile)) ? 'in-rows' : 'not';
}

/** Runs whose data set held the profile; where that is gone, those of a data set of this name whose vocabulary has the id. */
async function holdingRuns(
  workspace: Workspace,
  profile: string,
  fingerprints: ReadonlySet<string>,
  name: string,
): Promise<string[]> {
  const present = new Set((await listDatasets(workspace)).map(({ fingerprint }) => fingerprint));
  const found: string[] = [];
  for (const runId of await runIds(workspace))
    if (await isOfHolder(runFolder(workspace, runId), profile, fingerprints, present, name)) found.push(runId);
  return found;
}

async function isOfHolder(
  folder: string,
  profile: string,
  fingerprints: ReadonlySet<string>,
  present: ReadonlySet<string>,
  name: string,
): Promise<boolean> {
  const record = await readRecord(folder).catch(() => null);
  if (record !== null && fingerprints.has(record.dataset.fingerprint)) return true;
  if (record !== null && (present.has(record.dataset.fingerprint) || record.dataset.name !== name)) return false;
  const vocabulary = await readVocabulary(folder).catch(() => null);
  return vocabulary?.profiles?.includes(profile) === true;
}

interface Trashed {
  readonly folders: string[];
  readonly fingerprints: string[];
}

async function holdersInTrash(workspace: Workspace, profile: string, source: Source): Promise<Trashed> {
  const found: Trashed = { folders: [], fingerprints: [] };
  for (const { entry, inside } of await trashed(workspace, DATASET_NAME)) {
    const dataset = await readDataset(inside).catch(() => null);
    if (dataset === null || !isSameSource(await sourceOfDataset(dataset), source)) continue;
    // One that cannot be read is removed too: nobody could say that it does not hold the profile.
    const how = await holds({ dataset, folder: inside }, profile, true).catch(() => 'as-profile' as const);
    if (how === 'not') continue;
    found.folders.push(entry);
    if (how === 'as-profile') found.fingerprints.push(dataset.fingerprint);
  }
  return found;
}

async function trashedRunsOf(
  workspace: Workspace,
  profile: string,
  fingerprints: ReadonlySet<string>,
  name: string,
): Promise<string[]> {
  const found: string[] = [];
  const present = new Set((await listDatasets(workspace)).map(({ fingerprint }) => fingerprint));
  for (const { entry, inside } of await trashed(workspace, RUN_NAME))
    if (await isOfHolder(inside, profile, fingerprints, present, name)) found.push(entry);
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
