/** The room that a heading needs: its column is never narrower, also when it is sorted and shows an arrow. */
import { TEXT, WEIGHTS } from '../../../shared/look/scale';
import { estimatedWidth } from '../../../shared/charts/text-width';
import type { GridColumn } from './columns';

/** On both sides of a heading, with the line between columns. */
const PADDING = 26;
/** The arrow of a sorted column and the space before it. */
const ARROW = 24;
/** The button of a filter and the space before it. */
const FILTER = 24;
/** Of names that people give to attributes: longer ones are cut, and a hint has them whole. */
const MOST = 200;

/** Null if nothing is drawn, as in tests without a browser. */
const pen = document.createElement('canvas').getContext('2d');

function textWidth(text: string): number {
  if (pen === null) return estimatedWidth(text, TEXT.sm);
  pen.font = `${WEIGHTS.strong} ${TEXT.sm}px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(text).width;
}

export function withRoomForHeading<Row>(column: GridColumn<Row>): GridColumn<Row> {
  const { label, width, unsorted = false, ranged = false } = column;
  if (width === undefined) return column;
  const needed = Math.ceil(textWidth(label)) + PADDING + (unsorted ? 0 : ARROW) + (ranged ? FILTER : 0);
  return needed <= width ? column : { ...column, width: Math.max(width, Math.min(needed, MOST)) };
}
