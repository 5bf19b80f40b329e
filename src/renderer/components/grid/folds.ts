/** Rows with others below them. */
import type { Column, GridApi } from 'ag-grid-community';

export interface Folds<Row> {
  /** Null for a row with nothing below it. */
  readonly isOpen: (row: Row) => boolean | null;
  readonly toggle: (row: Row) => void;
}

/** Whether the key, an arrow in the first column, opens or closes what is below the row. */
export function isFoldKey<Row>(
  { key }: KeyboardEvent,
  {
    folds,
    column,
    data,
    api,
  }: { folds: Folds<Row> | undefined; column: Column; data: Row | undefined; api: GridApi<Row> | null },
): boolean {
  if (data === undefined || folds === undefined || column !== api?.getAllDisplayedColumns()[0]) return false;
  return (key === 'ArrowRight' || key === 'ArrowLeft') && folds.isOpen(data) === (key === 'ArrowLeft');
}
