/** What all charts drawn by Observable Plot share. */
import * as Plot from '@observablehq/plot';
import { CHART_TEXT } from './drawing';

/** In pixels. */
export const FONT = CHART_TEXT;
export const COLUMNS_HEIGHT = 220;
export const LEAST_WIDTH = 240;

export const FIRST = 'var(--shelfwise-line-1)';
export const OTHER = 'var(--shelfwise-line-2)';
/** Colours and dashes of series, which can be told apart without colour. */
export const SERIES = [
  { colour: FIRST, dashes: '' },
  { colour: OTHER, dashes: '6,3' },
  { colour: 'var(--shelfwise-line-3)', dashes: '2,3' },
] as const;
export const TEXT = 'var(--mantine-color-text)';
export const FAINT = 'var(--mantine-color-dimmed)';
export const GRID = 'var(--shelfwise-grid)';

/** Where a chart is drawn: in the window, or in a report without one. */
export interface Canvas {
  /** Available pixels, and pixels per row. */
  readonly width: number;
  readonly rowHeight: number;
  /**
   * Creates the elements. It should apply no styles, so that none has to be refused (docs/decisions/0031-charts.md).
   */
  readonly document: Document;
  /** Width of a text in pixels. @param size of the font */
  readonly textWidth: (text: string, size: number) => number;
  /** Whether the pointer shows tooltips. */
  readonly hasPointer: boolean;
}

/** Most ems of a line of a tooltip. */
const TIP_LINE = 20;
/** Pixels of a tooltip beside its text, with the tip that points at the mark. */
const TIP_EDGE = 30;

/** Shows the tooltip of the mark nearest to the pointer, if a mark is near. */
export function tipsOver(
  { width, hasPointer }: Pick<Canvas, 'width' | 'hasPointer'>,
  marks: Plot.Data,
  pointer: typeof Plot.pointer,
  channels: { readonly x: string; readonly y: string },
): Plot.Markish[] {
  if (!hasPointer) return [];
  const options = {
    ...channels,
    title: 'tip',
    fontSize: FONT,
    fill: 'var(--plot-background)',
    stroke: 'var(--shelfwise-border)',
    pathFilter: 'none',
    // The nearest mark counts at any distance.
    maxRadius: Infinity,
    lineHeight: 1.35,
    // Where the mark is in the middle of a narrow picture, there is half of it on either side.
    lineWidth: Math.min(TIP_LINE, (width / 2 - TIP_EDGE) / FONT),
  };
  return [Plot.tip(marks, pointer(options))];
}

/** Ticks of a numeric axis: one per 80 pixels. */
export const ticksFor = (width: number): number => Math.max(2, Math.floor(width / 80));

/** Labels of ticks: none at 0.5 or 1.5 in a format of whole numbers, where 1 and 2 are labelled. */
export const toldApart =
  (format: (value: number) => string) =>
  (value: number): string =>
    !Number.isInteger(value) && format(value) === format(Math.round(value)) ? '' : format(value);

/** The text, or as much of it as fits with an ellipsis. */
export function fitted(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && widthOf(characters.join('')) + FONT > room) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
