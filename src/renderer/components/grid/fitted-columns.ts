/** Which columns of a grid are shown: those that fit, and those that people chose. */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

interface FittedColumn {
  readonly id: string;
  readonly width?: number;
  readonly hidesAs?: number;
}

/** Of a column without a width, AG Grid's own. */
const WIDTH = 200;
/** What a scroll bar takes. */
const BAR = 16;

type Chosen = Readonly<Record<string, boolean>>;

/** By grid: columns that people show or hide, whatever fits. */
export const useGridColumns = create<Readonly<Record<string, Chosen | undefined>>>()(
  persist((): Readonly<Record<string, Chosen | undefined>> => ({}), {
    name: 'shelfwise.columns',
    version: 1,
    storage: createJSONStorage(() => localStorage),
  }),
);

export const chooseColumn = (grid: string, column: string, isShown: boolean): void =>
  void useGridColumns.setState((state) => ({ [grid]: { ...state[grid], [column]: isShown } }));

/** Back to the columns that fit. */
export const fitColumns = (grid: string): void => void useGridColumns.setState({ [grid]: undefined });

/**
 * The IDs of the columns to show: all that always show or are chosen, then as many of the others as fit, the smallest
 * `hidesAs` first. All but those that wait to be chosen where the width is 0, as without a layout.
 */
export function fittedColumns(columns: readonly FittedColumn[], width: number, chosen: Chosen = {}): Set<string> {
  const fixed = columns.filter(({ id, hidesAs }) => chosen[id] ?? hidesAs === undefined);
  const shown = new Set(fixed.map(({ id }) => id));
  let room = width - BAR - fixed.reduce((sum, column) => sum + (column.width ?? WIDTH), 0);
  const others = columns
    .filter(({ id, hidesAs }) => chosen[id] === undefined && hidesAs !== undefined && Number.isFinite(hidesAs))
    .sort((left, right) => left.hidesAs! - right.hidesAs!);
  for (const { id, width: own = WIDTH } of others) {
    if (width > 0 && own > room) continue;
    room -= own;
    shown.add(id);
  }
  return shown;
}
