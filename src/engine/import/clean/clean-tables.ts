/** Cleans profiles, items, keywords and the submission's profiles: one row per ID, whatever the order of the rows. */
import type { AttributeDescription, Finding } from '../../../shared/contract/dataset';
import { say } from '../../../shared/words/sentence';
import type { Database } from '../../storage/database/database';
import {
  attributeFindings,
  attributesSaid,
  type CleanAttribute,
  describeAttributes,
  finiteSql,
  keptColumns,
  mergedSql,
  planAttributes,
} from './clean-attributes';
import { identifier, joined, nothing, type Sql, sql } from '../../storage/database/sql';
import { finding } from './finding';
import { type IdKind, idReasons, idTable, JOINED_FORM } from './ids';
import { FIRST_REPAIR, reasonSql, takeIssuesSql } from './issues';
import type { ItemsPlan, KeywordsPlan, ProfilesPlan, SubmissionPlan } from '../layouts/import-plan';
import { columnOf, following, type SourceTable, tableOf } from '../read/source-table';

/** A table with one row per code: `merged` (code, attributes, and for items title and subtitle). */
export interface CleanEntities {
  readonly table: SourceTable;
  /** SQL of the merged rows in a form that can be merged with further rows: id, and the columns of `merged`, but texts if the kind is a guess. */
  readonly rows: Sql;
  readonly merged: string;
  readonly attributes: readonly CleanAttribute[];
  readonly descriptions: readonly AttributeDescription[];
  readonly findings: readonly Finding[];
}

const IS_ACCEPTED = sql`issue IS NULL OR issue >= ${FIRST_REPAIR}`;

/** A column of a table that is joined as `source`. */
function sourceColumn(table: SourceTable, name: string): Sql {
  const column = columnOf(table, name);
  return column === null ? sql`NULL::VARCHAR` : sql`source.${column}`;
}

interface EntityOptions {
  /** Table of existing rows (id, and the attributes as in `CleanEntities.rows`); null if there are none. */
  readonly before: string | null;
}

export async function cleanProfiles(
  database: Database,
  table: SourceTable,
  plan: ProfilesPlan,
  { before }: EntityOptions,
): Promise<CleanEntities> {
  return cleanEntities(database, table, {
    kind: 'profile',
    id: plan.profile,
    texts: [],
    before,
    attributes: await planAttributes(database, table, plan.attributes, before),
  });
}

export async function cleanItems(
  database: Database,
  table: SourceTable,
  plan: ItemsPlan,
  { before }: EntityOptions,
): Promise<CleanEntities> {
  return cleanEntities(database, table, {
    kind: 'item',
    id: plan.item,
    texts: [
      { name: 'title', column: columnOf(table, plan.title) },
      { name: 'subtitle', column: columnOf(table, plan.subtitle) },
    ],
    before,
    attributes: await planAttributes(database, table, plan.attributes, before),
  });
}

interface EntityShape {
  readonly kind: IdKind;
  readonly id: string;
  readonly texts: readonly { name: string; column: Sql | null }[];
  readonly before: string | null;
  readonly attributes: readonly CleanAttribute[];
}

async function cleanEntities(database: Database, table: SourceTable, planned: EntityShape): Promise<CleanEntities> {
  const { kind, texts } = planned;
  const clean = `clean_${table.index}`;
  const id = sourceColumn(table, planned.id);
  const repaired = planned.attributes.flatMap(({ repairedSql }) => repairedSql ?? []);
  const values = [
    ...texts.map(({ name, column }) => sql`${column ?? sql`NULL::VARCHAR`} AS ${identifier(name)}`),
    ...planned.attributes.map(({ value, column }) => sql`${value} AS ${identifier(column)}`),
    ...planned.attributes.flatMap(({ text, column }) =>
      text === null ? [] : [sql`${text} AS ${identifier(`${column}_text`)}`],
    ),
  ];
  await database.run(sql`
    CREATE TABLE ${identifier(clean)} AS
    SELECT *, ${IS_ACCEPTED} AS accepted FROM (
      SELECT source.rowid AS row, source.*, ids.code ${following(values)},
        ${reasonSql({
          ...idReasons(kind, JOINED_FORM),
          ...(repaired.length > 0 && { codeDecimal: joined(repaired, sql` OR `) }),
          unreadableText: sql`${table.note} IS NOT NULL`,
        })} AS issue
      FROM ${tableOf(table)} source LEFT JOIN ${idTable(kind, 'ids')} ids ON ids.text = ${id}
    )`);
  const codeColumn = planned.attributes.find(({ repairedSql }) => repairedSql !== null)?.plan.columns[0] ?? null;
  await database.run(takeIssuesSql(table, clean, { [kind]: planned.id, code: codeColumn }));
  const rows = [sql`(FROM ${identifier(clean)} WHERE accepted)`];
  if (planned.before !== null) rows.push(identifier(planned.before));
  const attributes = await attributesSaid(database, rows, planned.attributes);
  const shape = { ...planned, attributes };
  const findings = [
    ...(await repeatedFindings(database, table, clean, shape)),
    ...(await attributeFindings(database, table, clean, planned.attributes)),
  ];
  if (shape.before !== null) await database.run(takeBeforeSql(clean, shape.before, shape));
  const merged = `merged_${table.index}`;
  await database.run(mergeSql(clean, merged, shape));
  return {
    table,
    rows: rowsSql(clean, shape),
    merged,
    attributes,
    descriptions: await describeAttributes(database, merged, attributes),
    findings,
  };
}

/** Adds the existing rows to those that were read. */
function takeBeforeSql(clean: string, before: string, { kind, texts, attributes }: EntityShape): Sql {
  const values = attributes.map((attribute) => {
    const column = identifier(attribute.column);
    if (attribute.text === null) return column;
    const value = attribute.kind === 'numeric' ? finiteSql(column) : column;
    return sql`${value} AS ${column}, ${column} AS ${identifier(`${attribute.column}_text`)}`;
  });
  return sql`
    INSERT INTO ${identifier(clean)} BY NAME
    SELECT codes.code, true AS accepted ${following([...texts.map(({ name }) => identifier(name)), ...values])}
    FROM ${identifier(before)} JOIN ${idTable(kind, 'codes')} codes ON canonical = id`;
}

function rowsSql(clean: string, { kind, texts, attributes }: EntityShape): Sql {
  const values = attributes.map(({ text, column }) => identifier(text === null ? column : `${column}_text`));
  return sql`
    SELECT DISTINCT canonical AS id ${following([...texts.map(({ name }) => identifier(name)), ...keptColumns(values)])}
    FROM ${identifier(clean)} JOIN ${idTable(kind, 'codes')} USING (code) WHERE accepted ORDER BY ALL`;
}

/**
 * Among several rows of one ID, the most complete one counts first; the others fill its gaps; sets get the members of all. Equally complete rows are
 * ordered by their content, so that the order in the file does not matter.
 */
function mergeSql(clean: string, merged: string, shape: EntityShape): Sql {
  const texts = shape.texts.map(({ name }) => identifier(name));
  const attributes = shape.attributes.map(({ column }) => identifier(column));
  const counted = shape.attributes.filter(({ plan }) => plan.isNewer !== true);
  const filled = counted.map(({ kind, column }) =>
    kind === 'set' ? sql`len(${identifier(column)})` : sql`(${identifier(column)} IS NOT NULL)::INTEGER`,
  );
  const order = [
    ...(texts.length > 0 ? [sql`(title IS NULL)`] : []),
    sql`-(${filled.length > 0 ? joined(filled, sql` + `) : sql`0`})`,
    ...[...texts, ...attributes].map((column) => sql`${column} NULLS LAST`),
  ];
  const picked = [
    ...texts.map((text) => sql`first(${text} ORDER BY rank) FILTER (${text} IS NOT NULL) AS ${text}`),
    ...mergedSql(shape.attributes),
  ];
  return sql`
    CREATE TABLE ${identifier(merged)} AS
    SELECT code ${following(picked)} FROM (
      SELECT *, row_number() OVER (PARTITION BY code ORDER BY ${joined(order)}) AS rank FROM ${identifier(clean)} WHERE accepted
    ) GROUP BY code`;
}

const SEVERAL_ROWS = { profile: 'finding.several-profile-rows', item: 'finding.several-title-rows' } as const;

async function repeatedFindings(
  database: Database,
  table: SourceTable,
  clean: string,
  { kind }: Pick<EntityShape, 'kind'>,
): Promise<Finding[]> {
  const { file } = table.plan;
  const { ids, rows } = await database.row<{ ids: number; rows: number }>(
    sql`SELECT count(*)::INTEGER AS ids, coalesce(sum(rows - 1), 0)::INTEGER AS rows FROM (
      SELECT code, count(*) AS rows FROM ${identifier(clean)} WHERE accepted GROUP BY code HAVING count(*) > 1)`,
  );
  if (ids === 0) return [];
  const examples = await database.rows<{ id: string }>(
    sql`SELECT canonical AS id FROM ${idTable(kind, 'codes')} JOIN (
      SELECT code, min(row) AS first FROM ${identifier(clean)} WHERE accepted GROUP BY code HAVING count(*) > 1
      ORDER BY first LIMIT 5) USING (code) ORDER BY first`,
  );
  return [
    finding({
      severity: 'warning',
      code: 'several-rows',
      file,
      rows,
      sentence: say(SEVERAL_ROWS[kind], { file, ids }),
      examples: examples.map((example) => example.id),
    }),
  ];
}

/**
 * Makes the table `keywords` (code, type, name, value) from meta_data_plus.
 * @param before SQL of the existing ones: item, type, name, value
 */
export async function cleanKeywords(
  database: Database,
  table: SourceTable,
  plan: KeywordsPlan,
  before: Sql | null = null,
): Promise<void> {
  const clean = `clean_${table.index}`;
  const [type, name, value] = plan.keyword;
  const text = (column: string): Sql => columnOf(table, column) ?? sql`NULL::VARCHAR`;
  await database.run(sql`
    CREATE TABLE ${identifier(clean)} AS
    SELECT source.rowid AS row, source.*, ids.code, ${text(type)} AS type, ${text(name)} AS name, ${text(value)} AS value, ${reasonSql(
      {
        ...idReasons('item', JOINED_FORM),
        unreadableText: sql`${table.note} IS NOT NULL`,
      },
    )} AS issue
    FROM ${tableOf(table)} source LEFT JOIN item_ids ids ON ids.text = ${sourceColumn(table, plan.item)}`);
  await database.run(takeIssuesSql(table, clean, { item: plan.item }));
  await database.run(
    sql`CREATE TABLE keywords AS SELECT DISTINCT code, type, name, value FROM (
      SELECT code, type, name, value FROM ${identifier(clean)} WHERE ${IS_ACCEPTED}
      ${before === null ? nothing : sql`UNION ALL SELECT code, type, name, value FROM (${before}) JOIN item_codes ON canonical = item`})`,
  );
}

/**
 * Makes the table `submission` (code, place) of the requested profiles, each once, in the order of the file.
 * @param before SQL of the existing ones, which come first: profile, place
 */
export async function cleanSubmission(
  database: Database,
  table: SourceTable,
  plan: SubmissionPlan,
  before: Sql | null = null,
): Promise<void> {
  await database.run(sql`
    CREATE TABLE submission_before AS
    SELECT code, place FROM (${before ?? sql`SELECT NULL::VARCHAR AS profile, 0 AS place WHERE false`}) JOIN profile_codes ON canonical = profile`);
  const clean = `clean_${table.index}`;
  await database.run(sql`
    CREATE TABLE ${identifier(clean)} AS
    SELECT source.rowid AS row, source.*, code, ${reasonSql({
      ...idReasons('profile', JOINED_FORM),
      duplicate: sql`row_number() OVER (PARTITION BY code ORDER BY source.rowid) > 1 OR code IN (SELECT code FROM submission_before)`,
      unreadableText: sql`${table.note} IS NOT NULL`,
    })} AS issue
    FROM ${tableOf(table)} source LEFT JOIN profile_ids ids ON ids.text = ${sourceColumn(table, plan.profile)}`);
  await database.run(takeIssuesSql(table, clean, { profile: plan.profile }));
  await database.run(sql`
    CREATE TABLE submission AS
    SELECT code, place FROM submission_before UNION ALL
    SELECT code, ((SELECT count(*) FROM submission_before) + row_number() OVER (ORDER BY row) - 1)::INTEGER AS place
    FROM ${identifier(clean)} WHERE ${IS_ACCEPTED}`);
}
