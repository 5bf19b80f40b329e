/** Writes comma-separated values: quotes only where needed, LF, UTF-8 without a byte order mark. */

/** A field, quoted if it contains a comma, a quote or a newline. */
export function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * What makes a spreadsheet treat a cell as a formula, in normal and full-width form (OWASP, "CSV Injection"). Searched
 * at the start of the text, and after what another locale treats as a cell separator.
 */
const FORMULA = /(^|[;\t\r\n])((?:[^\S\t\r\n]|")*[=+\-@＝＋－＠])/g;

/** Some spreadsheets drop these at the start and look behind them. */
const DROPPED = /^[\t\r]/;

/** An ID that is a whole number is safe, minus sign or not. */
const WHOLE_NUMBER = /^-?\d+$/;

/**
 * A text that no spreadsheet runs: a formula gets a leading apostrophe, which most spreadsheets read as "this is text".
 */
export function withoutFormula(text: string): string {
  const guarded = text.replace(FORMULA, "$1'$2");
  return DROPPED.test(guarded) ? `'${guarded}` : guarded;
}

const GUARDED = new RegExp(FORMULA.source.replace(')(', ")'("), 'g');

/** Inverts `withoutFormula` for tables that come back. */
export function withFormula(text: string): string {
  const exact = text.replace(GUARDED, '$1$2').replace(/^'(?=[\t\r])/, '');
  // The apostrophe may be the text's own.
  return withoutFormula(exact) === text ? exact : text;
}

/** How text columns of an exported table are written. */
export type TextForm = 'guarded' | 'raw';

/** Like `withoutFormula`, as a CSV field; `raw` gives the exact text. */
export function textField(text: string, form: TextForm): string {
  return csvField(form === 'raw' ? text : withoutFormula(text));
}

/** Like `textField`, for IDs: whole numbers stay unchanged. */
export function idField(id: string, form: TextForm): string {
  return WHOLE_NUMBER.test(id) ? id : textField(id, form);
}

/** Parses rows and fields of this form; written independently of `csvField`, so that it can check it. */
export function* csvRows(text: string): Generator<string[]> {
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/y;
  let row: string[] = [];
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (match === null) return;
    row.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
    if (match[3] === ',') continue;
    yield row;
    row = [];
  }
}
