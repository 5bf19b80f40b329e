/** Markdown as blocks, and the parts of a page by their headings. */
import { lexer, type Token, type Tokens } from 'marked';

const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading';

/** Anchor of a heading as GitHub makes it, so that a link works in both places. */
export const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');

/** The blocks of a page below its title, which the screen shows itself. */
export const blocksOf = (markdown: string): Token[] =>
  lexer(markdown).filter((token) => !(isHeading(token) && token.depth === 1));

/** The blocks below a second-level heading up to the next. @returns an empty list without such a heading */
export function sectionOf(markdown: string, heading: string): Token[] {
  const blocks = blocksOf(markdown);
  const start = blocks.findIndex((block) => isHeading(block) && block.text === heading);
  if (start === -1) return [];
  const end = blocks.findIndex((block, at) => at > start && isHeading(block) && block.depth <= 2);
  return blocks.slice(start + 1, end === -1 ? undefined : end);
}
