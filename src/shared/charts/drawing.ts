/** What a chart shows, in plain data; draw-plot.ts turns it into marks. Texts are ready to be shown. */

/** Size of the texts in a chart, in pixels: the smallest of the window. */
export const CHART_TEXT = 12;

/** Values with how certain they are, one below the other. */
export interface IntervalsDrawing {
  readonly kind: 'intervals';
  /** What is measured. */
  readonly axis: string;
  readonly rows: readonly IntervalRow[];
  /** A vertical line to compare with, such as the value of all rows together. */
  readonly reference: number | null;
  readonly format: (value: number) => string;
}

export interface IntervalRow {
  readonly label: string;
  /** Rows of one heading stand together. */
  readonly heading: string;
  readonly value: number;
  /** Ends of the interval; null where nothing is known of it. */
  readonly low: number | null;
  readonly high: number | null;
  /** What it is compared with, as a ring. */
  readonly ring?: number;
  /** What the pointer tells. */
  readonly tip: string;
}

/** Two values of each row on one scale: a ring and a dot. */
export interface PairsDrawing {
  readonly kind: 'pairs';
  readonly axis: string;
  readonly rows: readonly {
    readonly label: string;
    readonly ring: number;
    readonly dot: number;
    readonly tip: string;
  }[];
  readonly format: (value: number) => string;
}

/** Bars side by side, in an order that means something. */
export interface ColumnsDrawing {
  readonly kind: 'columns';
  /** What stands along the bars, and what their height is. */
  readonly xAxis: string;
  readonly yAxis: string;
  readonly columns: readonly Column[];
  readonly format: (value: number) => string;
}

export interface Column {
  /** Under the bar; where there is no room for all, every second one or fewer are shown. */
  readonly label: string;
  readonly value: number;
  /** A hollow bar on top of the filled one. */
  readonly hollow?: number;
  /** A dot at this height. */
  readonly dot?: number;
  /** Drawn in the second colour; its label must say why. */
  readonly isOther?: boolean;
  readonly tip: string;
}

/** Points with how certain they are, and a line through their means. */
export interface CurveDrawing {
  readonly kind: 'curve';
  readonly xAxis: string;
  readonly yAxis: string;
  /** From left to right. */
  readonly line: readonly { readonly x: number; readonly y: number }[];
  readonly points: readonly CurvePoint[];
  /** What they are compared with: a dashed line through rings. */
  readonly rings?: readonly { readonly x: number; readonly y: number }[];
  /** Whether `x` counts from 1, so that only whole numbers are named along the axis. */
  readonly isCounted?: boolean;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
}

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  /** Ends of the interval of `y`; null where nothing is known of it. */
  readonly low: number | null;
  readonly high: number | null;
  /** Drawn in the second colour, and larger. */
  readonly isOther: boolean;
  readonly tip: string;
}

/** A scale of any kind, on which everything has a place from 0 to 1. */
export interface PlacedAxis {
  readonly label: string;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** Parallel coordinates (Inselberg 1985): an axis for each thing that is told, and a line for each of which it is told. */
export interface ParallelDrawing {
  readonly kind: 'parallel';
  readonly axes: readonly PlacedAxis[];
  readonly lines: readonly {
    /** Tells it from others, for whoever chooses one. */
    readonly id: string;
    /** On each of the axes, in their order. */
    readonly at: readonly number[];
    /** From 0 to 1: the stronger, the better it is seen. */
    readonly strength: number;
    /** Drawn in the second colour, and wider. */
    readonly isChosen: boolean;
    readonly tip: string;
  }[];
}

/** Points on an axis of any kind, and their values. */
export interface ScatterDrawing {
  readonly kind: 'scatter';
  readonly xAxis: PlacedAxis;
  readonly yAxis: string;
  readonly points: readonly {
    readonly id: string;
    readonly at: number;
    readonly y: number;
    readonly isChosen: boolean;
    readonly tip: string;
  }[];
  readonly formatY: (value: number) => string;
}

export type Drawing =
  IntervalsDrawing | PairsDrawing | ColumnsDrawing | CurveDrawing | ParallelDrawing | ScatterDrawing;

/** How a value is marked, for the key. */
export type Mark =
  'bar' | 'other-bar' | 'hollow' | 'dot' | 'other-dot' | 'ring' | 'interval' | 'line' | 'strand' | 'other-strand';
