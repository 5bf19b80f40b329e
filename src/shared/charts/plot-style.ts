/** What the pictures that Observable Plot draws have in common. */
import { CHART_TEXT } from './drawing';

/** Pixels. */
export const FONT = CHART_TEXT;
export const COLUMNS_HEIGHT = 220;
export const LEAST_WIDTH = 240;

export const FIRST = 'var(--shelfwise-line-1)';
export const OTHER = 'var(--shelfwise-line-2)';
export const TEXT = 'var(--mantine-color-text)';
export const FAINT = 'var(--mantine-color-dimmed)';
export const GRID = 'var(--shelfwise-grid)';

/** Where a picture is drawn: in the window, or in a report that is made without one. */
export interface Canvas {
  /** Pixels that there are, and that a row of a picture of rows takes. */
  readonly width: number;
  readonly rowHeight: number;
  /** Makes the elements. It should apply no style, so that none has to be refused (docs/decisions/0031-charts.md). */
  readonly document: Document;
  /** The pixels that a text takes. @param size of its letters */
  readonly textWidth: (text: string, size: number) => number;
  /** Whether a pointer may ask what a mark stands for. */
  readonly hasPointer: boolean;
}

export const tipOptions = {
  fontSize: FONT,
  fill: 'var(--plot-background)',
  stroke: 'var(--shelfwise-border)',
  pathFilter: 'none',
  // Anywhere in the picture something is nearest.
  maxRadius: Infinity,
  lineHeight: 1.35,
} as const;

/** Numbers along an axis: one per 80 pixels. */
export const ticksFor = (width: number): number => Math.max(2, Math.floor(width / 80));

/** The text, or its beginning with a mark that something is left out. */
export function fitted(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && widthOf(characters.join('')) + FONT > room) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
