/** Draws a chart in the window. Chart.tsx loads this file, and with it Observable Plot, when there is something to draw. */
import type { Drawing } from '../../../shared/charts/drawing';
import { drawPlot } from '../../../shared/charts/draw-plot';
import { estimatedWidth } from '../../../shared/charts/text-width';

/** Pixels per row that a pointer can hit. */
const ROW_HEIGHT = 22;

/** @param width available pixels */
export const drawPicture = (drawing: Drawing, width: number): SVGSVGElement =>
  drawPlot(drawing, { width, rowHeight: ROW_HEIGHT, document: inertDocument(), textWidth, hasPointer: true });

/**
 * Plot creates its elements in a document without styles, so that the content security policy has nothing to refuse
 * before the style is removed. Pointer events use the page's window.
 */
function inertDocument(): Document {
  const inert = document.implementation.createHTMLDocument('');
  return {
    documentElement: inert.documentElement,
    createTextNode: (text: string) => inert.createTextNode(text),
    createElement: (name: string) => inert.createElement(name),
    createElementNS: (space: string, name: string) => inert.createElementNS(space, name),
    // An inert document has no window, but Plot dispatches an event of it on each pointer move.
    defaultView: window,
  } as unknown as Document;
}

/** Measures text in the window's font; null if nothing is drawn, as in tests without a browser. */
const pen = document.createElement('canvas').getContext('2d');

function textWidth(text: string, size: number): number {
  if (pen === null) return estimatedWidth(text, size);
  pen.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(text).width;
}
