/** What the thread that reads a workbook is given, and what it reports. */
import type { ErrorCode } from '../../../../shared/errors';
import type { Said } from '../../../../shared/words/sentence';
import type { WorkbookLimits } from './parts';
import type { SheetRow } from './sheet';
import type { Sheet } from './workbook';

export interface ReaderData {
  readonly file: string;
  readonly limits: WorkbookLimits;
  /** Characters to keep of a cell. */
  readonly longestCell: number;
  /** Two numbers: batches that were taken, and the last reading that is to end early. */
  readonly shared: SharedArrayBuffer;
}

/** Asks for the rows of a sheet; readings count from 1. */
export interface ReaderRequest {
  readonly reading: number;
  readonly sheet: Sheet;
}

export type FromReader =
  | { readonly kind: 'open'; readonly sheets: readonly Sheet[]; readonly sha256: string }
  | { readonly kind: 'rows'; readonly rows: readonly SheetRow[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string; readonly said?: Said };

/** Places in `shared`. */
export const TAKEN = 0;
export const ENDED = 1;
