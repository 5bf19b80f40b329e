/** Imports a folder: reads its files, cleans them, and writes what was accepted. The pipeline, step by step. */
import * as path from 'node:path';
import type { Dataset, FileReport, Finding } from '../../shared/contract/dataset';
import { ShelfwiseError } from '../../shared/errors';
import { placeOfRows } from '../../shared/values/place-of-rows';
import { say } from '../../shared/words/sentence';
import { type Forgotten, type Source, sourceOf, sourceOfDataset, tellsOfPeople } from '../data/privacy/forgotten';
import type { Snapshot } from '../data/snapshot-tables';
import { addedTo, findingsBefore, issuesBefore, joinSources, writeRows } from './adding/added';
import { takeBefore } from './adding/before';
import type { PseudonymKey } from '../data/privacy/pseudonyms';
import type { Database } from '../storage/database/database';
import { readParquetFile } from '../storage/database/parquet';
import { type Sql, sql } from '../storage/database/sql';
import { eventColumns } from './clean/event-times';
import { folderFindings, idFindings, passedOverFindings, tableFindings } from './clean/findings';
import { fingerprintOf, fingerprintWithout, IMPORTER_VERSION } from '../data/fingerprint';
import { createPositions } from './clean/ids';
import { CREATE_ISSUES, issuesFileSql } from './clean/issues';
import { timesApart } from './clean/times-apart';
import { cleanTables, createVocabularies } from './cleaned-tables';
import { forgottenElsewhere, leaveOut } from './left-out';
import { rowIssuesFileOf } from './known-import';
import { EVENT_ROLES, type FolderPlan, isEventsPlan, newerAttributes } from './layouts/import-plan';
import type { ImportProgress } from './progress';
import { readTables } from './read/read-table';
import type { SourceTable } from './read/source-table';
import { reportFiles, reportIgnored } from './report';
import { requireUnchanged } from './read/source-file';
import { sortEvents } from './sort-events';
import { writeParquet, writeSnapshot } from './write-snapshot';

interface BuildContext {
  readonly database: Database;
  readonly plan: FolderPlan;
  /** Where to build the snapshot. */
  readonly folder: string;
  /** For files that live only during the import. */
  readonly scratch: string;
  readonly progress: ImportProgress;
  /** Called once the content of the files is known; throws if it must not enter the workspace. */
  readonly admit: (source: Source) => Promise<void>;
  /** Forgotten profiles, which must stay out. */
  readonly forgotten: Forgotten;
  /** Replaces profile IDs by pseudonyms; null to keep the IDs. */
  readonly key: PseudonymKey | null;
  /** The data set to add the folder to; null if the folder is the whole data set. */
  readonly before: Snapshot | null;
  readonly signal?: AbortSignal;
}

/** At most this many files without a role are named. */
const MOST_IGNORED = 50;

/** @returns the future content of dataset.json; all other files of the snapshot are then in `folder` */
export async function buildSnapshot(context: BuildContext): Promise<Dataset> {
  const { database, plan, folder, progress } = context;
  const begun = new Date();
  await database.run(CREATE_ISSUES);
  const before = context.before === null ? null : await takeBefore(database, context.before, plan);
  const read = await readAll(context);
  const source = joinSources(
    await sourceOf(
      plan.folder,
      read.flatMap(({ plan: { role }, files }) => files.map(({ rows, sha256 }) => ({ role, rows, sha256 }))),
    ),
    before && (await sourceOfDataset(before.snapshot.dataset)),
  );
  await context.admit(source);
  const isForgotten = whoIsForgotten(context, source);
  const { tables, leftOut } = await withoutForgotten(context, read, isForgotten);

  progress.step('clean', 'ids');
  const cleaned = await cleanTables(context, tables, before);
  const hasBefore = before !== null;
  const vocabulary = await createVocabularies(database, cleaned, hasBefore);

  progress.step('write', 'snapshot');
  const events = await sortEvents(database, cleaned.events, { hasBefore });
  const files = await reportFiles(database, tables, leftOut);
  if (!hasBefore) requireEvents(plan, files);
  const names = files.map(placeOfRows);
  const allFiles = [...(before?.snapshot.dataset.files.filter(({ role }) => role !== 'ignored') ?? []), ...files];
  const rowIssuesFile = rowIssuesFileOf(allFiles);
  // A row that could not be cut into fields may contain an ID anywhere, and any text may be an ID: no search finds all of them.
  const mayHoldIds = tellsOfPeople(files);
  const hidesText = context.key !== null || isForgotten !== null;
  const silent = files.flatMap(({ file }, number) => (hidesText && mayHoldIds(file) ? [number] : []));
  const [{ files: snapshotFiles, digests }, ofIds] = await database.together(
    (other) =>
      writeSnapshot(other, folder, {
        ...cleaned,
        events,
        hasSubmission: cleaned.submissionProfiles !== null,
      }),
    (other) => idFindings(other, cleaned, before?.snapshot.dataset.files),
    (other) =>
      writeIssues(other, path.join(folder, rowIssuesFile), { names, silent, before: issuesBefore(context.before) }),
  );
  const findings = [
    ...(before === null ? folderFindings(plan) : findingsBefore(before.snapshot.dataset)),
    ...passedOverFindings(plan),
    ...tables.flatMap(tableFindings),
    ...cleaned.findings,
    ...ofIds,
    ...(await timesApart(database, folder)),
    ...(await elsewhereFindings(context)),
  ];
  const period = await periodOf(database, folder);
  const adding = await writeRows(database, folder, cleaned);
  for (const { plan: of, state } of tables.flatMap((table) => table.files)) await requireUnchanged(of.path, state);

  progress.step('fingerprint', 'snapshot');
  const description = {
    importerVersion: IMPORTER_VERSION,
    layout: plan.layout,
    mapping: plan.mapping,
    profileAttributes: [...(cleaned.profiles?.descriptions ?? [])],
    itemAttributes: [...(cleaned.items?.descriptions ?? [])],
  };
  const newer = newerAttributes(plan);
  const hasNewer = description.itemAttributes.some(({ name }) => newer.includes(name));
  return {
    formatVersion: 1,
    fingerprint: fingerprintOf(description, digests),
    name: path.basename(plan.folder),
    folder: plan.folder,
    importedAt: begun.toISOString(),
    ...vocabulary,
    interactions: historyEvents(allFiles),
    period,
    ...description,
    ...(newer.length > 0 && { newerAttributes: newer }),
    ...(hasNewer && { earlierFingerprint: fingerprintWithout(newer, description, digests) }),
    files: [...allFiles, ...plan.ignored.slice(0, MOST_IGNORED).map(reportIgnored)],
    findings,
    ...(context.key && { pseudonyms: { key: context.key.id } }),
    submissionProfiles: cleaned.submissionProfiles,
    snapshotFiles,
    rowIssuesFile,
    adding,
    ...(context.before && addedTo(context.before.dataset, plan.folder, begun)),
  };
}

async function writeIssues(
  database: Database,
  target: string,
  { names, silent, before }: { names: readonly string[]; silent: readonly number[]; before: Sql | null },
): Promise<void> {
  await createPositions(database, 'file_names', names);
  const own = issuesFileSql('file_names', silent);
  await database.run(
    sql`CREATE VIEW issues_written AS ${before === null ? own : sql`SELECT * FROM (${before}) UNION ALL SELECT * FROM (${own})`}`,
  );
  await writeParquet(database, target, 'issues_written');
}

async function readAll({ database, plan, scratch, progress, before, signal }: BuildContext): Promise<SourceTable[]> {
  let files = 0;
  const tables = plan.tables.map((table, index) => {
    const firstFile = files;
    files += table.parts.length;
    const compute = isEventsPlan(table) ? { compute: eventColumns(table, index) } : {};
    return { plan: table, index, firstFile, evenEmpty: before !== null, ...compute };
  });
  return readTables(database, tables, ({ file }) => ({
    temporary: scratch,
    onBytes: (bytes) => progress.bytes(file, bytes),
    signal,
  }));
}

/** Tests whether an ID in the files is that of a profile forgotten in this data; null if none was forgotten. */
function whoIsForgotten({ forgotten, key }: BuildContext, source: Source): ((id: string) => boolean) | null {
  const isOne = forgotten.from(source);
  if (isOne === null) return null;
  // Tests both ID and pseudonym: the profile may have been forgotten in a data set with either.
  return (id) => isOne(id) || (key !== null && isOne(key.of(id)));
}

/** The tables without the rows of profiles forgotten in this data, and how many such rows each file had. */
async function withoutForgotten(
  { database }: BuildContext,
  tables: readonly SourceTable[],
  isForgotten: ((id: string) => boolean) | null,
): Promise<{ tables: SourceTable[]; leftOut: Map<number, number> }> {
  if (isForgotten === null) return { tables: [...tables], leftOut: new Map() };
  const left = [];
  for (const table of tables) left.push(await leaveOut(database, table, isForgotten));
  return { tables: left.map(({ table }) => table), leftOut: new Map(left.flatMap(({ rows }) => [...rows])) };
}

async function elsewhereFindings({ database, forgotten, plan }: BuildContext): Promise<Finding[]> {
  const { anywhere } = forgotten;
  if (anywhere === null) return [];
  const ids = await database.rows<{ id: string }>(sql`SELECT id FROM profile_vocabulary ORDER BY position`);
  const history = plan.tables.find(({ role }) => role === 'history')!;
  return forgottenElsewhere(history.file, ids.map(({ id }) => id).filter(anywhere));
}

const historyEvents = (files: readonly FileReport[]): number =>
  files.reduce((sum, { role, accepted, repaired }) => sum + (role === 'history' ? accepted + repaired : 0), 0);

/** @throws ShelfwiseError `bad-data` if no event of the history is left */
function requireEvents({ tables }: FolderPlan, files: readonly FileReport[]): void {
  if (historyEvents(files) > 0) return;
  const { file } = tables.find(({ role }) => role === 'history')!;
  const history = files.filter(({ role }) => role === 'history');
  const rows = history.reduce((sum, report) => sum + report.rows, 0);
  if (rows === 0) throw new ShelfwiseError('bad-data', say('import.no-rows', { file }));
  const counts = new Map<string, number>();
  for (const { reason, rows: more } of history.flatMap(({ reasons }) => reasons.rejected))
    counts.set(reason, (counts.get(reason) ?? 0) + more);
  const causes = Array.from(counts, ([reason, count]) => `${reason} (${count})`).join(', ');
  throw new ShelfwiseError('bad-data', say('import.all-rejected', { rows, file, causes }));
}

/** Covers the history, like the number of interactions. */
async function periodOf(database: Database, folder: string): Promise<Dataset['period']> {
  const events = readParquetFile(path.join(folder, 'events.parquet'));
  const { from, to } = await database.row<{ from: number | null; to: number | null }>(
    sql`SELECT min(time) AS "from", max(time) AS "to" FROM ${events} WHERE role = ${EVENT_ROLES.indexOf('history')}`,
  );
  const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();
  return from === null || to === null ? null : { from: iso(from), to: iso(to) };
}
