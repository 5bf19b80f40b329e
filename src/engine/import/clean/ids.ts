/** Canonical IDs: "12.0" is "12". Examines each distinct text once, however many rows have it. */
import type { Database } from '../../storage/database/database';
import { idOrder } from '../../data/tables';
import { identifier, joined, literals, type Sql, sql } from '../../storage/database/sql';
import { columnOf, type SourceTable, tableOf } from '../read/source-table';
import type { ReasonName } from './issues';

/** Texts that mean "no value", in lower case. */
const MISSING_TEXTS = ['nan', 'null', '\\n'] as const;

export const MISSING_SQL = literals(MISSING_TEXTS);

export type IdKind = 'profile' | 'item';

/** The form of an ID's text, as the number in the column `form` of an import's tables. */
const FORMS = { good: 0, decimal: 1, missing: 2, unreadable: 3 } as const;
/** Forms other than good. */
export type OddForm = Exclude<(typeof FORMS)[keyof typeof FORMS], 0>;

export interface IdUse {
  readonly table: SourceTable;
  readonly column: string;
}

/** Name of the table of how often each text occurs as an ID of that kind in a file: text (null too), rows. */
export const countsTable = (kind: IdKind, table: SourceTable): Sql => identifier(`${kind}_counts_${table.index}`);

/** A table that an import makes for IDs of a kind: `ids`, `codes`, `vocabulary` and so on. */
export const idTable = (kind: IdKind, what: string): Sql => identifier(idTableName(kind, what));

const idTableName = (kind: IdKind, what: string): string => `${kind}_${what}`;

/**
 * Makes the table `<kind>_ids`: text, form, canonical, code. A row without a text finds no entry there.
 * @param replaced maps the IDs to their replacements from here on; null to keep them
 * @param before SQL of the existing IDs (id), which are not replaced; null if there are none
 * @returns the forms other than good that occur
 */
export async function createIds(
  database: Database,
  kind: IdKind,
  uses: readonly IdUse[],
  replaced: ((ids: readonly string[]) => readonly string[]) | null = null,
  before: Sql | null = null,
): Promise<OddForm[]> {
  const texts: Sql[] = [];
  for (const { table, column } of uses) {
    const counts = countsTable(kind, table);
    const name = columnOf(table, column) ?? sql`NULL::VARCHAR`;
    await database.run(
      sql`CREATE TABLE ${counts} AS SELECT ${name} AS text, count(*)::INTEGER AS rows FROM ${tableOf(table)} GROUP BY 1`,
    );
    texts.push(sql`SELECT text FROM ${counts} WHERE text IS NOT NULL`);
  }
  const [allTexts, codes, ids] = [idTable(kind, 'texts'), idTable(kind, 'codes'), idTable(kind, 'ids')];
  await database.run(sql`
    CREATE TABLE ${allTexts} AS
    SELECT text, form,
      CASE form WHEN ${FORMS.good} THEN text WHEN ${FORMS.decimal} THEN regexp_replace(text, '\\.0*$', '') END AS canonical
    FROM (
      SELECT text, ${formSql(sql`text`)} AS form
      FROM (${texts.length > 0 ? joined(texts, sql` UNION `) : sql`SELECT '' AS text WHERE false`})
    )`);
  if (replaced !== null) await replaceIds(database, kind, replaced);
  if (before !== null)
    await database.run(sql`
      INSERT INTO ${allTexts} SELECT id AS text, ${FORMS.good}::TINYINT AS form, id AS canonical FROM (${before})
      WHERE id NOT IN (SELECT text FROM ${allTexts})`);
  await database.run(sql`
    CREATE TABLE ${codes} AS
    SELECT canonical, (row_number() OVER () - 1)::INTEGER AS code
    FROM (SELECT DISTINCT canonical FROM ${allTexts} WHERE canonical IS NOT NULL)`);
  await database.run(sql`
    CREATE TABLE ${ids} AS
    SELECT text, form, canonical, code FROM ${allTexts} LEFT JOIN ${codes} USING (canonical)`);
  const odd = await database.rows<{ form: OddForm }>(sql`SELECT DISTINCT form FROM ${ids} WHERE form <> ${FORMS.good}`);
  return odd.map(({ form }) => form);
}

/** Replaces IDs at the one place where those of all files come together: whatever is kept or reported later has the new ones. */
async function replaceIds(
  database: Database,
  kind: IdKind,
  replaced: (ids: readonly string[]) => readonly string[],
): Promise<void> {
  const texts = idTable(kind, 'texts');
  const rows = await database.rows<{ id: string }>(
    sql`SELECT DISTINCT canonical AS id FROM ${texts} WHERE canonical IS NOT NULL`,
  );
  const ids = rows.map(({ id }) => id);
  await createPositions(database, idTableName(kind, 'given'), ids);
  await createPositions(database, idTableName(kind, 'replaced'), replaced(ids));
  await database.run(sql`
    UPDATE ${texts} SET canonical = replaced.id
    FROM ${idTable(kind, 'given')} given JOIN ${idTable(kind, 'replaced')} replaced USING (position)
    WHERE canonical = given.id`);
}

/** Makes a table of IDs and their positions, as the columns id and position. */
export async function createPositions(database: Database, table: string, ids: readonly string[]): Promise<void> {
  await database.run(sql`CREATE TABLE ${identifier(table)} (id VARCHAR, position INTEGER)`);
  await database.fill(table, ids.entries(), (appender, [position, id]) => {
    appender.appendVarchar(id);
    appender.appendInteger(position);
  });
}

/** SQL of the form of a text. */
function formSql(text: Sql): Sql {
  return sql`CASE
    WHEN lower(${text}) IN (${MISSING_SQL}) THEN ${FORMS.missing}
    WHEN contains(${text}, chr(65533)) THEN ${FORMS.unreadable}
    WHEN contains(${text}, '.') AND regexp_full_match(${text}, '-?[0-9]+\\.0*') THEN ${FORMS.decimal}
    ELSE ${FORMS.good} END::TINYINT`;
}

const hasDecimalsOnly = (odd: readonly OddForm[]): boolean => odd.length === 1 && odd[0] === FORMS.decimal;

/**
 * SQL of the form of a row's text, null included; tests only for forms that occur in the file.
 * @param odd forms other than good that occur, as createIds found them
 */
export function rowFormSql(column: Sql, odd: readonly OddForm[]): Sql {
  if (odd.length === 0) return sql`CASE WHEN ${column} IS NULL THEN ${FORMS.missing} ELSE ${FORMS.good} END`;
  const form = formSql(column);
  const other = hasDecimalsOnly(odd)
    ? sql`WHEN contains(${column}, '.') THEN ${form} ELSE ${FORMS.good}`
    : sql`ELSE ${form}`;
  return sql`CASE WHEN ${column} IS NULL THEN ${FORMS.missing} ${other} END`;
}

/** SQL that is true for all texts of a form other than good, null included, and possibly for some good ones. */
export function isOddSql(column: Sql, odd: readonly OddForm[]): Sql {
  if (odd.length === 0) return sql`${column} IS NULL`;
  if (hasDecimalsOnly(odd)) return sql`${column} IS NULL OR contains(${column}, '.')`;
  return sql`${rowFormSql(column, odd)} <> ${FORMS.good}`;
}

/** SQL of the form if a table is joined to `<kind>_ids` by its texts: one without an entry is missing. */
export const JOINED_FORM = sql`coalesce(ids.form, ${FORMS.missing})`;

/** Possible issues with the ID of a row, for `reasonSql`. */
export function idReasons(kind: IdKind, form: Sql): Partial<Record<ReasonName, Sql>> {
  const [missing, unreadable, decimal] = REASONS[kind];
  return {
    [missing]: sql`${form} = ${FORMS.missing}`,
    [unreadable]: sql`${form} = ${FORMS.unreadable}`,
    [decimal]: sql`${form} = ${FORMS.decimal}`,
  };
}

const REASONS: Record<IdKind, readonly [missing: ReasonName, unreadable: ReasonName, decimal: ReasonName]> = {
  profile: ['missingProfile', 'unreadableProfile', 'profileDecimal'],
  item: ['missingItem', 'unreadableItem', 'itemDecimal'],
};

/**
 * Creates the vocabulary of a snapshot: the IDs whose codes are used, in ID order, as the table `<kind>_vocabulary` (id, code, position); and
 * `<kind>_places` (text, position) for their texts in the files.
 * @param codes SQL that returns the used codes as its only column `code`
 */
export async function createVocabulary(database: Database, kind: IdKind, codes: Sql): Promise<string[]> {
  const used = await database.rows<{ id: string }>(
    sql`SELECT canonical AS id FROM ${idTable(kind, 'codes')} WHERE code IN (SELECT code FROM (${codes}) WHERE code IS NOT NULL)`,
  );
  const ids = used.map(({ id }) => id);
  ids.sort(idOrder(ids));
  const [positions, vocabulary] = [idTable(kind, 'positions'), idTable(kind, 'vocabulary')];
  await createPositions(database, idTableName(kind, 'positions'), ids);
  await database.run(sql`
    CREATE TABLE ${vocabulary} AS
    SELECT id, code, position FROM ${positions} JOIN ${idTable(kind, 'codes')} ON canonical = id`);
  await database.run(sql`
    CREATE TABLE ${idTable(kind, 'places')} AS
    SELECT text, position FROM ${idTable(kind, 'ids')} JOIN ${vocabulary} USING (code)`);
  return ids;
}
