/** Cleans all tables of an import, and creates the vocabularies of the remaining IDs. */
import type { FileReport, Finding } from '../../shared/contract/dataset';
import { type PseudonymKey, pseudonymsOf } from '../data/privacy/pseudonyms';
import type { Database } from '../storage/database/database';
import { identifier, joined, sql } from '../storage/database/sql';
import { idsBefore } from './adding/added';
import type { Before } from './adding/before';
import { cleanEvents, type CleanRows, eventCountsSql } from './clean/clean-events';
import { type CleanEntities, cleanItems, cleanKeywords, cleanProfiles, cleanSubmission } from './clean/clean-tables';
import { findEventKinds } from './clean/event-kinds';
import { readTimes } from './clean/event-times';
import { eventFindings } from './clean/findings';
import { createIds, createVocabulary, type IdKind, idTable, type IdUse } from './clean/ids';
import { isEventsPlan } from './layouts/import-plan';
import type { ImportProgress } from './progress';
import { type SourceTable, tableOf } from './read/source-table';

/** The cleaned tables of an import. */
interface CleanedTables {
  readonly events: readonly CleanRows[];
  readonly profiles: CleanEntities | null;
  readonly items: CleanEntities | null;
  readonly hasKeywords: boolean;
  /** Number of requested profiles; null without a submission file, or with one without profiles, which counts as absent. */
  readonly submissionProfiles: number | null;
  readonly findings: readonly Finding[];
}

interface CleanContext {
  readonly database: Database;
  readonly progress: ImportProgress;
  /** Replaces profile IDs by pseudonyms; null to keep the IDs. */
  readonly key: PseudonymKey | null;
}

/** Cleans the tables of events and those of profiles, titles and so on at the same time. Omits tables without a header. */
export async function cleanTables(
  { database, progress, key }: CleanContext,
  tables: readonly SourceTable[],
  before: Before | null,
): Promise<CleanedTables> {
  const used = tables.filter((table) => !table.isEmpty);
  const [profile, item] = await database.together(
    (other) =>
      createIds(
        other,
        'profile',
        usesOf('profile', used),
        key && ((ids) => pseudonymsOf(key, ids)),
        idsBefore('profile', before),
      ),
    (other) => createIds(other, 'item', usesOf('item', used), null, idsBefore('item', before)),
  );
  const findings: Finding[][] = used.map(() => []);
  const events: CleanRows[] = [];
  let profiles: CleanEntities | null = null;
  let items: CleanEntities | null = null;
  const cleanAllEvents = async (other: Database): Promise<void> => {
    for (const [index, table] of used.entries()) {
      const { plan } = table;
      if (!isEventsPlan(plan)) continue;
      progress.step('clean', plan.file);
      const times = await readTimes(other, table, plan, before?.events.dates ?? null);
      const kinds = await findEventKinds(other, table, plan);
      const [cleaned, found] = await other.together(
        (one) => cleanEvents(one, table, plan, { profile, item }, { ...times, kinds }, before?.events ?? null),
        (one) => eventFindings(one, table, plan, kinds),
      );
      events.push(cleaned);
      findings[index]!.push(...found);
    }
  };
  const cleanOthers = async (other: Database): Promise<void> => {
    for (const [index, table] of used.entries()) {
      const { plan } = table;
      if (isEventsPlan(plan)) continue;
      progress.step('clean', plan.file);
      if (plan.role === 'profiles') {
        profiles = await cleanProfiles(other, table, plan, { before: before?.profiles ?? null });
        findings[index]!.push(...profiles.findings);
      } else if (plan.role === 'items') {
        items = await cleanItems(other, table, plan, { before: before?.items ?? null });
        findings[index]!.push(...items.findings);
      } else if (plan.role === 'item-keywords') await cleanKeywords(other, table, plan, before?.keywords ?? null);
      else await cleanSubmission(other, table, plan, before?.submission ?? null);
      // The texts of events are needed until the snapshot is written.
      await other.run(sql`DROP TABLE ${tableOf(table)}`);
    }
  };
  await database.together(cleanAllEvents, cleanOthers);
  const has = (role: FileReport['role']): boolean => used.some(({ plan }) => plan.role === role);
  const submissionProfiles = has('submission') ? (await countOf(database, 'submission')) || null : null;
  return { events, profiles, items, hasKeywords: has('item-keywords'), submissionProfiles, findings: findings.flat() };
}

async function countOf(database: Database, table: string): Promise<number> {
  return (await database.row<{ rows: number }>(sql`SELECT count(*)::INTEGER AS rows FROM ${identifier(table)}`)).rows;
}

function usesOf(kind: IdKind, tables: readonly SourceTable[]): IdUse[] {
  return tables.flatMap((table) => {
    const columns: Partial<Record<IdKind, string>> = table.plan;
    const column = columns[kind];
    return column === undefined ? [] : [{ table, column }];
  });
}

/**
 * Profiles: all with an event or a row, and all requested ones; items: all with an event or a row.
 * @returns the numbers of both
 */
export async function createVocabularies(
  database: Database,
  { events, profiles, items, submissionProfiles }: CleanedTables,
  hasBefore: boolean,
): Promise<{ profiles: number; items: number }> {
  const codes = async (other: Database, kind: IdKind, others: (string | null)[]): Promise<number> => {
    await other.run(sql`CREATE TABLE ${idTable(kind, 'events')} AS ${eventCountsSql(kind, events, hasBefore)}`);
    const tables = [idTable(kind, 'events'), ...others.flatMap((table) => (table === null ? [] : [identifier(table)]))];
    const all = tables.map((table) => sql`SELECT code FROM ${table}`);
    return (await createVocabulary(other, kind, joined(all, sql` UNION `))).length;
  };
  const [profileCount, itemCount] = await database.together(
    (other) =>
      codes(other, 'profile', [profiles && profiles.merged, submissionProfiles === null ? null : 'submission']),
    (other) => codes(other, 'item', [items && items.merged]),
  );
  return { profiles: profileCount, items: itemCount };
}
