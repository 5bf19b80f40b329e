/** Every reason to repair or reject a row, listed once. */
import { identifier, joined, literal, literals, type Sql, sql } from '../../storage/database/sql';

interface Reason {
  readonly reason: string;
  readonly outcome: 'repaired' | 'rejected';
  /** The column it is about; null if it is about the whole row. */
  readonly about: 'profile' | 'item' | 'time' | 'weight' | 'code' | null;
}

/**
 * Reasons found while cleaning values, in order of precedence: a row is reported under the first that holds. The index is the number that the tables
 * keep. (split-rows has the reasons for rows that cannot be cut into fields.)
 */
const VALUE_REASONS = {
  missingProfile: { reason: 'missing-id', outcome: 'rejected', about: 'profile' },
  missingItem: { reason: 'missing-id', outcome: 'rejected', about: 'item' },
  unreadableProfile: { reason: 'unreadable-id', outcome: 'rejected', about: 'profile' },
  unreadableItem: { reason: 'unreadable-id', outcome: 'rejected', about: 'item' },
  missingTime: { reason: 'missing-time', outcome: 'rejected', about: 'time' },
  impossibleTime: { reason: 'impossible-time', outcome: 'rejected', about: 'time' },
  weightNotANumber: { reason: 'weight-not-a-number', outcome: 'rejected', about: 'weight' },
  duplicate: { reason: 'duplicate', outcome: 'rejected', about: null },
  secondsCarried: { reason: 'seconds-carried', outcome: 'repaired', about: 'time' },
  profileDecimal: { reason: 'id-decimal', outcome: 'repaired', about: 'profile' },
  itemDecimal: { reason: 'id-decimal', outcome: 'repaired', about: 'item' },
  timeDecimal: { reason: 'time-decimal', outcome: 'repaired', about: 'time' },
  codeDecimal: { reason: 'code-decimal', outcome: 'repaired', about: 'code' },
  unreadableText: { reason: 'unreadable-text', outcome: 'repaired', about: null },
} as const satisfies Record<string, Reason>;

export type ReasonName = keyof typeof VALUE_REASONS;
const NAMES = Object.keys(VALUE_REASONS) as ReasonName[];

export const reasonNumber = (name: ReasonName): number => NAMES.indexOf(name);

/** Numbers below are rejections, numbers from here on repairs. */
export const FIRST_REPAIR = NAMES.findIndex((name) => VALUE_REASONS[name].outcome === 'repaired');

/** SQL that returns the number of the first reason that holds, or null. */
export function reasonSql(conditions: Partial<Record<ReasonName, Sql>>): Sql {
  const cases = NAMES.flatMap((name, number) =>
    conditions[name] === undefined ? [] : [sql`WHEN ${conditions[name]} THEN ${number}`],
  );
  return sql`CASE ${joined(cases, sql` `)} END::TINYINT`;
}

/** SQL that maps the number to the reason's public name, and to the column it is about. */
function reasonNameSql(column: Sql): Sql {
  const cases = NAMES.map((name, number) => sql`WHEN ${number} THEN ${literal(VALUE_REASONS[name].reason)}`);
  return sql`CASE ${column} ${joined(cases, sql` `)} END`;
}

function reasonColumnSql(column: Sql, columns: Partial<Record<string, string | null>>): Sql {
  const cases = NAMES.flatMap((name, number) => {
    const { about } = VALUE_REASONS[name];
    const header = about === null ? null : columns[about];
    return header ? [sql`WHEN ${number} THEN ${literal(header)}`] : [];
  });
  return cases.length === 0 ? sql`NULL` : sql`CASE ${column} ${joined(cases, sql` `)} END`;
}

/** The table that collects all issues of an import. */
export const CREATE_ISSUES = sql`CREATE TABLE issues (file INTEGER, line BIGINT, "column" VARCHAR, rejected BOOLEAN, reason VARCHAR, raw VARCHAR)`;

/**
 * Adds the issues of a table's rows to the table of all issues, with lines and raw texts.
 * @param found table of row, issue and all columns of the source's table
 * @param columns header names of the columns that a reason can be about
 */
export function takeIssuesSql(
  source: { file: Sql; line: Sql; raw: Sql },
  found: string,
  columns: Partial<Record<string, string | null>>,
): Sql {
  const issue = sql`issue`;
  return sql`INSERT INTO issues
    SELECT ${source.file}, ${source.line}, ${reasonColumnSql(issue, columns)}, issue < ${FIRST_REPAIR}, ${reasonNameSql(issue)}, ${source.raw}
    FROM ${identifier(found)} WHERE issue IS NOT NULL`;
}

/**
 * SQL of the content of row-issues.parquet, ordered by file and line.
 * @param names table of the names of all files: id, position
 * @param silent numbers of files whose rows are reported by line only, because their text contains IDs that must not be kept
 */
export function issuesFileSql(names: string, silent: readonly number[]): Sql {
  const raw =
    silent.length === 0 ? sql`raw` : sql`CASE WHEN issues.file IN (${literals(silent)}) THEN '' ELSE raw END AS raw`;
  return sql`SELECT names.id AS file, line, "column",
    CASE WHEN rejected THEN 'rejected' ELSE 'repaired' END AS outcome, reason, ${raw}
    FROM issues JOIN ${identifier(names)} names ON names.position = issues.file ORDER BY issues.file, line`;
}
