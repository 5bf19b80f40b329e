/** Reads a sheet of a workbook like a CSV file with the same texts, keeping the sheet's row numbers. */
import { MOST_WORKBOOK_BYTES, MOST_WORKBOOK_INFLATED } from '../../../shared/limits';
import { sql } from '../../storage/database/sql';
import { sha256 } from '../../storage/read-files';
import { rowsTable } from './rows-table';
import { type ComputeColumns, type FileBase, type ReadContext, type SourceFile, tableOf } from './source-table';
import { BETWEEN, type PassedSheet, SheetPass } from './sheet-pass';
import { openWorkbook } from './workbook/open-workbook';
import { swells } from './workbook/parts';

/** Limits for a table's workbook. */
const LIMITS = { bytes: MOST_WORKBOOK_BYTES, inflated: MOST_WORKBOOK_INFLATED };

/** @throws ShelfwiseError `bad-data` if it is no workbook, or too large; `not-found` if it has no such sheet */
export async function readSheetOf(context: ReadContext, base: FileBase, compute: ComputeColumns): Promise<SourceFile> {
  const { plan, text } = base;
  const workbook = await openWorkbook(text.path, LIMITS, context.signal);
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
    sha256: sha256(workbook.bytes),
    encoding: 'xlsx',
    delimiter: '',
    lineEnds: 'none',
    rows,
    blankLines,
    trimmed,
    isEmpty,
  };
}
