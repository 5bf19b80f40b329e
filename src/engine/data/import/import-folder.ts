/** From a folder of the user to an immutable snapshot in the workspace. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Dataset, Finding, ImportAnswer, Mapping, Progress } from '../../../shared/contract';
import { ShelfwiseError } from '../../../shared/errors';
import { makeFolder, makeFolderNamedBy, writeJson } from '../../files';
import { datasetFolder, type Workspace } from '../../workspace';
import { type Database, withDatabase } from '../database';
import { acceptedEventsSql, cleanEvents, type CleanEvents } from './clean-events';
import { cleanItems, cleanKeywords, cleanProfiles, cleanSubmission, type CleanEntities } from './clean-tables';
import { discover } from './discover';
import { eventFindings, idFindings, tableFindings } from './findings';
import { fingerprintOf } from './fingerprint';
import { createIds, createVocabulary } from './ids';
import { CREATE_ISSUES } from './issues';
import { findKnownImport, recordImport, rowIssuesFileOf } from './known-import';
import { type FolderPlan, IMPORTER_VERSION, isEventsPlan } from './plan';
import { readTable, type SourceTable } from './read-table';
import { reportFiles, reportIgnored } from './report';
import { requireUnchanged } from './source-file';
import { writeParquet, writeSnapshot } from './write-snapshot';

export interface ImportOptions {
  readonly workspace: Workspace;
  /** The user's folder, which is only ever read. */
  readonly folder: string;
  /** How to read a folder of another service; without it the layout is recognised. */
  readonly mapping?: Mapping;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

const PHASES = 5;

/**
 * Reads a folder into a snapshot. The very data that is there already answers with `imported` false.
 * @throws ShelfwiseError `not-found`, `no-permission`, `no-space`, `stopped`, or `bad-data` that says which file and what to do
 */
export async function importFolder(options: ImportOptions): Promise<ImportAnswer> {
  const { workspace, signal } = options;
  const folder = path.resolve(options.folder);
  const report = (done: number, phase: string, detail: string): void =>
    options.onProgress?.({ phase, detail, done, total: PHASES });
  report(0, 'look', folder);
  const plan = await discover(folder, options.mapping ?? null);
  const known = await findKnownImport(workspace, plan, signal);
  if (known !== null) return { ...known, imported: false };

  await makeFolder(workspace.datasets);
  const { result: dataset, made } = await makeFolderNamedBy(workspace.datasets, async (temporary) => {
    const scratch = path.join(temporary, 'scratch');
    await makeFolder(scratch);
    const built = await withDatabase({ temporary: scratch, signal }, (database) =>
      buildSnapshot(database, plan, temporary, scratch, report, signal),
    );
    await fs.rm(scratch, { recursive: true, force: true });
    await writeJson(path.join(temporary, 'dataset.json'), built);
    const isThere = await fs.stat(datasetFolder(workspace, built.fingerprint)).catch(() => null);
    // The content is there already; what this folder's rows gave cause to is told of the latest import.
    if (isThere !== null) await recordImport(workspace, built, temporary);
    return { name: built.fingerprint, result: built };
  });
  report(PHASES, 'done', dataset.fingerprint);
  return { ...dataset, imported: made };
}

async function buildSnapshot(
  database: Database,
  plan: FolderPlan,
  folder: string,
  scratch: string,
  report: (done: number, phase: string, detail: string) => void,
  signal: AbortSignal | undefined,
): Promise<Dataset> {
  await database.run(CREATE_ISSUES);
  const tables: SourceTable[] = [];
  for (const [index, tablePlan] of plan.tables.entries()) {
    report(1, 'read', tablePlan.file);
    tables.push(await readTable({ database, temporary: scratch, signal }, tablePlan, index));
  }
  report(2, 'clean', 'ids, times, duplicates');
  const cleaned = await cleanTables(database, tables);
  const files = await reportFiles(database, tables);
  requireEvents(cleaned.events, files);

  const accepted = acceptedEventsSql(cleaned.events);
  for (const kind of ['profile', 'item'])
    await database.run(
      `CREATE TABLE ${kind}_events AS SELECT ${kind} AS code, count(*)::INTEGER AS events FROM (${accepted}) GROUP BY 1`,
    );
  const codesOf = (kind: 'profile' | 'item', others: (string | null)[]): string =>
    [`SELECT code FROM ${kind}_events`, ...others.filter((sql) => sql !== null)].join(' UNION ');
  const profileIds = await createVocabulary(
    database,
    'profile',
    codesOf('profile', [
      cleaned.profiles && `SELECT code FROM ${cleaned.profiles.merged}`,
      cleaned.hasSubmission ? 'SELECT code FROM submission' : null,
    ]),
  );
  const itemIds = await createVocabulary(
    database,
    'item',
    codesOf('item', [cleaned.items && `SELECT code FROM ${cleaned.items.merged}`]),
  );
  const findings: Finding[] = [
    ...tables.flatMap(tableFindings),
    ...cleaned.findings,
    ...(await idFindings(database, cleaned.profiles, cleaned.items)),
  ];

  report(3, 'write', 'snapshot');
  const snapshotFiles = await writeSnapshot(database, folder, cleaned);
  for (const table of tables) await requireUnchanged(table.plan.path, table.state);
  report(4, 'fingerprint', 'snapshot');
  const history = cleaned.events.find((events) => events.plan.role === 'history')!;
  const historyReport = files[history.table.index]!;
  const description = {
    importerVersion: IMPORTER_VERSION,
    layout: plan.layout,
    mapping: plan.mapping,
    profileAttributes: [...(cleaned.profiles?.descriptions ?? [])],
    itemAttributes: [...(cleaned.items?.descriptions ?? [])],
  };
  const fingerprint = await fingerprintOf(
    database,
    folder,
    snapshotFiles.map(({ file }) => file),
    description,
  );
  const rowIssuesFile = rowIssuesFileOf(files);
  await writeParquet(database, path.join(folder, rowIssuesFile), issuesSql(tables));
  const submission = cleaned.hasSubmission
    ? await database.row<{ rows: number }>('SELECT count(*)::INTEGER AS rows FROM submission')
    : null;
  return {
    formatVersion: 1,
    fingerprint,
    name: path.basename(plan.folder),
    folder: plan.folder,
    importedAt: new Date().toISOString(),
    profiles: profileIds.length,
    items: itemIds.length,
    interactions: historyReport.accepted + historyReport.repaired,
    period: await periodOf(database, accepted),
    ...description,
    files: [...files, ...plan.ignored.slice(0, 50).map(reportIgnored)],
    findings,
    submissionProfiles: submission?.rows ?? null,
    snapshotFiles,
    rowIssuesFile,
  };
}

interface CleanedTables {
  readonly events: CleanEvents[];
  readonly profiles: CleanEntities | null;
  readonly items: CleanEntities | null;
  readonly hasKeywords: boolean;
  readonly hasSubmission: boolean;
  readonly findings: Finding[];
}

async function cleanTables(database: Database, tables: readonly SourceTable[]): Promise<CleanedTables> {
  const used = tables.filter((table) => !table.isEmpty);
  const uses = (kind: 'profile' | 'item') =>
    used.flatMap((table) => {
      const column = (table.plan as { profile?: string; item?: string })[kind];
      return column === undefined ? [] : [{ table, column }];
    });
  await createIds(database, 'profile', uses('profile'));
  await createIds(database, 'item', uses('item'));
  const events: CleanEvents[] = [];
  let profiles: CleanEntities | null = null;
  let items: CleanEntities | null = null;
  let hasKeywords = false;
  let hasSubmission = false;
  const findings: Finding[] = [];
  for (const table of used) {
    const { plan } = table;
    if (isEventsPlan(plan)) {
      const cleaned = await cleanEvents(database, table, plan);
      events.push(cleaned);
      findings.push(...(await eventFindings(database, cleaned)));
    } else if (plan.role === 'profiles') {
      profiles = await cleanProfiles(database, table, plan);
      findings.push(...profiles.findings);
    } else if (plan.role === 'items') {
      items = await cleanItems(database, table, plan);
      findings.push(...items.findings);
    } else if (plan.role === 'item-keywords') {
      await cleanKeywords(database, table, plan);
      hasKeywords = true;
    } else {
      await cleanSubmission(database, table, plan);
      hasSubmission = true;
    }
    // The texts have served; what is kept of them is small.
    await database.run(`DROP VIEW ${table.view}; DROP TABLE ${table.view}_rows`);
  }
  return { events, profiles, items, hasKeywords, hasSubmission, findings };
}

/** @throws ShelfwiseError `bad-data` where no event of the history is left */
function requireEvents(events: readonly CleanEvents[], files: Dataset['files']): void {
  const history = events.find(({ plan: { role } }) => role === 'history')!;
  const report = files[history.table.index]!;
  if (report.accepted + report.repaired > 0) return;
  if (report.rows === 0)
    throw new ShelfwiseError(
      'bad-data',
      `${history.plan.path} has a header and no rows: there is nothing to learn from. Export it again.`,
    );
  const reasons = report.reasons.rejected.map(({ reason, rows }) => `${reason} (${rows})`).join(', ');
  throw new ShelfwiseError(
    'bad-data',
    `All ${report.rows} rows of ${history.plan.path} were rejected: ${reasons}. Look at the columns of the file, or read the folder with a column mapping (--map FILE).`,
  );
}

async function periodOf(database: Database, accepted: string): Promise<Dataset['period']> {
  const { from, to } = await database.row<{ from: number | null; to: number | null }>(
    `SELECT min(time) AS "from", max(time) AS "to" FROM (${accepted})`,
  );
  const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();
  return from === null || to === null ? null : { from: iso(from), to: iso(to) };
}

function issuesSql(tables: readonly SourceTable[]): string {
  const names = tables.map(({ index, plan }) => `WHEN ${index} THEN '${plan.file.replaceAll("'", "''")}'`);
  return (
    `SELECT CASE file ${names.join(' ')} END AS file, line, "column", ` +
    `CASE WHEN rejected THEN 'rejected' ELSE 'repaired' END AS outcome, reason, raw FROM issues ORDER BY issues.file, line`
  );
}
