/** What is worth knowing about rows that were accepted. */
import type { Finding } from '../../../shared/contract';
import type { Database } from '../database';
import type { CleanEvents } from './clean-events';
import type { CleanEntities } from './clean-tables';
import { type FileRole, type FolderPlan, optionalColumns } from './plan';
import { columnOf, type SourceTable } from './source-table';

type Draft = Omit<Finding, 'examples'> & { examples?: string[] };

const finding = (draft: Draft): Finding => ({ examples: [], ...draft });

/** About files that are not there. */
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
        message: `There is no file of items${layout === 'contest' ? ' (meta_data.csv)' : ''}: titles are shown by their ids.`,
      }),
    );
  if (!has('profiles'))
    missing.push(
      finding({
        severity: 'information',
        code: 'no-profiles',
        file: null,
        rows: 0,
        message: 'There is no file of profiles: nothing is known of them but their events.',
      }),
    );
  return missing;
}

/** About the form of a file. */
export function tableFindings(table: SourceTable): Finding[] {
  const { file } = table.plan;
  const findings: Finding[] = [];
  if (table.isEmpty)
    findings.push(
      finding({ severity: 'warning', code: 'empty-file', file, rows: 0, message: `${file} is empty and is not used.` }),
    );
  else if (table.rows === 0)
    findings.push(
      finding({
        severity: 'warning',
        code: 'no-rows',
        file,
        rows: 0,
        message: `${file} has a header and no rows.`,
      }),
    );
  const absent = table.isEmpty ? [] : optionalColumns(table.plan).filter((name) => columnOf(table, name) === null);
  if (absent.length > 0)
    findings.push(
      finding({
        severity: 'information',
        code: 'column-missing',
        file,
        rows: 0,
        message: `${file} has no column ${absent.join(', ')}; what it would say counts as unknown.`,
        examples: absent,
      }),
    );
  if (table.blankLines > 0)
    findings.push(
      finding({
        severity: 'information',
        code: 'blank-lines',
        file,
        rows: table.blankLines,
        message: `${table.blankLines} blank lines of ${file} were passed over; they are not rows.`,
      }),
    );
  if (table.trimmed > 0)
    findings.push(
      finding({
        severity: 'information',
        code: 'padded-fields',
        file,
        rows: table.trimmed,
        message: `${table.trimmed} rows of ${file} have blanks around a field; they are not part of the value.`,
      }),
    );
  return findings;
}

interface OddCount {
  code: string;
  condition: string;
  message: (rows: number) => string;
}

/** About optional fields of an events file. */
export async function eventFindings(database: Database, { table, plan }: CleanEvents): Promise<Finding[]> {
  const { file } = plan;
  const odd: OddCount[] = [];
  const payment = columnOf(table, plan.payment);
  if (payment !== null)
    odd.push({
      code: 'empty-payment',
      condition: `${payment} IS NULL`,
      message: (rows) => `${rows} rows of ${file} have no ${plan.payment}; it counts as unknown.`,
    });
  for (const name of [plan.trailer, plan.continuous]) {
    const column = columnOf(table, name);
    if (column !== null)
      odd.push({
        code: 'flag-out-of-range',
        condition: `${column} IS NULL OR ${column} <> 'N' AND ${column} <> 'Y' AND ${column} NOT IN ('y', 'n')`,
        message: (rows) => `${rows} rows of ${file} have neither Y nor N as ${name}; it counts as unknown.`,
      });
  }
  const [watched, total] = [columnOf(table, plan.watchTime), columnOf(table, plan.totalTime)];
  if (watched !== null && total !== null)
    odd.push({
      code: 'share-unknown',
      condition: `try_cast(${watched} AS DOUBLE) IS NULL OR coalesce(try_cast(${total} AS DOUBLE), 0) <= 0`,
      message: (rows) =>
        `${rows} rows of ${file} do not tell the share that was watched; they count for nothing in data.completion.`,
    });
  const weight = columnOf(table, plan.weight);
  if (weight !== null) {
    odd.push({
      code: 'empty-weight',
      condition: `${weight} IS NULL`,
      message: (rows) => `${rows} rows of ${file} have no ${plan.weight}; they count with weight 1.`,
    });
    odd.push({
      code: 'weight-not-positive',
      condition: `try_cast(${weight} AS DOUBLE) <= 0`,
      message: (rows) => `${rows} rows of ${file} have a ${plan.weight} of 0 or less; no recipe counts them.`,
    });
  }
  if (odd.length === 0) return [];
  const counts = await database.row<Record<string, number>>(
    `SELECT ${odd.map(({ condition }, index) => `(count(*) FILTER (${condition}))::INTEGER AS n${index}`).join(', ')} FROM ${table.data}`,
  );
  return odd.flatMap(({ code, message }, index) => {
    const rows = counts[`n${index}`]!;
    return rows === 0 ? [] : [finding({ severity: 'information', code, file, rows, message: message(rows) })];
  });
}

/** About ids that are in one file and not in another. */
export async function idFindings(
  database: Database,
  profiles: CleanEntities | null,
  items: CleanEntities | null,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [kind, entities, what] of [
    ['profile', profiles, 'a row'],
    ['item', items, 'metadata'],
  ] as const) {
    if (entities === null) continue;
    const { file } = entities.table.plan;
    const unknown = await database.rows<{ id: string; rows: number }>(`
      SELECT canonical AS id, events AS rows FROM ${kind}_events JOIN ${kind}_codes USING (code) ANTI JOIN ${entities.merged} USING (code) ORDER BY rows DESC, id`);
    if (unknown.length > 0) {
      const rows = unknown.reduce((sum, row) => sum + row.rows, 0);
      findings.push({
        severity: 'warning',
        code: kind === 'profile' ? 'unknown-profile' : 'unknown-item',
        file,
        rows,
        message: `${unknown.length} ids with ${rows} events have no ${what === 'a row' ? 'row' : what} in ${file}; ${kind === 'profile' ? 'all their attributes are unknown' : 'they are shown by their id'}.`,
        examples: unknown.slice(0, 5).map(({ id }) => id),
      });
    }
    const idle = await database.row<{ rows: number }>(`
      SELECT count(*)::INTEGER AS rows FROM ${entities.merged} ANTI JOIN ${kind}_events USING (code)`);
    if (idle.rows > 0)
      findings.push(
        finding({
          severity: 'information',
          code: kind === 'profile' ? 'profile-without-events' : 'item-without-events',
          file,
          rows: idle.rows,
          message: `${idle.rows} ids of ${file} have no event.`,
        }),
      );
  }
  return findings;
}
