/** Comma separated values as we write them: quotes only where needed, LF, UTF-8 without a mark. */

/** A field, in quotes where it holds a comma, a quote or a line end. */
export function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
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
