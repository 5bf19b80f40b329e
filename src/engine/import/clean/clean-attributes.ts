/** Attributes of profiles and items: turns text columns into values, whatever the layout. */
import type { AttributeDescription, Finding } from '../../../shared/contract/dataset';
import { say } from '../../../shared/words/sentence';
import type { Database } from '../../storage/database/database';
import { identifier, joined, literal, literals, nothing, type Sql, sql } from '../../storage/database/sql';
import { idOrder } from '../../data/tables';
import { finding } from './finding';
import { MISSING_SQL } from './ids';
import type { AttributePlan } from '../layouts/import-plan';
import { columnOf, type SourceTable, tableOf } from '../read/source-table';

/** An attribute as read from a file. Tables of the import keep it under `column`; the snapshot names it by its index among the kept attributes. */
export interface CleanAttribute {
  readonly plan: AttributePlan;
  readonly kind: AttributeDescription['kind'];
  readonly column: string;
  /** SQL over the file's view: text, number, or list of texts. */
  readonly value: Sql;
  /** The text of a value of guessed kind, as further rows may change the guess. Null if the kind is known. */
  readonly text: Sql | null;
  /** SQL for whether a code ended in .0. */
  readonly repairedSql: Sql | null;
}

/** An aggregate: whether there are values and all of them are numbers. DuckDB's bool_and ignores nulls. */
export const areNumbersSql = (value: Sql): Sql =>
  sql`coalesce(bool_and(coalesce(abs(try_cast(${value} AS DOUBLE)) <= 1e300, false)), false)`;

/** A finite number, or null. */
export const finiteSql = (text: Sql): Sql =>
  sql`CASE WHEN abs(try_cast(${text} AS DOUBLE)) <= 1e300 THEN try_cast(${text} AS DOUBLE) END`;

/** A number that an attribute can have, or null. */
const numberSql = (text: Sql, { least }: AttributePlan): Sql =>
  least === undefined ? finiteSql(text) : sql`CASE WHEN ${finiteSql(text)} >= ${least} THEN ${finiteSql(text)} END`;

/** @param before a table of existing rows, whose texts also decide the kind */
export async function planAttributes(
  database: Database,
  table: SourceTable,
  plans: readonly AttributePlan[],
  before: string | null,
): Promise<CleanAttribute[]> {
  const attributes: CleanAttribute[] = [];
  for (const [index, plan] of plans.entries()) {
    const columns = plan.columns.flatMap((name) => columnOf(table, name) ?? []);
    const column = `a${index}`;
    const others = before === null ? nothing : sql`UNION ALL SELECT ${identifier(column)} FROM ${identifier(before)}`;
    const kind = await kindOf(database, table, plan, { columns, others });
    const text = plan.kind === 'guess' ? textSql(columns[0], false) : null;
    attributes.push({ plan, kind, column, text, ...sqlOf(table, plan, kind, columns) });
  }
  return attributes;
}

/**
 * The attributes of the data set: an optional one counts only if a row has a value.
 * @param tables whose rows count
 */
export async function attributesSaid(
  database: Database,
  tables: readonly Sql[],
  attributes: readonly CleanAttribute[],
): Promise<CleanAttribute[]> {
  const said: CleanAttribute[] = [];
  for (const attribute of attributes) {
    const column = identifier(attribute.column);
    const hasValue = attribute.kind === 'set' ? sql`len(${column}) > 0` : sql`${column} IS NOT NULL`;
    const found =
      attribute.plan.whereSaid !== true ||
      (await hasRows(
        database,
        joined(
          tables.map((table) => sql`SELECT 1 FROM ${table} WHERE ${hasValue}`),
          sql` UNION ALL `,
        ),
      ));
    if (found) said.push(attribute);
  }
  return said;
}

const hasRows = async (database: Database, query: Sql): Promise<boolean> =>
  (await database.rows(sql`${query} LIMIT 1`)).length > 0;

/** The attribute columns under the names that the snapshot has for them. */
export const keptColumns = (columns: readonly Sql[]): Sql[] =>
  columns.map((column, place) => sql`${column} AS ${identifier(`a${place}`)}`);

async function kindOf(
  database: Database,
  table: SourceTable,
  plan: AttributePlan,
  { columns, others }: { columns: readonly Sql[]; others: Sql },
): Promise<AttributeDescription['kind']> {
  if (plan.kind === 'flags') return 'set';
  if (plan.kind !== 'guess') return plan.kind;
  const value = textSql(columns[0], false);
  const { numeric } = await database.row<{ numeric: boolean }>(
    sql`SELECT ${areNumbersSql(sql`value`)} AS numeric
      FROM (SELECT ${value} AS value FROM ${tableOf(table)} ${others}) WHERE value IS NOT NULL`,
  );
  return numeric ? 'numeric' : 'categorical';
}

/** A text, or null if empty; a code loses the .0 of a spreadsheet. */
function textSql(column: Sql | undefined, codes: boolean): Sql {
  if (column === undefined) return sql`NULL::VARCHAR`;
  const value = sql`CASE WHEN lower(${column}) NOT IN (${MISSING_SQL}) THEN ${column} END`;
  return codes ? sql`regexp_replace(${value}, '^(-?[0-9]+)\\.0*$', '\\1')` : value;
}

function sqlOf(
  table: SourceTable,
  plan: AttributePlan,
  kind: AttributeDescription['kind'],
  columns: readonly Sql[],
): Pick<CleanAttribute, 'value' | 'repairedSql'> {
  const codes = plan.codes === true;
  const [first] = columns;
  if (kind === 'numeric') {
    return { value: first === undefined ? sql`NULL::DOUBLE` : numberSql(first, plan), repairedSql: null };
  }
  const repairedSql =
    codes && first !== undefined ? sql`coalesce(regexp_full_match(${first}, '-?[0-9]+\\.0*'), false)` : null;
  if (kind === 'categorical') return { value: textSql(first, codes), repairedSql };
  return {
    value: sql`list_filter(list_distinct(list_transform(${membersSql(table, plan, columns)},
      member -> replace(member, chr(31), ' '))), member -> member <> '')`,
    repairedSql: null,
  };
}

function membersSql(table: SourceTable, plan: AttributePlan, columns: readonly Sql[]): Sql {
  if (columns.length === 0) return sql`[]::VARCHAR[]`;
  if (plan.kind === 'flags') {
    const members = plan.columns.flatMap((name) => {
      const column = columnOf(table, name);
      return column === null ? [] : [sql`CASE WHEN ${column} = '1' THEN ${literal(name)} END`];
    });
    return sql`[${joined(members)}]::VARCHAR[]`;
  }
  // A set in one column is written as in MovieLens: Comedy|Romance.
  if (plan.columns.length === 1)
    return sql`list_transform(string_split(coalesce(${textSql(columns[0], false)}, ''), '|'), member -> trim(member))`;
  return sql`[${joined(columns.map((column) => textSql(column, false)))}]::VARCHAR[]`;
}

/** Merges several rows of an ID into one: the first existing value, and all members of sets. `rank` orders the rows of an ID. */
export function mergedSql(attributes: readonly CleanAttribute[]): Sql[] {
  return attributes.map(({ kind, column: name }) => {
    const column = identifier(name);
    return kind === 'set'
      ? sql`list_sort(list_distinct(flatten(list(${column})))) AS ${column}`
      : sql`first(${column} ORDER BY rank) FILTER (${column} IS NOT NULL) AS ${column}`;
  });
}

/** The values of an attribute, with each member of a set separately. */
const valuesOf = ({ kind, column }: CleanAttribute): Sql =>
  kind === 'set' ? sql`unnest(${identifier(column)})` : identifier(column);

/** Lists the categories of each attribute in ID order: their positions are the codes in the models. */
export async function describeAttributes(
  database: Database,
  merged: string,
  attributes: readonly CleanAttribute[],
): Promise<AttributeDescription[]> {
  const described: AttributeDescription[] = [];
  for (const attribute of attributes) {
    const { plan, kind } = attribute;
    const categories =
      kind === 'numeric'
        ? []
        : (
            await database.rows<{ value: string }>(
              sql`SELECT DISTINCT ${valuesOf(attribute)} AS value FROM ${identifier(merged)}`,
            )
          )
            .map(({ value }) => value)
            .filter((value) => value !== null);
    described.push({ name: plan.name, kind, categories: categories.sort(idOrder(categories)) });
  }
  return described;
}

/** Findings about accepted rows: missing values, values out of range, and texts among numbers. */
export async function attributeFindings(
  database: Database,
  table: SourceTable,
  clean: string,
  attributes: readonly CleanAttribute[],
): Promise<Finding[]> {
  const { file } = table.plan;
  const findings: Finding[] = [];
  if (attributes.length === 0) return findings;
  const missing = attributes.map(({ kind, column: name }) => {
    const column = identifier(name);
    const isMissing = kind === 'set' ? sql`len(${column}) = 0` : sql`${column} IS NULL`;
    return sql`(count(*) FILTER (${isMissing}))::INTEGER AS ${column}`;
  });
  const missingRows = await database.row<Record<string, number>>(
    sql`SELECT ${joined(missing)} FROM ${identifier(clean)} WHERE accepted`,
  );
  for (const attribute of attributes) {
    const { plan } = attribute;
    const rows = missingRows[attribute.column]!;
    if (rows > 0 && plan.whereSaid !== true)
      findings.push(
        finding({
          severity: 'information',
          code: 'empty-attribute',
          file,
          rows,
          sentence: say('finding.empty-attribute', { rows, file, attribute: plan.name }),
        }),
      );
    findings.push(...(await numberFindings(database, table, clean, attribute)));
    if (plan.allowed === undefined) continue;
    const outside = await database.rows<{ value: string; rows: number }>(
      sql`SELECT value, count(*)::INTEGER AS rows FROM (SELECT ${valuesOf(attribute)} AS value FROM ${identifier(clean)} WHERE accepted)
        WHERE value NOT IN (${literals(plan.allowed)}) GROUP BY value ORDER BY rows DESC, value`,
    );
    if (outside.length === 0) continue;
    const total = outside.reduce((sum, { rows: count }) => sum + count, 0);
    const [first = '', last = first] = [plan.allowed[0], plan.allowed.at(-1)];
    const range = { times: total, first, last };
    findings.push(
      finding({
        severity: 'warning',
        code: 'code-out-of-range',
        file,
        rows: total,
        sentence: say('finding.code-out-of-range', { attribute: plan.name, file, ...range }),
        examples: outside.slice(0, 5).map(({ value }) => value),
      }),
    );
  }
  return findings;
}

/** Values that an attribute of numbers has, and that are no numbers. */
async function numberFindings(
  database: Database,
  table: SourceTable,
  clean: string,
  { plan, kind, column: name }: CleanAttribute,
): Promise<Finding[]> {
  const source = columnOf(table, plan.columns[0] ?? null);
  if (kind !== 'numeric' || plan.kind !== 'numeric' || source === null) return [];
  const { file } = table.plan;
  const values = await database.rows<{ value: string; rows: number }>(
    sql`SELECT ${source} AS value, count(*)::INTEGER AS rows FROM ${identifier(clean)}
      WHERE accepted AND ${identifier(name)} IS NULL AND lower(${source}) NOT IN (${MISSING_SQL})
      GROUP BY value ORDER BY rows DESC, value`,
  );
  if (values.length === 0) return [];
  const rows = values.reduce((sum, { rows: count }) => sum + count, 0);
  return [
    finding({
      severity: 'warning',
      code: 'no-number',
      file,
      rows,
      sentence: say('finding.no-number', { rows, file, attribute: plan.name }),
      examples: values.slice(0, 5).map(({ value }) => value),
    }),
  ];
}
