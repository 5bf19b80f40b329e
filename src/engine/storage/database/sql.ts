/**
 * The only way to write SQL. `sql` returns text of this program with typed values in it: other SQL, names as identifiers, texts and numbers as
 * literals. The compiler refuses a plain string, and so does `Database` when it runs a query (docs/decisions/0021-sql.md).
 */
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';

const KEY = Symbol('made by the template');

class Sql {
  readonly #text: string;

  constructor(key: typeof KEY, text: string) {
    if (key !== KEY) throw new ShelfwiseError('internal', 'SQL is made by the template `sql` only.');
    this.#text = text;
  }

  /** @throws ShelfwiseError `internal` for anything that the template did not make */
  static textOf(query: Sql): string {
    if (typeof query !== 'object' || query === null || !(#text in query))
      throw new ShelfwiseError('internal', 'Only SQL that the template `sql` made reaches DuckDB.');
    return query.#text;
  }
}

export type { Sql };

/** The text of a query, for DuckDB's client and for tests. */
export const textOfSql = (query: Sql): string => Sql.textOf(query);

/**
 * A query, or a part of one. Values are SQL or numbers; names and texts go through `identifier` and `literal`.
 * @throws ShelfwiseError `internal` for any other value, including strings
 */
export function sql(parts: TemplateStringsArray, ...values: readonly (Sql | number)[]): Sql {
  if (!Array.isArray(parts.raw) || parts.raw.length !== values.length + 1)
    throw new ShelfwiseError('internal', '`sql` is a template, not a function.');
  let text = parts[0]!;
  values.forEach((value, index) => (text += textOf(value) + parts[index + 1]!));
  return new Sql(KEY, text);
}

const textOf = (value: Sql | number): string =>
  typeof value === 'number' ? Sql.textOf(literal(value)) : Sql.textOf(value);

/**
 * A name as an identifier, whatever characters it contains.
 * @throws ShelfwiseError `bad-data` for a name that DuckDB cannot have: an empty one, or one with a zero byte
 */
export function identifier(name: string): Sql {
  if (name === '' || name.includes('\0'))
    throw new ShelfwiseError('bad-data', say('data.no-name', { name: JSON.stringify(name) }));
  return new Sql(KEY, `"${name.replaceAll('"', '""')}"`);
}

/**
 * A text or a number as a value.
 * @throws ShelfwiseError `internal` for a number that is not finite
 */
export function literal(value: string | number): Sql {
  if (typeof value === 'string') return new Sql(KEY, textLiteral(value));
  if (!Number.isFinite(value)) throw new ShelfwiseError('internal', `${value} is no number for a query.`);
  // In brackets, so that two minus signs never start a comment.
  return new Sql(KEY, value < 0 || Object.is(value, -0) ? `(${numberText(value)})` : numberText(value));
}

/** DuckDB reads 0.119 as a decimal, which converts to a different double; with an exponent it reads a double. */
const numberText = (value: number): string => (Number.isSafeInteger(value) ? String(value) : value.toExponential());

/** DuckDB's client passes a query on as a text that ends at its first zero byte. */
function textLiteral(text: string): string {
  const quoted = text.split('\0').map((piece) => `'${piece.replaceAll("'", "''")}'`);
  return quoted.length === 1 ? quoted[0]! : `(${quoted.join(' || chr(0) || ')})`;
}

/** Joins parts of a query with commas, or with `between`. */
export function joined(parts: readonly Sql[], between: Sql = sql`, `): Sql {
  const separator = Sql.textOf(between);
  return new Sql(KEY, parts.map((part) => Sql.textOf(part)).join(separator));
}

/** An omitted part of a query. */
export const nothing = sql``;

/** Texts or numbers with commas between them. */
export const literals = (values: readonly (string | number)[]): Sql => joined(values.map(literal));

/** Names with commas between them. */
export const identifiers = (names: readonly string[]): Sql => joined(names.map(identifier));

/** The path of one file for DuckDB's readers, which take *, ? and [ for patterns. */
export const path = (file: string): Sql => literal(escapedPath(file));

/** The path of a file as DuckDB's readers take it. */
export const escapedPath = (file: string): string => file.replace(/[[*?]/g, '[$&]');
