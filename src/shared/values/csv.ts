/** Comma separated values as we write them: quotes only where needed, LF, UTF-8 without a mark. */

/** A field, in quotes where it holds a comma, a quote or a line end. */
export function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * What makes a spreadsheet take a cell for a formula, in its usual and its full width form (OWASP, "CSV Injection"). It is looked for at
 * the beginning of the text, and behind what a spreadsheet of another locale takes for the beginning of a new cell.
 */
const FORMULA = /(^|[;\t\r\n])((?:[^\S\t\r\n]|")*[=+\-@＝＋－＠])/g;

/** Some spreadsheets drop these at the beginning, and look at what is behind. */
const DROPPED = /^[\t\r]/;

/** An ID that is a whole number is what a spreadsheet makes of it, minus sign or not. */
const WHOLE_NUMBER = /^-?\d+$/;

/** A text that no spreadsheet runs: a formula gets an apostrophe before it, which most spreadsheets take for "this is text". */
export function withoutFormula(text: string): string {
  const guarded = text.replace(FORMULA, "$1'$2");
  return DROPPED.test(guarded) ? `'${guarded}` : guarded;
}

const GUARDED = new RegExp(FORMULA.source.replace(')(', ")'("), 'g');

/** The other direction of `withoutFormula`, for tables that come back: a text as it was before. */
export function withFormula(text: string): string {
  const exact = text.replace(GUARDED, '$1$2').replace(/^'(?=[\t\r])/, '');
  // Anybody may have written an apostrophe.
  return withoutFormula(exact) === text ? exact : text;
}

/** How the text columns of an exported table are written. */
export type TextForm = 'guarded' | 'raw';

/** As `withoutFormula`, ready to stand between commas; `raw` gives the exact text. */
export function textField(text: string, form: TextForm): string {
  return csvField(form === 'raw' ? text : withoutFormula(text));
}

/** As `textField`, for IDs: whole numbers stay as they are. */
export function idField(id: string, form: TextForm): string {
  return WHOLE_NUMBER.test(id) ? id : textField(id, form);
}

/** Rows and fields of a text in this form; the other direction of `csvField`, written apart so that it can check it. */
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
