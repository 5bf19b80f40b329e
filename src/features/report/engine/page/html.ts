/** HTML from pieces: whatever comes from outside is text, and cannot become anything else. */
import { visibleText } from '../../../../shared/values/visible-text';

/** HTML that is already safe: made by `html`, or drawn by us. */
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

/** For texts and quoted attributes. Characters that turn the direction of reading or cannot be in HTML are made visible. */
export const escapeText = (text: string): string =>
  visibleText(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!);

function textOf(content: Content): string {
  if (content === null) return '';
  if (content instanceof Html) return content.text;
  if (typeof content === 'string' || typeof content === 'number') return escapeText(String(content));
  return content.map((part) => part?.text ?? '').join('');
}

/** A template of HTML; values are escaped unless they are HTML themselves. Attributes have to be in quotes. */
export function html(pieces: TemplateStringsArray, ...values: readonly Content[]): Html {
  return new Html(pieces.map((piece, index) => piece + textOf(values[index] ?? null)).join(''));
}
