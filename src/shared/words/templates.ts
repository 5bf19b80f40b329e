/**
 * Texts in every language. A template holds `{name}` for a value, and `{name|one|many}` for what depends on whether the number of that name is 1:
 * "{rows} {rows|row|rows}". Each of the two may hold gaps of its own.
 */
export type Language = 'en' | 'ko';

export type Text = Readonly<Record<Language, string>>;
/** Texts by their IDs, which begin with their subject. */
export type Templates = Readonly<Record<string, Text>>;

/** The names of the values that a template asks for. */
export type Gaps<Template extends string> = Template extends `${string}{${infer Rest}`
  ? NameOf<Rest extends `${infer Gap}}${string}` ? Gap : never> | Gaps<Rest>
  : never;
type NameOf<Gap extends string> = Gap extends `${infer Name}|${string}` ? Name : Gap;

/** Texts that stand in the rows of another table: `column('common.models', MODEL_ROWS, 'name')` has `common.models.ease`. */
export const column = <
  Prefix extends string,
  Key extends string,
  Rows extends Readonly<Record<string, Readonly<Record<Key, Text>>>>,
>(
  prefix: Prefix,
  rows: Rows,
  key: Key,
) =>
  Object.fromEntries(Object.entries(rows).map(([name, row]) => [`${prefix}.${name}`, row[key]])) as {
    readonly [Name in keyof Rows & string as `${Prefix}.${Name}`]: Rows[Name][Key];
  };
