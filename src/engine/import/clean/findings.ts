/** Findings about accepted rows. */
import type { FileReport, Finding } from '../../../shared/contract/dataset';
import { say, type Sentence } from '../../../shared/words/sentence';
import type { Database } from '../../storage/database/database';
import { identifier, joined, type Sql, sql } from '../../storage/database/sql';
import { finding } from './finding';
import type { EventKinds } from './event-kinds';
import { type IdKind, idTable } from './ids';
import type { CleanEntities } from './clean-tables';
import { columnInWords } from '../layouts/column-words';
import { type EventsPlan, type FileRole, type FolderPlan, optionalColumns, rareColumns } from '../layouts/import-plan';
import { columnOf, type SourceFile, type SourceTable, tableOf } from '../read/source-table';

export const FOLDERS_NOT_READ = 'folders-not-read';

/** About missing files. */
export function folderFindings({ layout, tables }: FolderPlan): Finding[] {
  const has = (role: FileRole): boolean => tables.some((table) => table.role === role);
  const missing: Finding[] = [];
  if (!has('items'))
    missing.push(
      finding({
        severity: 'information',
        code: 'no-metadata',
        file: null,
        rows: 0,
        sentence: say(layout === 'contest' ? 'finding.no-metadata-contest' : 'finding.no-metadata'),
      }),
    );
  if (!has('profiles'))
    missing.push(
      finding({
        severity: 'information',
        code: 'no-profiles',
        file: null,
        rows: 0,
        sentence: say('finding.no-profiles'),
      }),
    );
  return missing;
}

/** How many folders a finding names. */
const NAMED = 20;

/** About months in folders that were not read. */
export function passedOverFindings({ passedOver }: FolderPlan): Finding[] {
  if (passedOver.length === 0) return [];
  const named = passedOver.slice(0, NAMED);
  const folders = passedOver.length > NAMED ? [...named, '…'] : named;
  return [
    finding({
      severity: 'warning',
      code: FOLDERS_NOT_READ,
      file: null,
      rows: 0,
      sentence: say('finding.folders-not-read', { folders }),
      examples: named,
    }),
  ];
}

/** About the form of a table's files. */
export const tableFindings = ({ files }: SourceTable): Finding[] => files.flatMap(fileFindings);

function fileFindings(table: SourceFile): Finding[] {
  const { file, partition = {} } = table.plan;
  const findings: Finding[] = [];
  if (table.isEmpty)
    findings.push(
      finding({
        severity: 'warning',
        code: 'empty-file',
        file,
        rows: 0,
        sentence: say('finding.empty-file', { file }),
      }),
    );
  else if (table.rows === 0)
    findings.push(
      finding({
        severity: 'warning',
        code: 'no-rows',
        file,
        rows: 0,
        sentence: say('finding.no-rows', { file }),
      }),
    );
  const columns = [...table.columns, ...Object.keys(partition)];
  const rare = rareColumns(table.plan);
  const absent = table.isEmpty
    ? []
    : optionalColumns(table.plan).filter((name) => !rare.includes(name) && columnOf({ columns }, name) === null);
  if (absent.length > 0)
    findings.push(
      finding({
        severity: 'information',
        code: 'column-missing',
        file,
        rows: 0,
        sentence: say('finding.column-missing', {
          file,
          columns: absent.map((name) => columnInWords(table.plan, name)),
        }),
      }),
    );
  if (table.blankLines > 0)
    findings.push(
      finding({
        severity: 'information',
        code: 'blank-lines',
        file,
        rows: table.blankLines,
        sentence: say('finding.blank-lines', { file, rows: table.blankLines }),
      }),
    );
  if (table.trimmed > 0)
    findings.push(
      finding({
        severity: 'information',
        code: 'padded-fields',
        file,
        rows: table.trimmed,
        sentence: say('finding.padded-fields', { file, rows: table.trimmed }),
      }),
    );
  return findings;
}

interface OddCount {
  code: string;
  condition: Sql;
  sentence: (rows: number) => Sentence;
}

/**
 * About optional fields of an events file.
 * @param kinds of its events, if they are few
 */
export async function eventFindings(
  database: Database,
  table: SourceTable,
  plan: EventsPlan,
  kinds: EventKinds | null,
): Promise<Finding[]> {
  const { file } = plan;
  const odd: OddCount[] = [];
  const payment = columnOf(table, plan.payment);
  if (payment !== null)
    odd.push({
      code: 'empty-payment',
      condition: sql`${payment} IS NULL`,
      sentence: (rows) => say('finding.empty-payment', { file, rows, column: columnInWords(plan, plan.payment!) }),
    });
  for (const name of [plan.trailer, plan.continuous]) {
    const column = columnOf(table, name);
    if (column !== null)
      odd.push({
        code: 'flag-out-of-range',
        condition: sql`${column} IS NULL OR ${column} <> 'N' AND ${column} <> 'Y' AND ${column} NOT IN ('y', 'n')`,
        sentence: (rows) => say('finding.flag-out-of-range', { file, rows, column: columnInWords(plan, name!) }),
      });
  }
  const [watched, total] = [columnOf(table, plan.watchTime), columnOf(table, plan.totalTime)];
  if (watched !== null && total !== null)
    odd.push({
      code: 'share-unknown',
      condition: sql`try_cast(${watched} AS DOUBLE) IS NULL OR coalesce(try_cast(${total} AS DOUBLE), 0) <= 0`,
      sentence: (rows) => say('finding.share-unknown', { file, rows }),
    });
  const weight = columnOf(table, plan.weight);
  if (weight !== null) {
    odd.push({
      code: 'empty-weight',
      condition: sql`${weight} IS NULL`,
      sentence: (rows) => say('finding.empty-weight', { file, rows, column: columnInWords(plan, plan.weight!) }),
    });
    odd.push({
      code: 'weight-not-positive',
      condition: sql`try_cast(${weight} AS DOUBLE) <= 0`,
      sentence: (rows) => say('finding.weight-not-positive', { file, rows, column: columnInWords(plan, plan.weight!) }),
    });
  }
  if (odd.length === 0) return [];
  const count = kinds === null ? sql`count(*)` : sql`sum(rows)`;
  const numbers = odd.map(
    ({ condition }, index) => sql`coalesce(${count} FILTER (${condition}), 0)::INTEGER AS ${identifier(`n${index}`)}`,
  );
  const source = kinds === null ? tableOf(table) : identifier(kinds.data);
  const counts = await database.row<Record<string, number>>(sql`SELECT ${joined(numbers)} FROM ${source}`);
  return odd.flatMap(({ code, sentence }, index) => {
    const rows = counts[`n${index}`]!;
    return rows === 0 ? [] : [finding({ severity: 'information', code, file, rows, sentence: sentence(rows) })];
  });
}

/**
 * About IDs that occur in one file and not in another.
 * @param before files of the data set that others are added to, which these tables contain too
 */
export async function idFindings(
  database: Database,
  { profiles, items }: { profiles: CleanEntities | null; items: CleanEntities | null },
  before: readonly FileReport[] = [],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [kind, entities] of [
    ['profile', profiles],
    ['item', items],
  ] as const) {
    if (entities === null) continue;
    const file = before.find(({ role }) => role === `${kind}s`)?.file ?? entities.table.plan.file;
    const [events, merged] = [idTable(kind, 'events'), identifier(entities.merged)];
    const unknown = await database.rows<{ id: string; rows: number }>(sql`
      SELECT canonical AS id, events AS rows FROM ${events} JOIN ${idTable(kind, 'codes')} USING (code)
      ANTI JOIN ${merged} USING (code) ORDER BY rows DESC, id`);
    const { idle } = await database.row<{ idle: number }>(sql`
      SELECT count(*)::INTEGER AS idle FROM ${merged} ANTI JOIN ${events} USING (code)`);
    findings.push(...findingsOfIds(kind, file, unknown, idle));
  }
  return findings;
}

/**
 * @param unknown IDs with events but without a row in `file`, most events first
 * @param idle number of IDs with a row but without events
 */
export function findingsOfIds(
  kind: IdKind,
  file: string,
  unknown: readonly { id: string; rows: number }[],
  idle: number,
): Finding[] {
  const findings: Finding[] = [];
  if (unknown.length > 0) {
    const rows = unknown.reduce((sum, row) => sum + row.rows, 0);
    const code = `unknown-${kind}` as const;
    findings.push(
      finding({
        severity: 'warning',
        code,
        file,
        rows,
        sentence: say(`finding.${code}`, { ids: unknown.length, rows, file }),
        examples: unknown.slice(0, 5).map(({ id }) => id),
      }),
    );
  }
  if (idle > 0)
    findings.push(
      finding({
        severity: 'information',
        code: kind === 'profile' ? 'profile-without-events' : 'item-without-events',
        file,
        rows: idle,
        sentence: say(`finding.${kind}-without-events`, { ids: idle, file }),
      }),
    );
  return findings;
}
