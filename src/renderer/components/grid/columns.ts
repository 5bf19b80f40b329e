/** Columns of a grid, and what AG Grid makes of them. */
import type { ColDef } from 'ag-grid-community';
import type { ReactNode } from 'react';
import { RANGE_FILTER } from './ranges';
import classes from './DataGrid.module.css';
import { asLink } from './row-link';

export interface GridColumn<Row> {
  /** The engine's sort key. */
  id: string;
  label: string;
  /** Tooltip: the name in the files, or the meaning of the values. */
  hint?: string;
  /** Text of a cell; numbers and dates in the window's language. */
  text: (row: Row) => string;
  /** Custom content, if text is not enough. */
  render?: (row: Row) => ReactNode;
  /** Tooltip with what the files say instead of the text. */
  hintOf?: (row: Row) => string | null;
  /** Whether a click on its content opens the row, as on a link; the keyboard opens the row from any cell. */
  opens?: boolean;
  numeric?: boolean;
  /** Whether it takes a range of its numbers, which the grid is told of (`ranges`). */
  ranged?: boolean;
  /** In pixels; the least, if it grows. */
  width?: number;
  /** Takes the remaining width. */
  grows?: boolean;
  /**
   * Hides where the grid is too narrow for all columns, the greatest number first. Infinity: hides until it is chosen,
   * since another column shows the same. Without a number, it always shows.
   */
  hidesAs?: number;
  /** The rows have a meaningful order and cannot be sorted. */
  unsorted?: boolean;
  /** The first press on the heading sorts the least first, of numbers too: where those that have little are looked for. */
  leastFirst?: boolean;
}

export function columnDefinition<Row>(column: GridColumn<Row>, isShown: boolean): ColDef<Row> {
  const {
    id,
    label,
    hint,
    text,
    hintOf,
    numeric = false,
    ranged = false,
    width,
    grows = false,
    unsorted = false,
    leastFirst = false,
  } = column;
  const render = column.opens === true ? asLink(column) : column.render;
  // Includes the text, which may be cut.
  const hintBeside = (row: Row): string | null => {
    const beside = hintOf?.(row) ?? null;
    return beside === null || beside === text(row) ? null : `${text(row)} · ${beside}`;
  };
  return {
    colId: id,
    headerName: label,
    initialHide: !isShown,
    sortable: !unsorted,
    sortingOrder: numeric && !leastFirst ? ['desc', 'asc', null] : ['asc', 'desc', null],
    // A row that has not loaded has no data.
    valueGetter: ({ data }) => (data === undefined ? '' : text(data)),
    ...(render === undefined
      ? {}
      : {
          cellClass: classes.rendered!,
          cellRenderer: ({ data }: { data?: Row }) => (data === undefined ? null : render(data)),
        }),
    ...(hint === undefined || hint === label ? {} : { headerTooltip: hint }),
    ...(hintOf === undefined
      ? {}
      : { tooltipValueGetter: ({ data }) => (data === undefined ? null : hintBeside(data)) }),
    ...(numeric ? { type: 'rightAligned' } : {}),
    ...(ranged ? RANGE_FILTER : {}),
    ...(width === undefined ? {} : { width }),
    ...(grows ? { flex: 1, minWidth: width ?? 120 } : {}),
  };
}
