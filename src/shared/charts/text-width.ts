/** Estimates the width of a text where fonts cannot be measured, from DejaVu Sans, which is wider than most. */

const EAST_ASIAN = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uff00-\uffef]/;
const NARROW = /[fijlrtI.,:;'|!()[\] -]/;
const WIDE = /[mwMW@%]/;
const CAPITAL = /\p{Lu}/u;

/** Relative to the font size. East Asian characters are square. */
function widthOf(character: string): number {
  if (EAST_ASIAN.test(character)) return 1;
  if (NARROW.test(character)) return 0.38;
  if (WIDE.test(character)) return 0.95;
  return CAPITAL.test(character) ? 0.72 : 0.62;
}

/** @param size of the font in pixels */
export function estimatedWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width * size;
}
