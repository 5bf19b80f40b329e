/** The content of a chart: the window draws it (Chart.tsx), a report prints it. */
import type { Drawing, Mark } from './drawing';

/** The figures as a table; the first cell of a row names it. */
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
  /** The figures in one sentence: shown, and read to screen readers instead of the picture. */
  readonly summary: string;
  readonly drawing: Drawing;
  readonly table: ChartTable;
  readonly keys?: readonly KeyEntry[];
}
