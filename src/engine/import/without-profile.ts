/**
 * Makes a snapshot without one of its profiles, from the snapshot alone: the user's folder may be gone. The result is what an import of the folder
 * without that profile gives, with the same fingerprint.
 */
import * as path from 'node:path';
import type { AttributeDescription, ContentFile, Dataset, Finding } from '../../shared/contract/dataset';
import type { Database } from '../storage/database/database';
import { identifier, identifiers, joined, literal, literals, nothing, type Sql, sql } from '../storage/database/sql';
import { loadItems, loadProfiles } from '../data/snapshot';
import { tellsOfPeople } from '../data/privacy/forgotten';
import { type Snapshot, snapshotTable, withSnapshot } from '../data/snapshot-tables';
import { idOrder } from '../data/tables';
import { eventsWithMarks, wholeAdding, writeRowsWithout } from './adding/without-profile';
import { findingsOfIds } from './clean/findings';
import { fingerprintOf } from '../data/fingerprint';
import { areNumbersSql } from './clean/clean-attributes';
import { createPositions, type IdKind, idTable } from './clean/ids';
import { EVENT_ROLES } from './layouts/import-plan';
import { findingsWithout, type RemovedCount, reportWithout } from './report-without-profile';
import { type Content, writeContents, writeParquet } from './write-snapshot';

export interface WithoutProfile {
  /** Null if no event of the history is left, so that no data set is possible. */
  readonly dataset: Dataset | null;
  /** Events of the profile, of all roles. */
  readonly events: number;
  /** Titles known only from events of this profile, which are dropped. */
  readonly items: number;
  /** Rows with issues whose text was removed. */
  readonly texts: number;
}

/** @param folder where to write the new snapshot, apart from dataset.json */
export async function writeWithoutProfile(
  snapshot: Snapshot,
  profile: string,
  folder: string,
): Promise<WithoutProfile> {
  const [profiles, items] = await Promise.all([loadProfiles(snapshot), loadItems(snapshot)]);
  const { snapshotFiles = [], rowIssuesFile } = snapshot.dataset;
  const adding = await wholeAdding(snapshot);
  const named = [...snapshotFiles, ...(adding?.files ?? [])].map(({ file }): string => file);
  const files = [...named, ...(rowIssuesFile === undefined ? [] : [rowIssuesFile])];
  const write = async (database: Database): Promise<WithoutProfile> => {
    const texts = await writeIssues(database, snapshot, folder);
    const kept = profiles.ids.filter((id) => id !== profile);
    await takeEvents(database, eventsWithMarks(snapshot, adding !== null), profiles.ids.indexOf(profile), items.ids);
    const used = await database.rows<{ id: string }>(
      sql`SELECT id FROM ${snapshotTable(snapshot, 'items.parquet')} WHERE in_file OR id IN (SELECT item_id FROM kept_events)`,
    );
    await createPlaces(database, 'profile', profiles.ids, kept);
    const itemIds = used.map(({ id }) => id);
    await createPlaces(database, 'item', items.ids, itemIds);
    const removed = await removedCounts(database);
    const events = removed.reduce((sum, { events: count }) => sum + count, 0);
    const counts = { events, items: items.ids.length - itemIds.length, texts };
    const { history } = await database.row<{ history: number }>(
      sql`SELECT count(*)::INTEGER AS history FROM kept_events WHERE role = ${EVENT_ROLES.indexOf('history')}`,
    );
    if (history === 0) return { dataset: null, ...counts };
    const attributes = await describeAnew(database, snapshot);
    const hasSubmission = await takeSubmission(database, snapshot, profile);
    const written = await writeContents(
      database,
      folder,
      contents(snapshot, attributes, { hasSubmission, hasMarks: adding !== null }),
    );
    const description = {
      importerVersion: snapshot.dataset.importerVersion,
      layout: snapshot.dataset.layout,
      mapping: snapshot.dataset.mapping,
      profileAttributes: attributes,
      itemAttributes: snapshot.dataset.itemAttributes,
    };
    const own = await ownRows(database, snapshot, profile);
    const { adding: _, earlierFingerprint: __, ...before } = snapshot.dataset;
    const of = adding && (await writeRowsWithout(database, snapshot, { profile, folder, dates: adding.dates }));
    const dataset: Dataset = {
      ...before,
      ...description,
      fingerprint: fingerprintOf(description, written.digests),
      profiles: kept.length,
      items: itemIds.length,
      interactions: history,
      period: await periodOf(database),
      files: snapshot.dataset.files.map((file) => reportWithout(file, removed, own)),
      findings: findingsWithout(snapshot.dataset, await idFindings(database, snapshot)),
      submissionProfiles: hasSubmission ? await countOf(database, 'submission') : null,
      snapshotFiles: written.files,
      ...(of && { adding: of }),
    };
    return { dataset, ...counts };
  };
  return withSnapshot(snapshot, files, write, { folder });
}

/** Makes kept_events (all columns of the events, and item_id) and removed_events. @param row of the profile, -1 if it has none */
async function takeEvents(database: Database, events: Sql, row: number, items: readonly string[]): Promise<void> {
  await createPositions(database, 'item_before', items);
  await database.run(sql`
    CREATE TABLE kept_events AS
    SELECT events.*, items.id AS item_id FROM ${events} events JOIN item_before items ON items.position = events.item
    WHERE events.profile <> ${row}`);
  await database.run(sql`CREATE TABLE removed_events AS SELECT role FROM ${events} WHERE profile = ${row}`);
}

/** The table `<kind>_places`: position before, position now. The order is computed again, because it depends on all IDs. */
async function createPlaces(
  database: Database,
  kind: IdKind,
  before: readonly string[],
  kept: readonly string[],
): Promise<void> {
  await createPositions(database, `${kind}_old`, before);
  await createPositions(database, `${kind}_new`, kept.toSorted(idOrder(kept)));
  await database.run(sql`
    CREATE TABLE ${idTable(kind, 'places')} AS
    SELECT before.position AS before, now.position AS now
    FROM ${idTable(kind, 'old')} before JOIN ${idTable(kind, 'new')} now USING (id)`);
}

async function removedCounts(database: Database): Promise<RemovedCount[]> {
  const counts = await database.rows<{ role: number; events: number }>(
    sql`SELECT role::INTEGER AS role, count(*)::INTEGER AS events FROM removed_events GROUP BY role`,
  );
  return counts.map(({ role, events }) => ({ role: EVENT_ROLES[role]!, events }));
}

/** Attributes of the remaining profiles: a category that only the removed profile had disappears. */
async function describeAnew(database: Database, snapshot: Snapshot): Promise<AttributeDescription[]> {
  const { profileAttributes, mapping } = snapshot.dataset;
  const rows = sql`(SELECT * FROM ${snapshotTable(snapshot, 'profiles.parquet')} WHERE id IN (SELECT id FROM profile_new))`;
  const described: AttributeDescription[] = [];
  for (const [index, attribute] of profileAttributes.entries()) {
    const column = identifier(`a${index}`);
    if (attribute.kind === 'numeric') {
      described.push(attribute);
      continue;
    }
    const value = attribute.kind === 'set' ? sql`unnest(${column})` : column;
    const values = await database.rows<{ value: string | null }>(sql`SELECT DISTINCT ${value} AS value FROM ${rows}`);
    const categories = values.flatMap(({ value: one }) => one ?? []);
    // A mapping gave only its column, so the attribute is numeric if all its values are.
    const isGuess = mapping?.profiles?.attributes[index] === attribute.name;
    const isNumeric = isGuess && categories.length > 0 && (await areNumbers(database, rows, column));
    described.push(
      isNumeric
        ? { ...attribute, kind: 'numeric', categories: [] }
        : { ...attribute, categories: categories.sort(idOrder(categories)) },
    );
  }
  return described;
}

async function areNumbers(database: Database, rows: Sql, column: Sql): Promise<boolean> {
  const { numeric } = await database.row<{ numeric: boolean }>(
    sql`SELECT ${areNumbersSql(column)} AS numeric FROM ${rows} WHERE ${column} IS NOT NULL`,
  );
  return numeric;
}

/** Makes the table `submission` (place, profile). @returns whether it requests any profile */
async function takeSubmission(database: Database, snapshot: Snapshot, profile: string): Promise<boolean> {
  if (snapshot.dataset.submissionProfiles === null) return false;
  await database.run(sql`
    CREATE TABLE submission AS
    SELECT (row_number() OVER (ORDER BY place) - 1)::INTEGER AS place, profile
    FROM ${snapshotTable(snapshot, 'submission.parquet')} WHERE profile <> ${literal(profile)}`);
  return (await countOf(database, 'submission')) > 0;
}

const ENTITY_COLUMNS = { profile: ['id', 'in_file'], item: ['id', 'in_file', 'title', 'subtitle'] } as const;
const EVENT_VALUES = ['role', 'weight', 'trailer', 'continuous', 'payment', 'completion'] as const;

/** The content of each file of the new snapshot, in the order and form of an import. */
function contents(
  snapshot: Snapshot,
  attributes: readonly AttributeDescription[],
  { hasSubmission, hasMarks }: { hasSubmission: boolean; hasMarks: boolean },
): Partial<Record<ContentFile, Content>> {
  const { profileAttributes, itemAttributes, snapshotFiles = [] } = snapshot.dataset;
  const ofProfiles = attributes.map(({ kind }, index) => {
    const column = identifier(`a${index}`);
    return kind === profileAttributes[index]!.kind ? column : sql`try_cast(${column} AS DOUBLE) AS ${column}`;
  });
  const entities = (kind: IdKind, ofKind: readonly Sql[]): Content => ({
    rows: sql`
      SELECT ${joined([...ENTITY_COLUMNS[kind].map(identifier), ...ofKind])}
      FROM ${snapshotTable(snapshot, `${kind}s.parquet`)} JOIN ${idTable(kind, 'new')} USING (id) ORDER BY position`,
  });
  return {
    'profiles.parquet': entities('profile', ofProfiles),
    'items.parquet': entities(
      'item',
      itemAttributes.map((_, index) => identifier(`a${index}`)),
    ),
    'events.parquet': {
      rows: sql`
        SELECT profiles.now AS profile, items.now AS item, time, ${identifiers(EVENT_VALUES)} ${hasMarks ? sql`, mark` : nothing}
        FROM kept_events
        JOIN profile_places profiles ON profiles.before = kept_events.profile
        JOIN item_places items ON items.before = kept_events.item
        ORDER BY time, profiles.now, items.now, ${identifiers(EVENT_VALUES)}`,
      columns: sql`profile, item, time, ${identifiers(EVENT_VALUES)}`,
      ...(hasMarks && { beside: { file: 'event-marks.parquet', columns: sql`mark` } }),
    },
    ...(snapshotFiles.some(({ file }) => file === 'keywords.parquet') && {
      'keywords.parquet': {
        rows: sql`SELECT * FROM ${snapshotTable(snapshot, 'keywords.parquet')} ORDER BY ALL`,
      },
    }),
    ...(hasSubmission && { 'submission.parquet': { rows: sql`SELECT * FROM submission ORDER BY place` } }),
  };
}

/** How many rows of the files of profiles and of the submission are known to be the profile's. */
async function ownRows(database: Database, snapshot: Snapshot, profile: string): Promise<Record<string, number>> {
  const { rows } = await database.row<{ rows: number }>(
    sql`SELECT count(*)::INTEGER AS rows FROM ${snapshotTable(snapshot, 'profiles.parquet')} WHERE in_file AND id = ${literal(profile)}`,
  );
  const before = snapshot.dataset.submissionProfiles;
  return { profiles: rows, submission: before === null ? 0 : before - (await countOf(database, 'submission')) };
}

/** Findings about IDs that occur in one file and not in another. */
async function idFindings(database: Database, snapshot: Snapshot): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const kind of ['profile', 'item'] as const) {
    const file = snapshot.dataset.files.find(({ role }) => role === `${kind}s`)?.file;
    if (file === undefined) continue;
    const idle = idTable(kind, 'idle');
    await database.run(sql`
      CREATE TABLE ${idle} AS
      SELECT entities.id, in_file, count(events.role)::INTEGER AS events
      FROM ${snapshotTable(snapshot, `${kind}s.parquet`)} entities
      JOIN ${idTable(kind, 'new')} USING (id) JOIN ${idTable(kind, 'old')} old ON old.id = entities.id
      LEFT JOIN kept_events events ON events.${identifier(kind)} = old.position GROUP BY ALL`);
    const unknown = await database.rows<{ id: string; rows: number }>(
      sql`SELECT id, events AS rows FROM ${idle} WHERE NOT in_file AND events > 0 ORDER BY rows DESC, id`,
    );
    const { rows } = await database.row<{ rows: number }>(
      sql`SELECT count(*)::INTEGER AS rows FROM ${idle} WHERE in_file AND events = 0`,
    );
    found.push(...findingsOfIds(kind, file, unknown, rows));
  }
  return found;
}

/** Period of the history, as an import reports it. */
async function periodOf(database: Database): Promise<Dataset['period']> {
  const { from, to } = await database.row<{ from: number | null; to: number | null }>(
    sql`SELECT min(time) AS "from", max(time) AS "to" FROM kept_events WHERE role = ${EVENT_ROLES.indexOf('history')}`,
  );
  const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();
  return from === null || to === null ? null : { from: iso(from), to: iso(to) };
}

/**
 * Writes the rows with issues, without the text of those in files with data about people, as every later import of the folder does.
 * @returns how many lost their text
 */
async function writeIssues(database: Database, snapshot: Snapshot, folder: string): Promise<number> {
  const { rowIssuesFile } = snapshot.dataset;
  if (rowIssuesFile === undefined) return 0;
  await database.run(
    sql`CREATE TABLE issues AS SELECT *, row_number() OVER () AS place FROM ${snapshotTable(snapshot, rowIssuesFile)}`,
  );
  const rows = await database.rows<{ file: string }>(sql`SELECT DISTINCT file FROM issues WHERE raw <> ''`);
  const telling = rows.map(({ file }) => file).filter(tellsOfPeople(snapshot.dataset.files));
  const own = telling.length === 0 ? sql`false` : sql`raw <> '' AND file IN (${literals(telling)})`;
  const { texts } = await database.row<{ texts: number }>(
    sql`SELECT count(*)::INTEGER AS texts FROM issues WHERE ${own}`,
  );
  await database.run(sql`UPDATE issues SET raw = '' WHERE ${own}`);
  await database.run(sql`CREATE VIEW issues_written AS SELECT * EXCLUDE (place) FROM issues ORDER BY place`);
  await writeParquet(database, path.join(folder, rowIssuesFile), 'issues_written');
  return texts;
}

async function countOf(database: Database, table: string): Promise<number> {
  return (await database.row<{ rows: number }>(sql`SELECT count(*)::INTEGER AS rows FROM ${identifier(table)}`)).rows;
}
