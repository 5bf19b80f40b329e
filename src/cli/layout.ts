/** Tables and blocks of text for a terminal, as pure functions. */
import type { Terminal } from './terminal';
import { displayWidth, fit, pad, singleLine } from './width';

export interface Column {
  title: string;
  align?: 'left' | 'right';
  /** Narrowest width of the column on a narrow terminal. */
  shrinkTo?: number;
}

const GAP = '  ';

/** Columns as wide as their content. On a narrower terminal, flexible columns share the loss, widest first. */
function columnWidths(columns: readonly Column[], rows: readonly (readonly string[])[], available: number): number[] {
  const widths = columns.map((column, index) =>
    Math.max(displayWidth(column.title), ...rows.map((row) => displayWidth(row[index]!))),
  );
  let excess = widths.reduce((sum, width) => sum + width, 0) + GAP.length * (columns.length - 1) - available;
  while (excess > 0) {
    let widest = -1;
    columns.forEach((column, index) => {
      const mayShrink = column.shrinkTo !== undefined && widths[index]! > column.shrinkTo;
      if (mayShrink && (widest < 0 || widths[index]! > widths[widest]!)) widest = index;
    });
    if (widest < 0) break;
    widths[widest] = widths[widest]! - 1;
    excess -= 1;
  }
  return widths;
}

/** A table with a header line and each row on one line. Ends without a newline. */
export function formatTable(
  terminal: Terminal,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  styleRow?: (row: number, line: string) => string,
): string {
  const clean = rows.map((row) => row.map(singleLine));
  const titled = columns.map((column) => ({ ...column, title: singleLine(column.title) }));
  const widths = columnWidths(titled, clean, terminal.width);
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => pad(fit(cell, widths[index]!), widths[index]!, columns[index]!.align))
      .join(GAP)
      .trimEnd();
  const header = terminal.style('dim', line(titled.map((column) => column.title)));
  return [header, ...clean.map((row, index) => styleRow?.(index, line(row)) ?? line(row))].join('\n');
}

/** "name   value" lines, broken at spaces; empty values are left out. */
export function formatFacts(terminal: Terminal, facts: readonly (readonly [string, string | null])[]): string {
  const shown = facts.flatMap(([name, value]) => (value ? [[singleLine(name), value] as const] : []));
  const width = Math.max(...shown.map(([name]) => displayWidth(name)));
  return shown
    .flatMap(([name, value]) =>
      wrap(singleLine(value), Math.max(20, terminal.width - width - GAP.length)).map(
        (line, index) => `${terminal.style('dim', pad(index === 0 ? name : '', width))}${GAP}${line}`,
      ),
    )
    .join('\n');
}

/** Two blocks of lines side by side with a rule between, or stacked on a narrow terminal. */
export function besideEachOther(
  terminal: Terminal,
  left: (width: number) => string[],
  right: (width: number) => string[],
  narrowest: number,
): string {
  const rule = ' │ ';
  const columnWidth = Math.floor((terminal.width - displayWidth(rule)) / 2);
  if (columnWidth < narrowest) return [...left(terminal.width), '', ...right(terminal.width)].join('\n');
  const leftLines = left(columnWidth);
  const rightLines = right(columnWidth);
  return Array.from({ length: Math.max(leftLines.length, rightLines.length) }, (_, row) =>
    `${pad(leftLines[row] ?? '', columnWidth)}${terminal.style('dim', rule)}${rightLines[row] ?? ''}`.trimEnd(),
  ).join('\n');
}

/** Breaks a text at spaces into lines of at most `width` columns. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Joins blocks with empty lines between; empty blocks are left out. */
export const blocks = (...parts: (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join('\n\n');

/** Unreadable things, shown below a list: a "!" and a sentence each. */
export function problemLines(terminal: Terminal, problems: readonly { message: string }[]): string {
  return problems
    .flatMap(({ message }) =>
      wrap(singleLine(message), terminal.width - 2).map((line, index) => (index === 0 ? '! ' : '  ') + line),
    )
    .join('\n');
}
