/** Reads a data set of the workspace, and its tables in the form that models need. */
import { shownDataName } from '../../shared/values/data-name';
import * as path from 'node:path';
import type { historyEntrySchema } from '../../shared/contract/recommendation';
import {
  type AttributeDescription,
  type Dataset,
  datasetSchema,
  type UnreadableDataset,
} from '../../shared/contract/dataset';
import type * as z from 'zod';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { say, type Sentence } from '../../shared/words/sentence';
import { allowedWords } from '../../shared/values/suggest';
import { throwIfStopped } from '../../shared/values/throw-if-stopped';
import { entriesOf } from '../storage/disk';
import { contentOf, type Kept, type KeptKind, readKept } from '../storage/kept-file';
import { hashAnew } from '../storage/known-hashes';
import { placeIn } from '../storage/plain-file';
import { sha256 } from '../storage/read-files';
import { datasetFolder, type Workspace } from '../storage/workspace';
import { listAsText, listOf } from '../storage/database/chunks';
import type { Database, Value } from '../storage/database/database';
import { LAST_SECOND, type Snapshot, snapshotTable, withSnapshot } from './snapshot-tables';
import { fingerprintOfFiles, FINGERPRINTS_SINCE, hasFingerprint } from './fingerprint';
import { identifier, joined, literal, nothing, sql } from '../storage/database/sql';
import type { Attribute, ItemTable, ProfileTable } from './tables';

export type HistoryEntry = z.infer<typeof historyEntrySchema>;

interface DatasetListing {
  /** Latest import first. */
  readonly datasets: Dataset[];
  /** Data sets that cannot be opened, and why: damaged, or imported by a newer version. */
  readonly unreadable: UnreadableDataset[];
}

export async function listAllDatasets({ datasets: folder }: Workspace): Promise<DatasetListing> {
  const listing: DatasetListing = { datasets: [], unreadable: [] };
  for (const { name } of await entriesOf(folder)) {
    if (!/^[0-9a-f]{64}$/.test(name)) continue;
    try {
      const dataset = await readDataset(path.join(folder, name));
      if (dataset !== null) listing.datasets.push(dataset);
    } catch (thrown) {
      const { code, message, said } = toShelfwiseError(thrown);
      listing.unreadable.push({ fingerprint: name, code, message, said });
    }
  }
  listing.datasets.sort((left, right) => (left.importedAt < right.importedAt ? 1 : -1));
  return listing;
}

/** The data sets of a workspace that can be opened, latest import first; `listAllDatasets` includes the others. */
export async function listDatasets(workspace: Workspace): Promise<Dataset[]> {
  return (await listAllDatasets(workspace)).datasets;
}

/** dataset.json in the folder of a data set: damaged, too, if what it says of its columns is not what its fingerprint is made of. */
export async function readDatasetFile(folder: string): Promise<Kept<Dataset>> {
  const file = path.join(folder, 'dataset.json');
  const damaged = say('snapshot.damaged', { file });
  const kept = await readKept(file, datasetKind(path.basename(folder), damaged));
  if (kept.state !== 'fine' || hasFingerprint(kept.content) !== false) return kept;
  return { state: 'damaged', error: new ShelfwiseError('bad-data', damaged) };
}

/** @param name the data set's folder, which begins with its fingerprint */
export const datasetKind = (name: string, damaged: Sentence): KeptKind<Dataset> => ({
  schema: datasetSchema,
  what: 'dataset.json',
  damaged: () => damaged,
  newer: say('version.newer-data', { data: name.slice(0, 12) }),
});

/**
 * Null if there is no data set.
 * @throws ShelfwiseError `bad-data` if dataset.json is damaged, `newer-version` if a newer version wrote it
 */
export async function readDataset(folder: string): Promise<Dataset | null> {
  return contentOf(await readDatasetFile(folder));
}

/** Whether the workspace has a data set that can be opened. */
export async function hasDataset(workspace: Workspace, fingerprint: string): Promise<boolean> {
  return (await listDatasets(workspace)).some((dataset) => dataset.fingerprint === fingerprint);
}

/**
 * @param fingerprint whole, or a beginning of at least 4 characters that identifies one data set
 * @throws ShelfwiseError `not-found` with a list of what exists, `usage` if several begin with it
 */
export async function openSnapshot(workspace: Workspace, fingerprint: string): Promise<Snapshot> {
  const { datasets, unreadable } = await listAllDatasets(workspace);
  const isMeant = (there: { fingerprint: string }): boolean =>
    there.fingerprint === fingerprint || (fingerprint.length >= 4 && there.fingerprint.startsWith(fingerprint));
  const found = datasets.filter(isMeant);
  if (found.length === 1) return { dataset: found[0]!, folder: datasetFolder(workspace, found[0]!.fingerprint) };
  const refused = found.length === 0 ? unreadable.find(isMeant) : undefined;
  if (refused !== undefined) throw new ShelfwiseError(refused.code, refused.said ?? refused.message);
  const names = datasets.map((dataset) => `${dataset.fingerprint.slice(0, 12)} (${shownDataName(dataset)})`);
  if (found.length > 1)
    throw new ShelfwiseError(
      'usage',
      say('data.ambiguous', {
        count: found.length,
        wanted: fingerprint,
        found: found.map((dataset) => dataset.fingerprint.slice(0, 12)),
      }),
    );
  throw new ShelfwiseError(
    'not-found',
    datasets.length === 0
      ? say('data.none-yet', { wanted: fingerprint, folder: workspace.folder })
      : [say('data.unknown', { wanted: fingerprint, folder: workspace.folder }), ...allowedWords(fingerprint, names)],
  );
}

/** All profiles, in ID order. */
export async function loadProfiles(snapshot: Snapshot): Promise<ProfileTable> {
  return withSnapshot(snapshot, ['profiles.parquet'], async (database) => {
    const { profileAttributes } = snapshot.dataset;
    const columns = await readColumns(database, snapshot, 'profiles.parquet', profileAttributes);
    return { ids: columns['id'] as string[], attributes: attributesOf(profileAttributes, columns) };
  });
}

/** For each profile in ID order, whether the file of profiles has a row for it: others appear only in an event or a submission. */
export async function loadHasRow(snapshot: Snapshot): Promise<boolean[]> {
  return withSnapshot(snapshot, ['profiles.parquet'], async (database) => {
    const rows = await database.rows<{ in_file: boolean }>(
      sql`SELECT in_file FROM ${snapshotTable(snapshot, 'profiles.parquet')}`,
    );
    return rows.map(({ in_file: isInFile }) => isInFile);
  });
}

/** All items, in ID order. */
export async function loadItems(snapshot: Snapshot): Promise<ItemTable> {
  return withSnapshot(snapshot, ['items.parquet'], async (database) => {
    const { itemAttributes } = snapshot.dataset;
    const columns = await readColumns(database, snapshot, 'items.parquet', itemAttributes);
    return {
      ids: columns['id'] as string[],
      titles: columns['title'] as (string | null)[],
      attributes: attributesOf(itemAttributes, columns),
    };
  });
}

type Columns = Record<string, Value[]>;

async function readColumns(
  database: Database,
  snapshot: Snapshot,
  file: string,
  attributes: readonly AttributeDescription[],
): Promise<Columns> {
  const lists = attributes.flatMap(({ kind }, index) => (kind === 'set' ? [identifier(`a${index}`)] : []));
  const replaced = lists.map((column) => sql`${listAsText(column)} AS ${column}`);
  const replacement = replaced.length > 0 ? sql`REPLACE (${joined(replaced)})` : nothing;
  return database.columns(sql`SELECT * ${replacement} FROM ${snapshotTable(snapshot, file)}`);
}

function attributesOf(descriptions: readonly AttributeDescription[], columns: Columns): Attribute[] {
  return descriptions.map((description, index) => attributeOf(description, columns[`a${index}`] ?? []));
}

function attributeOf({ name, kind, categories }: AttributeDescription, values: readonly Value[]): Attribute {
  const codeOf = new Map(categories.map((category, code) => [category as Value, code]));
  switch (kind) {
    case 'numeric':
      return { kind, name, values: Float64Array.from(values, (value) => (value === null ? NaN : Number(value))) };
    case 'categorical':
      return { kind, name, categories, codes: Int32Array.from(values, (value) => codeOf.get(value) ?? -1) };
    case 'set': {
      const offsets = new Int32Array(values.length + 1);
      const codes: number[] = [];
      values.forEach((value, row) => {
        const members = listOf(value as string | null) ?? [];
        codes.push(...members.map((member) => codeOf.get(member)!).sort((left, right) => left - right));
        offsets[row + 1] = codes.length;
      });
      return { kind, name, categories, offsets, codes: Int32Array.from(codes) };
    }
  }
}

/** Number of events in the history table, and in any table out of range (`isInRange`). */
export async function countEvents(snapshot: Snapshot): Promise<{ history: number; outOfRange: number }> {
  const { profiles, items } = snapshot.dataset;
  return withSnapshot(snapshot, ['events.parquet'], (database) =>
    database.row(sql`SELECT (count(*) FILTER (WHERE role = 0))::DOUBLE AS "history",
      (count(*) FILTER (WHERE NOT coalesce(profile BETWEEN 0 AND ${literal(profiles - 1)} AND item BETWEEN 0 AND ${literal(items - 1)}
        AND coalesce(abs(time) <= ${literal(LAST_SECOND)}, true), false)))::DOUBLE AS "outOfRange"
      FROM ${snapshotTable(snapshot, 'events.parquet')}`),
  );
}

/** The profiles in sample_submission.csv, in its order; null without that file. */
export async function loadSubmissionProfiles(snapshot: Snapshot): Promise<string[] | null> {
  if (snapshot.dataset.submissionProfiles === null) return null;
  return withSnapshot(snapshot, ['submission.parquet'], async (database) => {
    const rows = await database.rows<{ profile: string }>(
      sql`SELECT profile FROM ${snapshotTable(snapshot, 'submission.parquet')} ORDER BY place`,
    );
    return rows.map(({ profile }) => profile);
  });
}

/** The advice after a problem that `verifyFiles` found. */
export const REPAIR = say('snapshot.repair');

/**
 * Checks that the files of a snapshot are byte for byte those that were written.
 * @returns one sentence per problem; empty if all files are intact
 * @throws ShelfwiseError `stopped` on abort
 */
export async function verifyFiles({ dataset, folder }: Snapshot, signal?: AbortSignal): Promise<Sentence[]> {
  const problems: Sentence[] = [];
  const data = dataset.fingerprint.slice(0, 12);
  for (const { file, sha256: recorded } of dataset.snapshotFiles ?? []) {
    try {
      const found = await hashAnew(placeIn(folder, file), signal);
      if (found === null) problems.push(say('snapshot.file-missing', { file, data }));
      else if (found !== recorded) problems.push(say('snapshot.other-bytes', { file, data }));
    } catch {
      throwIfStopped(signal);
      problems.push(say('snapshot.file-unreadable', { file, data }));
    }
  }
  return problems;
}

/** The descriptions of data sets that were compared with their fingerprints in this process. */
const knownDescriptions = new Set<string>();

/**
 * Of a data set without digests of its columns, which version 1.0.0 and earlier made: whether its description is that of its fingerprint, for which
 * all columns are read, once in a process. Others are compared whenever they are opened.
 * @throws ShelfwiseError `bad-data` if it is not, `not-found` without the data set, `stopped` on abort
 */
export async function requireDescription(
  workspace: Workspace,
  fingerprint: string,
  signal?: AbortSignal,
): Promise<void> {
  const snapshot = await openSnapshot(workspace, fingerprint);
  const { dataset } = snapshot;
  if (hasFingerprint(dataset) !== null || (dataset.importerVersion ?? 0) < FINGERPRINTS_SINCE) return;
  const description = sha256(JSON.stringify(dataset));
  if (knownDescriptions.has(description)) return;
  const problems = await verifySnapshot(snapshot, signal);
  if (problems.length > 0) throw new ShelfwiseError('bad-data', [...problems, REPAIR]);
  knownDescriptions.add(description);
}

/** verifyFiles, and also checks that the files' content still has the fingerprint that names them. */
export async function verifySnapshot(snapshot: Snapshot, signal?: AbortSignal): Promise<Sentence[]> {
  const { dataset, folder } = snapshot;
  const data = dataset.fingerprint.slice(0, 12);
  const problems = await verifyFiles(snapshot, signal);
  if (problems.length > 0) return problems;
  if ((dataset.importerVersion ?? 0) < FINGERPRINTS_SINCE) return [say('snapshot.earlier-version', { data })];
  const names = (dataset.snapshotFiles ?? []).map(({ file }) => file);
  const take = (database: Database): Promise<string> => fingerprintOfFiles(database, folder, names, dataset);
  try {
    const fingerprint = await withSnapshot(snapshot, names, take, signal === undefined ? {} : { signal });
    return fingerprint === dataset.fingerprint ? [] : [say('snapshot.other-fingerprint', { data })];
  } catch (thrown) {
    if (thrown instanceof ShelfwiseError && thrown.code === 'bad-data')
      return (thrown.said ?? []).filter((one) => typeof one !== 'string');
    throw thrown;
  }
}
