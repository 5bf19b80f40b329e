/** Reads a sheet of a workbook like a CSV file with the same texts, keeping the sheet's row numbers. */
import { MOST_WORKBOOK_BYTES, MOST_WORKBOOK_INFLATED } from '../../../shared/limits';
import { sql } from '../../storage/database/sql';
import { rowsTable } from './rows-table';
import { type ComputeColumns, type FileBase, type ReadContext, type SourceFile, tableOf } from './source-table';
import { BETWEEN, type PassedSheet, SheetPass } from './sheet-pass';
import { swells } from './workbook/parts';
import { withWorkbook } from './workbook/with-workbook';

/** Limits for a table's workbook. */
const LIMITS = { bytes: MOST_WORKBOOK_BYTES, inflated: MOST_WORKBOOK_INFLATED };

/** @throws ShelfwiseError `bad-data` if it is no workbook, or too large; `not-found` if it has no such sheet */
export function readSheetOf(context: ReadContext, base: FileBase, compute: ComputeColumns): Promise<SourceFile> {
  const { plan, text } = base;
  return withWorkbook(text.path, { limits: LIMITS, signal: context.signal }, async (workbook) => {
    context.onBytes?.(text.bytes);
    const sheet = workbook.sheet(plan.sheet);
    const pass = new SheetPass(plan, LIMITS.inflated, () => swells(text.path, LIMITS));
    const { columns, fields, rows, blankLines, trimmed } = await rowsTable(
      context,
      base,
      pass,
      (passed: PassedSheet) => compute(passed.columns),
      async (flush) => {
        await workbook.rows(sheet, (row) => pass.take(row), flush);
        return pass.passed();
      },
    );
    const isEmpty = columns.length === 0;
    if (isEmpty) await context.database.run(sql`DROP TABLE ${tableOf(base)}`);
    return {
      ...base,
      sheet: sheet.name,
      columns,
      fields,
      between: BETWEEN,
      line: isEmpty ? sql`NULL` : sql`line`,
      given: isEmpty ? sql`NULL` : sql`given`,
      note: isEmpty ? sql`NULL` : sql`note`,
      sha256: workbook.sha256,
      encoding: 'xlsx',
      delimiter: '',
      lineEnds: 'none',
      rows,
      blankLines,
      trimmed,
      isEmpty,
    };
  });
}
