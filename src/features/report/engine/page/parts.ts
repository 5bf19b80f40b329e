/** Parts that several sections share. */
import { html, type Content, type Html } from './html';

/** A numbered part of the page under its heading; the style counts. */
export interface Section {
  readonly title: string;
  readonly content: Content;
  /** Whether it may continue on the next sheet. */
  readonly pages: 'flows' | 'together';
}

export const section = (title: string, content: Content, pages: Section['pages'] = 'flows'): Section => ({
  title,
  content,
  pages,
});

/** A label and its value; omits null. A long value gets its own line. */
export type Fact = readonly [label: string, value: Content, width?: 'long'];

export const facts = (all: readonly Fact[]): Html =>
  html`<dl class="facts">
    ${all
      .filter(([, value]) => value !== null)
      .map(
        ([label, value, width = 'short']) =>
          html`<div class="${width}">
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div> `,
      )}
  </dl>`;

/** Hashes and IDs, which may break anywhere. */
export const code = (text: string): Html => html`<code>${text}</code>`;

/** Several sentences as one paragraph. */
export const paragraph = (...sentences: readonly (string | null)[]): Html =>
  html`<p>${sentences.filter((sentence) => sentence !== null).join(' ')}</p>`;
