/** Draws a chart in the window. Chart.tsx loads this file, and with it Observable Plot, when there is something to draw. */
import type { Drawing } from '../../../shared/charts/drawing';
import { drawPlot } from '../../../shared/charts/draw-plot';
import { estimatedWidth } from '../../../shared/charts/text-width';

/** Pixels: of a row that a pointer finds. */
const ROW_HEIGHT = 22;

/** @param width pixels that there are */
export const drawPicture = (drawing: Drawing, width: number): SVGSVGElement =>
  drawPlot(drawing, { width, rowHeight: ROW_HEIGHT, document: inertDocument(), textWidth, hasPointer: true });

/**
 * Plot makes its elements in a document that applies no style, so that nothing has to be refused before the style is taken out. Only what
 * the pointer needs is that of the page.
 */
function inertDocument(): Document {
  const inert = document.implementation.createHTMLDocument('');
  return {
    documentElement: inert.documentElement,
    createTextNode: (text: string) => inert.createTextNode(text),
    createElement: (name: string) => inert.createElement(name),
    createElementNS: (space: string, name: string) => inert.createElementNS(space, name),
    // An inert document has no window, and Plot tells of each move of the pointer by an event of it.
    defaultView: window,
  } as unknown as Document;
}

/** Measures texts in the window's own letters; null where nothing is drawn, as in tests without a browser. */
const pen = document.createElement('canvas').getContext('2d');

function textWidth(text: string, size: number): number {
  if (pen === null) return estimatedWidth(text, size);
  pen.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(text).width;
}
