/** State of each grid for the life of the window: column order, widths, scroll position, selection. */
import type { GridState } from 'ag-grid-community';

interface KeptGrid {
  state: GridState;
  /** Number of rows, so that a grid can scroll to its position before its first page arrives. */
  rows: number;
}

const keyOf = (name: string): string => `shelfwise.grid.${name}`;

export function readGrid(name: string): KeptGrid | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(name)) ?? 'null') as KeptGrid | null;
  } catch {
    return null;
  }
}

export const keepGrid = (name: string, kept: KeptGrid): void =>
  sessionStorage.setItem(keyOf(name), JSON.stringify(kept));

/** The part of a grid's state to keep. */
export const keptPart = ({
  sort,
  columnSizing,
  columnOrder,
  scroll,
  focusedCell,
  rowSelection,
}: GridState): GridState =>
  Object.fromEntries(
    Object.entries({ sort, columnSizing, columnOrder, scroll, focusedCell, rowSelection }).filter(
      ([, part]) => part !== undefined,
    ),
  );
