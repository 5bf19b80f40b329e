/** Builds HTML from pieces: foreign content is text, and cannot become anything else. */
import { visibleText } from '../../../../shared/values/visible-text';

/** Safe HTML: made by `html`, or drawn by us. */
export class Html {
  constructor(readonly text: string) {}
}

export type Content = string | number | null | Html | readonly (Html | null)[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For texts and quoted attributes. Shows characters that change the reading direction or are not allowed in HTML. */
const escapeText = (text: string): string =>
  visibleText(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!);

function textOf(content: Content): string {
  if (content === null) return '';
  if (content instanceof Html) return content.text;
  if (typeof content === 'string' || typeof content === 'number') return escapeText(String(content));
  return content.map((part) => part?.text ?? '').join('');
}

/** A template of HTML; escapes values unless they are HTML themselves. Attributes must be quoted. */
export function html(pieces: TemplateStringsArray, ...values: readonly Content[]): Html {
  return new Html(pieces.map((piece, index) => piece + textOf(values[index] ?? null)).join(''));
}
