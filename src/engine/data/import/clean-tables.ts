/** Profiles, items, keywords and the submission's profiles: one row an id, whatever the order of the rows. */
import type { AttributeDescription, Finding } from '../../../shared/contract';
import { say } from '../../../shared/sentences/sentence';
import type { Database } from '../database';
import {
  attributeFindings,
  type CleanAttribute,
  describeAttributes,
  mergedSql,
  planAttributes,
} from './clean-attributes';
import { FIRST_REPAIR, reasonSql, takeIssuesSql } from './issues';
import type { ItemsPlan, KeywordsPlan, ProfilesPlan, SubmissionPlan } from './plan';
import { finding } from './findings';
import { columnOf, type SourceTable } from './source-table';

/** A table with one row a code: `merged` (code, attributes, and for items title and subtitle). */
export interface CleanEntities {
  readonly table: SourceTable;
  readonly merged: string;
  readonly attributes: readonly CleanAttribute[];
  readonly descriptions: readonly AttributeDescription[];
  readonly findings: readonly Finding[];
}

const IS_ACCEPTED = `issue IS NULL OR issue >= ${FIRST_REPAIR}`;

export async function cleanProfiles(
  database: Database,
  table: SourceTable,
  plan: ProfilesPlan,
): Promise<CleanEntities> {
  return cleanEntities(database, table, {
    kind: 'profile',
    id: plan.profile,
    texts: [],
    attributes: await planAttributes(database, table, plan.attributes),
  });
}

export async function cleanItems(database: Database, table: SourceTable, plan: ItemsPlan): Promise<CleanEntities> {
  return cleanEntities(database, table, {
    kind: 'item',
    id: plan.item,
    texts: [
      { name: 'title', column: columnOf(table, plan.title) },
      { name: 'subtitle', column: columnOf(table, plan.subtitle) },
    ],
    attributes: await planAttributes(database, table, plan.attributes),
  });
}

interface EntityShape {
  readonly kind: 'profile' | 'item';
  readonly id: string;
  readonly texts: readonly { name: string; column: string | null }[];
  readonly attributes: readonly CleanAttribute[];
}

async function cleanEntities(database: Database, table: SourceTable, shape: EntityShape): Promise<CleanEntities> {
  const { kind, attributes, texts } = shape;
  const clean = `clean_${table.index}`;
  const id = columnOf(table, shape.id) ?? 'NULL::VARCHAR';
  const repaired = attributes.flatMap(({ repairedSql }) => repairedSql ?? []);
  const values = [
    ...texts.map(({ name, column }) => `${column ?? 'NULL::VARCHAR'} AS ${name}`),
    ...attributes.map(({ sql, column }) => `${sql} AS ${column}`),
  ];
  await database.run(`
    CREATE TABLE ${clean} AS
    SELECT *, ${IS_ACCEPTED} AS accepted FROM (
      SELECT source.rowid AS row, source.*, ids.code ${values.map((value) => `, ${value}`).join('')},
        ${reasonSql({
          [kind === 'profile' ? 'missingProfile' : 'missingItem']: 'ids.kind IS NULL OR ids.kind = 2',
          [kind === 'profile' ? 'unreadableProfile' : 'unreadableItem']: 'ids.kind = 3',
          [kind === 'profile' ? 'profileDecimal' : 'itemDecimal']: 'ids.kind = 1',
          ...(repaired.length > 0 && { codeDecimal: repaired.join(' OR ') }),
          unreadableText: `${table.note} IS NOT NULL`,
        })} AS issue
      FROM ${table.data} source LEFT JOIN ${kind}_ids ids ON ids.text = source.${id}
    )`);
  const codeColumn = attributes.find(({ repairedSql }) => repairedSql !== null)?.plan.columns[0] ?? null;
  await database.run(takeIssuesSql(table, clean, { [kind]: shape.id, code: codeColumn }));
  const merged = `merged_${table.index}`;
  await database.run(mergeSql(clean, merged, shape));
  return {
    table,
    merged,
    attributes,
    descriptions: await describeAttributes(database, merged, attributes),
    findings: [
      ...(await repeatedFindings(database, table, clean, shape.id)),
      ...(await attributeFindings(database, table, clean, attributes)),
    ],
  };
}

/**
 * Of several rows of one id, the fullest speaks first; where it is silent, the others do; sets hold the members of all.
 * Rows that are equally full are ordered by what they say, so that the order in the file does not matter.
 */
function mergeSql(clean: string, merged: string, shape: EntityShape): string {
  const columns = [...shape.texts.map(({ name }) => name), ...shape.attributes.map(({ column }) => column)];
  const filled = shape.attributes.map(({ kind, column }) =>
    kind === 'set' ? `len(${column})` : `(${column} IS NOT NULL)::INTEGER`,
  );
  const order = [
    ...(shape.texts.length > 0 ? ['(title IS NULL)'] : []),
    `-(${filled.join(' + ') || '0'})`,
    ...columns.map((column) => `${column} NULLS LAST`),
  ];
  const picked = [
    ...shape.texts.map(({ name }) => `first(${name} ORDER BY rank) FILTER (${name} IS NOT NULL) AS ${name}`),
    ...mergedSql(shape.attributes),
  ];
  return `
    CREATE TABLE ${merged} AS
    SELECT code ${picked.map((value) => `, ${value}`).join('')} FROM (
      SELECT *, row_number() OVER (PARTITION BY code ORDER BY ${order.join(', ')}) AS rank FROM ${clean} WHERE accepted
    ) GROUP BY code`;
}

async function repeatedFindings(database: Database, table: SourceTable, clean: string, id: string): Promise<Finding[]> {
  const { file } = table.plan;
  const { ids, rows } = await database.row<{ ids: number; rows: number }>(
    `SELECT count(*)::INTEGER AS ids, coalesce(sum(rows - 1), 0)::INTEGER AS rows FROM (
      SELECT code, count(*) AS rows FROM ${clean} WHERE accepted GROUP BY code HAVING count(*) > 1)`,
  );
  if (ids === 0) return [];
  const examples = await database.rows<{ id: string }>(
    `SELECT ${columnOf(table, id)} AS id FROM ${table.data} WHERE rowid IN (
      SELECT min(row) FROM ${clean} WHERE accepted GROUP BY code HAVING count(*) > 1 ORDER BY min(row) LIMIT 5) ORDER BY rowid`,
  );
  return [
    finding({
      severity: 'warning',
      code: 'several-rows',
      file,
      rows,
      sentence: say('finding.several-rows', { file, ids, column: id }),
      examples: examples.map((example) => example.id),
    }),
  ];
}

/** Makes the table `keywords` (code, type, name, value) of what meta_data_plus says. */
export async function cleanKeywords(database: Database, table: SourceTable, plan: KeywordsPlan): Promise<void> {
  const clean = `clean_${table.index}`;
  const [type, name, value] = plan.keyword.map((column) => columnOf(table, column) ?? 'NULL::VARCHAR');
  await database.run(`
    CREATE TABLE ${clean} AS
    SELECT source.rowid AS row, source.*, ids.code, ${type} AS type, ${name} AS name, ${value} AS value, ${reasonSql({
      missingItem: 'ids.kind IS NULL OR ids.kind = 2',
      unreadableItem: 'ids.kind = 3',
      itemDecimal: 'ids.kind = 1',
      unreadableText: `${table.note} IS NOT NULL`,
    })} AS issue
    FROM ${table.data} source LEFT JOIN item_ids ids ON ids.text = source.${columnOf(table, plan.item) ?? 'NULL'}`);
  await database.run(takeIssuesSql(table, clean, { item: plan.item }));
  await database.run(
    `CREATE TABLE keywords AS SELECT DISTINCT code, type, name, value FROM ${clean} WHERE ${IS_ACCEPTED}`,
  );
}

/** Makes the table `submission` (code, place) of the profiles that are asked for, each once, in the order of the file. */
export async function cleanSubmission(database: Database, table: SourceTable, plan: SubmissionPlan): Promise<void> {
  const clean = `clean_${table.index}`;
  await database.run(`
    CREATE TABLE ${clean} AS
    SELECT source.rowid AS row, source.*, code, ${reasonSql({
      missingProfile: 'kind IS NULL OR kind = 2',
      unreadableProfile: 'kind = 3',
      duplicate: 'row_number() OVER (PARTITION BY code ORDER BY source.rowid) > 1',
      profileDecimal: 'kind = 1',
      unreadableText: `${table.note} IS NOT NULL`,
    })} AS issue
    FROM ${table.data} source LEFT JOIN profile_ids ids ON ids.text = source.${columnOf(table, plan.profile) ?? 'NULL'}`);
  await database.run(takeIssuesSql(table, clean, { profile: plan.profile }));
  await database.run(`
    CREATE TABLE submission AS
    SELECT code, (row_number() OVER (ORDER BY row) - 1)::INTEGER AS place FROM ${clean} WHERE ${IS_ACCEPTED}`);
}
