/** A chart on paper: its title, its sentence, its key and the picture. Drawn as in the window, in a document of nodes alone. */
import { DOMImplementation, XMLSerializer } from '@xmldom/xmldom';
import type { ChartContent, ChartTable, KeyEntry } from '../../../../shared/charts/chart-content';
import { drawPlot } from '../../../../shared/charts/draw-plot';
import { KEY_SHAPES, KEY_SIZE } from '../../../../shared/charts/key-shapes';
import { estimatedWidth } from '../../../../shared/charts/text-width';
import { visibleText } from '../../../../shared/values/visible-text';
import { html, Html } from './html';

/** Pixels of the width of the text, and of one of two columns, at 96 to the inch. */
export const FULL_WIDTH = 660;
export const HALF_WIDTH = 318;
const ROW_HEIGHT = 16;

export function picture(content: ChartContent, width: number): Html {
  return html`<figure>
    <figcaption><strong>${content.title}</strong> ${content.summary}</figcaption>
    ${keyOf(content.keys ?? [])}${drawn(content, width)}
  </figure>`;
}

/** The same with texts as `html` shows them: Plot draws them into a document of its own. */
function withVisibleTexts<Value>(value: Value): Value {
  if (typeof value === 'string') return visibleText(value) as Value;
  if (Array.isArray(value)) return value.map(withVisibleTexts) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withVisibleTexts(part)])) as Value;
}

function drawn({ drawing, summary }: ChartContent, width: number): Html {
  const document = new DOMImplementation().createDocument('http://www.w3.org/1999/xhtml', 'html', null);
  const svg = drawPlot(withVisibleTexts(drawing), {
    width,
    rowHeight: ROW_HEIGHT,
    document: document as unknown as Document,
    textWidth: estimatedWidth,
    hasPointer: false,
  });
  // Plot names its groups for screen readers, which get the sentence instead.
  svg.setAttribute('aria-hidden', 'true');
  const image = new Html(new XMLSerializer().serializeToString(svg as never));
  return html`<div role="img" aria-label="${summary}">${image}</div>`;
}

function keyOf(entries: readonly KeyEntry[]): Html | null {
  if (entries.length === 0) return null;
  const { width, height } = KEY_SIZE;
  return html`<ul class="key">
    ${entries.map(
      ({ mark, label }) =>
        html`<li>
          <svg width="${width}" height="${height}" aria-hidden="true">${KEY_SHAPES[mark].map(shape)}</svg> ${label}
        </li>`,
    )}
  </ul>`;
}

/** Names and values are our own. */
const shape = ([name, attributes]: (typeof KEY_SHAPES)['bar'][number]): Html =>
  new Html(
    `<${name} ${Object.entries(attributes)
      .map(([attribute, value]) => `${attribute}="${value}"`)
      .join(' ')}/>`,
  );

/** The first cell of a row names it; the others are numbers. */
export const tableOf = (table: ChartTable): Html => tableWith(table, { caption: null, words: 1 });

/** @param words number of leading columns with words: the others are numbers, aligned to the right */
export function tableWith(
  { columns, rows }: ChartTable,
  { caption, words }: { caption: string | null; words: number },
): Html {
  const side = (column: number): string => (column < words ? 'word' : 'number');
  return html`<table>
    ${
      caption === null
        ? null
        : html`<caption>
            ${caption}
          </caption>`
    }
    <thead>
      <tr>
        ${columns.map((column, place) => html`<th scope="col" class="${side(place)}">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([name, ...cells]) =>
          html`<tr>
            <th scope="row">${name ?? ''}</th>
            ${cells.map((cell, place) => html`<td class="${side(place + 1)}">${cell}</td>`)}
          </tr> `,
      )}
    </tbody>
  </table>`;
}
