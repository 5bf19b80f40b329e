/** Opens a user's workbook in this thread (reader-thread.ts): its sheets and their rows. Reports faults as sentences. */
import { ShelfwiseError } from '../../../../shared/errors';
import { MOST_WORKBOOK_CELLS } from '../../../../shared/limits';
import { say } from '../../../../shared/words/sentence';
import { notWorkbook, openParts, type WorkbookLimits } from './parts';
import { readSheet, type SheetRow, TooManyCells } from './sheet';
import { readWorkbook, type Sheet } from './workbook';

interface OpenWorkbook {
  /** Of the whole file. */
  readonly bytes: Buffer;
  readonly sheets: readonly Sheet[];
  /**
   * The rows of a sheet that have a cell, in order.
   * @param use returns `false` to end the reading
   * @throws ShelfwiseError `bad-data` if it is no sheet, or too large
   */
  readonly rows: (sheet: Sheet, use: (row: SheetRow) => boolean | void) => Promise<void>;
}

/**
 * @param file a path
 * @throws ShelfwiseError `bad-data` if it is no workbook, has a password, or is too large
 */
export async function openWorkbook(file: string, limits: WorkbookLimits): Promise<OpenWorkbook> {
  const said = async <Result>(read: () => Promise<Result>): Promise<Result> => {
    try {
      return await read();
    } catch (thrown) {
      throw thrown instanceof TooManyCells ? tooManyCells(file) : notWorkbook(file, thrown);
    }
  };
  const parts = await openParts(file, limits);
  const workbook = await said(() => readWorkbook(parts));
  return {
    bytes: parts.bytes,
    sheets: workbook.sheets,
    rows: (sheet, use) => said(() => readSheet(parts, workbook, sheet, use)),
  };
}

export const tooManyCells = (file: string): ShelfwiseError =>
  new ShelfwiseError('bad-data', say('workbook.too-many-cells', { file, most: MOST_WORKBOOK_CELLS }));
