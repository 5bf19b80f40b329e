/** Measures text in terminal columns: a Korean, Chinese or Japanese character takes two, a combining mark none. */
import { eastAsianWidth } from 'get-east-asian-width';
import { visibleText } from '../shared/values/visible-text';

const ESCAPES = /\u001B\[\d+m/g;
const SPACES = /[\t-\r\u0085\u2028\u2029]+/g;
const ZERO_WIDTH = /^[\p{Mark}\p{Format}\p{Default_Ignorable_Code_Point}]+$/u;
const EMOJI = /^\p{Emoji_Presentation}|\uFE0F/u;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function graphemeWidth(grapheme: string): number {
  if (ZERO_WIDTH.test(grapheme)) return 0;
  return EMOJI.test(grapheme) ? 2 : eastAsianWidth(grapheme.codePointAt(0)!);
}

/** Number of columns of `text`; colours take none. */
export function displayWidth(text: string): number {
  const plain = text.replaceAll(ESCAPES, '');
  if (/^[\u0020-\u007E]*$/.test(plain)) return plain.length;
  let width = 0;
  for (const { segment } of graphemes.segment(plain)) width += graphemeWidth(segment);
  return width;
}

/**
 * Text from a data folder on one line, with newlines as spaces: a title may not move the cursor or colour the terminal.
 */
export const singleLine = (text: string): string => visibleText(text.replaceAll(SPACES, ' ')).trim();

/** Cuts `text` (without colours) to `width` columns, with an ellipsis at the cut. */
export function fit(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width < 1) return '';
  let kept = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    used += graphemeWidth(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Pads `text` with spaces to `width` columns, on its right or its left. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const spaces = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + spaces : spaces + text;
}
