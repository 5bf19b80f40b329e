/** Opens a workbook of the user: its sheets and their rows, and what is wrong with it as a sentence. */
import { ShelfwiseError } from '../../../../shared/errors';
import { MOST_WORKBOOK_CELLS } from '../../../../shared/limits';
import { say } from '../../../../shared/words/sentence';
import { notWorkbook, openParts, type WorkbookLimits } from './parts';
import { readSheet, type SheetRow, TooManyCells } from './sheet';
import { readWorkbook, type Sheet, sheetNamed } from './workbook';

export interface OpenWorkbook {
  /** Of the whole file. */
  readonly bytes: Buffer;
  readonly sheets: readonly Sheet[];
  /** The sheet of a name, or the first. @throws ShelfwiseError `not-found` with the names that there are */
  readonly sheet: (name: string | undefined) => Sheet;
  /**
   * The rows of a sheet that have a cell, in their order.
   * @param use `false` ends the reading
   * @param after called when a piece of the file has been read
   * @throws ShelfwiseError `bad-data` for what is no sheet, or too large
   */
  readonly rows: (
    sheet: Sheet,
    use: (row: SheetRow) => boolean | void,
    after?: () => Promise<void> | void,
  ) => Promise<void>;
}

/**
 * @param file a path
 * @throws ShelfwiseError `bad-data` for what is no workbook, has a password, or is too large
 */
export async function openWorkbook(file: string, limits: WorkbookLimits, signal?: AbortSignal): Promise<OpenWorkbook> {
  const said = async <Result>(read: () => Promise<Result>): Promise<Result> => {
    try {
      return await read();
    } catch (thrown) {
      if (thrown instanceof TooManyCells)
        throw new ShelfwiseError('bad-data', say('workbook.too-many-cells', { file, most: MOST_WORKBOOK_CELLS }));
      throw notWorkbook(file, thrown);
    }
  };
  const parts = await openParts(file, limits, signal);
  const workbook = await said(() => readWorkbook(parts));
  return {
    bytes: parts.bytes,
    sheets: workbook.sheets,
    sheet: (name) => sheetNamed(file, workbook, name),
    rows: (sheet, use, after) => said(() => readSheet(parts, workbook, sheet, use, after)),
  };
}
