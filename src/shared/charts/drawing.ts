/** The content of a chart as plain data; draw-plot.ts turns it into marks. Texts are ready to display. */

import { TEXT } from '../look/scale';

/** Text size in charts in pixels: the window's smallest. */
export const CHART_TEXT = TEXT.xs;

/** Values with their intervals, one below the other. */
export interface IntervalsDrawing {
  readonly kind: 'intervals';
  /** The measured quantity. */
  readonly axis: string;
  readonly rows: readonly IntervalRow[];
  /** A vertical reference line, such as the overall value. */
  readonly reference: number | null;
  readonly format: (value: number) => string;
}

interface IntervalRow {
  readonly label: string;
  /** Rows of a heading stand together. */
  readonly heading: string;
  readonly value: number;
  /** Ends of the interval; null if unknown. */
  readonly low: number | null;
  readonly high: number | null;
  /** The value it is compared with, drawn as a ring. */
  readonly ring?: number;
  /** Text of the tooltip. */
  readonly tip: string;
}

/** Two values per row on one scale: a ring and a dot. */
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

/** Bars from zero, one below the other, each with its figures behind it. */
export interface BarsDrawing {
  readonly kind: 'bars';
  readonly axis: string;
  readonly rows: readonly {
    readonly label: string;
    readonly value: number;
    readonly note: string;
    readonly tip: string;
  }[];
  readonly format: (value: number) => string;
}

/** Ordered bars side by side. */
export interface ColumnsDrawing {
  readonly kind: 'columns';
  /** Labels of both axes. */
  readonly xAxis: string;
  readonly yAxis: string;
  readonly columns: readonly Column[];
  readonly format: (value: number) => string;
}

export interface Column {
  /** Below the bar; without room for all, only every second or fewer are shown. */
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

/** Points with intervals, and a line through their means. */
export interface CurveDrawing {
  readonly kind: 'curve';
  readonly xAxis: string;
  readonly yAxis: string;
  /** From left to right. */
  readonly line: readonly { readonly x: number; readonly y: number }[];
  readonly points: readonly CurvePoint[];
  /** A dashed comparison line through rings. */
  readonly rings?: readonly { readonly x: number; readonly y: number }[];
  /** Whether `x` counts from 1, so that the axis labels whole numbers only. */
  readonly isCounted?: boolean;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
}

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  /** Ends of the interval of `y`; null if unknown. */
  readonly low: number | null;
  readonly high: number | null;
  /** Drawn larger, in the second colour. */
  readonly isOther: boolean;
  readonly tip: string;
}

/** One line per series over a count such as epochs; redrawn as points arrive. */
export interface SeriesDrawing {
  readonly kind: 'series';
  readonly height: number;
  readonly xAxis: string;
  readonly series: readonly {
    readonly points: readonly { readonly x: number; readonly y: number; readonly tip: string }[];
  }[];
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
}

export type Drawing = IntervalsDrawing | PairsDrawing | BarsDrawing | ColumnsDrawing | CurveDrawing | SeriesDrawing;

/** The mark of a value, for the key. */
export type Mark = 'bar' | 'other-bar' | 'hollow' | 'dot' | 'other-dot' | 'ring' | 'interval' | 'line';
