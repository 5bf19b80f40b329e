/** A picture of figures in words: the window draws it (Chart.tsx), and a report prints it. */
import type { Drawing, Mark } from './drawing';

/** The figures as they are shown; the first cell of a row names it. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface KeyEntry {
  readonly mark: Mark;
  readonly label: string;
}

export interface ChartContent {
  readonly title: string;
  /** What the figures say, in one sentence: shown, and spoken in the place of the picture. */
  readonly summary: string;
  readonly drawing: Drawing;
  readonly table: ChartTable;
  readonly keys?: readonly KeyEntry[];
}
