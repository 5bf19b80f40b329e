/** Describes how an addition changed a data set, from both data sets, since events are only ever added. */
import type { AttributeDescription, Dataset, FileReport } from '../../../shared/contract/dataset';
import type { DataChange, Drift } from '../../../shared/contract/data-change';
import { type Snapshot, snapshotTable } from '../../../engine/data/snapshot-tables';
import { type Database, withDatabase } from '../../../engine/storage/database/database';
import { identifier, joined, literal, type Sql, sql } from '../../../engine/storage/database/sql';
import { placeIn } from '../../../engine/storage/plain-file';
import type { IdKind } from '../../../engine/import/clean/ids';
import { EVENT_ROLES } from '../../../engine/import/layouts/import-plan';
import { driftOf, type ValueCount } from './drift';

/** Edges between the bins of numbers: tenths of the previous values. */
const TENTHS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

interface ChangeOptions {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly folder: string;
  /** Reports of the added files. */
  readonly read: readonly FileReport[];
  readonly exact: boolean;
  readonly signal?: AbortSignal | undefined;
}

export async function describeChange(options: ChangeOptions): Promise<DataChange> {
  const { before, after, folder, exact, signal } = options;
  const reads = [before, after].flatMap((snapshot) =>
    ['events.parquet', 'profiles.parquet', 'items.parquet'].map((file) => placeIn(snapshot.folder, file)),
  );
  const [old, now] = [before.dataset, after.dataset];
  return withDatabase({ reads: [...new Set(reads)], ...(signal && { signal }) }, async (database) => ({
    base: old.fingerprint,
    folder,
    exact,
    profiles: { before: old.profiles, after: now.profiles },
    items: { before: old.items, after: now.items },
    events: await eventsOf(database, options),
    drift: [
      ...(await driftIn(database, before, after, 'profile')),
      ...(await driftIn(database, before, after, 'item')),
    ].toSorted((left, right) => Number(right.drifted) - Number(left.drifted) || right.index - left.index),
  }));
}

async function eventsOf(database: Database, { before, after, read }: ChangeOptions): Promise<DataChange['events']> {
  const count = async (snapshot: Snapshot): Promise<Map<number, number>> => {
    const rows = await database.rows<{ role: number; events: number }>(
      sql`SELECT role::INTEGER AS role, count(*)::DOUBLE AS events FROM ${snapshotTable(snapshot, 'events.parquet')} GROUP BY 1`,
    );
    return new Map(rows.map(({ role, events }) => [role, events]));
  };
  const [old, now] = [await count(before), await count(after)];
  const rejected = (files: readonly FileReport[], reason: (name: string) => boolean): number =>
    files.flatMap(({ reasons }) => reasons.rejected).reduce((sum, one) => sum + (reason(one.reason) ? one.rows : 0), 0);
  return EVENT_ROLES.flatMap((role, number) => {
    const files = read.filter((file) => file.role === role);
    const [had, has] = [old.get(number) ?? 0, now.get(number) ?? 0];
    if (has === 0 && files.length === 0) return [];
    return [
      {
        role,
        before: had,
        added: has - had,
        duplicates: rejected(files, (reason) => reason === 'duplicate'),
        rejected: rejected(files, (reason) => reason !== 'duplicate'),
      },
    ];
  });
}

/** Each profile with viewings counts once, each title as often as it was watched. */
async function driftIn(database: Database, before: Snapshot, after: Snapshot, kind: IdKind): Promise<Drift[]> {
  const attributes = (dataset: Dataset): readonly AttributeDescription[] => dataset[`${kind}Attributes`];
  const [old, now] = [`${kind}s_before`, `${kind}s_after`];
  for (const [table, snapshot] of [
    [old, before],
    [now, after],
  ] as const)
    await database.run(sql`
      CREATE TABLE ${identifier(table)} AS
      SELECT entities.*, coalesce(counts.events, 0) AS events
      FROM (SELECT row_number() OVER () - 1 AS position, * FROM ${snapshotTable(snapshot, `${kind}s.parquet`)}) entities
      LEFT JOIN (
        SELECT ${identifier(kind)} AS position, count(*) AS events FROM ${snapshotTable(snapshot, 'events.parquet')}
        WHERE role = ${EVENT_ROLES.indexOf('history')} GROUP BY 1) counts USING (position)`);
  const weight = (events: Sql): Sql => (kind === 'profile' ? sql`(${events} > 0)::INTEGER` : events);
  await database.run(sql`
    CREATE TABLE ${identifier(`${kind}s_added`)} AS
    SELECT later.* REPLACE (later.events - coalesce(earlier.events, 0) AS events)
    FROM ${identifier(now)} later LEFT JOIN ${identifier(old)} earlier USING (id)`);
  const found: Drift[] = [];
  for (const [index, { name, kind: of }] of attributes(after.dataset).entries()) {
    // An attribute that is no longer numeric cannot be compared.
    if (attributes(before.dataset)[index]?.kind !== of) continue;
    const value = await valueSql(database, identifier(`a${index}`), of, identifier(old));
    const counts = (table: string): Sql => sql`
      SELECT value, sum(weight)::DOUBLE AS amount FROM (SELECT ${value} AS value, ${weight(sql`events`)} AS weight FROM ${identifier(table)} WHERE events > 0)
      GROUP BY 1`;
    const rows = await database.rows<ValueCount>(sql`
      SELECT coalesce(old.value, added.value) AS value, coalesce(old.amount, 0) AS before, coalesce(added.amount, 0) AS added
      FROM (${counts(old)}) old FULL JOIN (${counts(`${kind}s_added`)}) added ON old.value IS NOT DISTINCT FROM added.value
      ORDER BY value`);
    found.push({ of: `${kind}s`, attribute: name, ...driftOf(rows) });
  }
  return found;
}

/** The value of an attribute as a text: each member of a set, or the tenth of a number. */
async function valueSql(
  database: Database,
  column: Sql,
  kind: AttributeDescription['kind'],
  before: Sql,
): Promise<Sql> {
  if (kind === 'set') return sql`unnest(CASE WHEN len(${column}) > 0 THEN ${column} ELSE [NULL::VARCHAR] END)`;
  if (kind === 'categorical') return column;
  const tenths = await Promise.all(
    TENTHS.map((tenth) =>
      database.row<{ edge: number | null }>(
        sql`SELECT quantile_disc(${column}, ${tenth}) AS edge FROM ${before} WHERE events > 0`,
      ),
    ),
  );
  const edges = [...new Set(tenths.flatMap(({ edge }) => edge ?? []))];
  const cases = edges.map((edge) => sql`WHEN ${column} <= ${edge} THEN ${literal(`≤ ${edge}`)}`);
  const above = literal(edges.length === 0 ? '*' : `> ${edges.at(-1)!}`);
  return sql`CASE ${joined(cases, sql` `)} WHEN ${column} IS NOT NULL THEN ${above} END`;
}
