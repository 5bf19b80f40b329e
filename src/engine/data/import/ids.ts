/** Ids as they are compared: "12.0" is "12". Each text that occurs is looked at once, however many rows have it. */
import type { Database } from '../database';
import { idOrder } from '../tables';
import { columnOf, type SourceTable } from './source-table';

/** Texts that mean that there is no value, in lower case. */
export const MISSING_TEXTS = ['nan', 'null', '\\n'] as const;

export const MISSING_SQL = MISSING_TEXTS.map((text) => `'${text}'`).join(', ');

export type IdKind = 'profile' | 'item';

export interface IdUse {
  readonly table: SourceTable;
  readonly column: string;
}

/** The table of how often each text occurs as an id of that kind in a file: text (null too), rows. */
export const countsTable = (kind: IdKind, table: SourceTable): string => `${kind}_counts_${table.index}`;

/**
 * Makes the table `<kind>_ids`: text, kind (0 good, 1 decimal, 2 missing, 3 unreadable), canonical, code. Rows whose text is
 * missing altogether find nothing there.
 * @returns the kinds other than good that occur
 */
export async function createIds(database: Database, kind: IdKind, uses: readonly IdUse[]): Promise<number[]> {
  const texts: string[] = [];
  for (const { table, column } of uses) {
    const counts = countsTable(kind, table);
    const name = columnOf(table, column) ?? 'NULL::VARCHAR';
    await database.run(
      `CREATE TABLE ${counts} AS SELECT ${name} AS text, count(*)::INTEGER AS rows FROM ${table.data} GROUP BY 1`,
    );
    texts.push(`SELECT text FROM ${counts} WHERE text IS NOT NULL`);
  }
  await database.run(`
    CREATE TABLE ${kind}_texts AS
    SELECT text, kind,
      CASE kind WHEN 0 THEN text WHEN 1 THEN regexp_replace(text, '\\.0*$', '') END AS canonical
    FROM (
      SELECT text, ${kindSql('text')} AS kind
      FROM (${texts.length > 0 ? texts.join(' UNION ') : `SELECT '' AS text WHERE false`})
    )`);
  await database.run(`
    CREATE TABLE ${kind}_codes AS
    SELECT canonical, (row_number() OVER () - 1)::INTEGER AS code
    FROM (SELECT DISTINCT canonical FROM ${kind}_texts WHERE canonical IS NOT NULL)`);
  await database.run(`
    CREATE TABLE ${kind}_ids AS
    SELECT text, kind, canonical, code FROM ${kind}_texts LEFT JOIN ${kind}_codes USING (canonical)`);
  const odd = await database.rows<{ kind: number }>(`SELECT DISTINCT kind FROM ${kind}_ids WHERE kind <> 0`);
  return odd.map((row) => row.kind);
}

/** SQL of the kind of a text. */
function kindSql(text: string): string {
  return `CASE
    WHEN lower(${text}) IN (${MISSING_SQL}) THEN 2
    WHEN contains(${text}, chr(65533)) THEN 3
    WHEN contains(${text}, '.') AND regexp_full_match(${text}, '-?[0-9]+\\.0*') THEN 1
    ELSE 0 END::TINYINT`;
}

/**
 * SQL of the kind of a row's text, null texts included, that looks no closer than the file gives cause to.
 * @param odd kinds other than good that occur, as createIds found them
 */
export function rowKindSql(column: string, odd: readonly number[]): string {
  if (odd.length === 0) return `CASE WHEN ${column} IS NULL THEN 2 ELSE 0 END`;
  if (odd.length === 1 && odd[0] === 1)
    return `CASE WHEN ${column} IS NULL THEN 2 WHEN contains(${column}, '.') THEN ${kindSql(column)} ELSE 0 END`;
  return `CASE WHEN ${column} IS NULL THEN 2 ELSE ${kindSql(column)} END`;
}

/** SQL that holds for all texts of another kind than good, null included; for good ones it may hold too. */
export function isOddSql(column: string, odd: readonly number[]): string {
  if (odd.length === 0) return `${column} IS NULL`;
  if (odd.length === 1 && odd[0] === 1) return `${column} IS NULL OR contains(${column}, '.')`;
  return `${rowKindSql(column, odd)} <> 0`;
}

/**
 * The vocabulary of a snapshot: the ids whose codes are used, in id order, as the table `<kind>_vocabulary` (id, code, position);
 * and `<kind>_places` (text, position) for the texts that stand for them in the files.
 * @param codes SQL that answers the used codes as its only column `code`
 */
export async function createVocabulary(database: Database, kind: IdKind, codes: string): Promise<string[]> {
  const used = await database.rows<{ id: string }>(
    `SELECT canonical AS id FROM ${kind}_codes WHERE code IN (SELECT code FROM (${codes}) WHERE code IS NOT NULL)`,
  );
  const ids = used.map(({ id }) => id);
  ids.sort(idOrder(ids));
  await database.createIdTable(`${kind}_positions`, ids);
  await database.run(`
    CREATE TABLE ${kind}_vocabulary AS
    SELECT id, code, position FROM ${kind}_positions JOIN ${kind}_codes ON canonical = id`);
  await database.run(`
    CREATE TABLE ${kind}_places AS
    SELECT text, position FROM ${kind}_ids JOIN ${kind}_vocabulary USING (code)`);
  return ids;
}
