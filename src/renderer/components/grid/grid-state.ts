/** Where each grid was left: order, widths, place, selection. For the time of this window, as the place of a screen is. */
import type { GridState } from 'ag-grid-community';

export interface KeptGrid {
  state: GridState;
  /** So that a grid can be scrolled to its place before its first page has come. */
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

/** The part of a grid's state that is kept. */
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
