/** What a page shows in other letters than the scale has. */
import type { Page } from 'playwright-core';
import { TEXT, WEIGHTS } from '../../../src/shared/look/scale';

/** Texts whose size or weight is none of the scale, as the browser computes them. Drawings that are hidden from readers are no texts. */
export const offTheScale = (page: Page): Promise<string[]> =>
  page.evaluate(
    ({ sizes, weights }) => {
      const found = new Set<string>();
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode() !== null) {
        const holder = texts.currentNode.parentElement!;
        const text = texts.currentNode.textContent!.trim();
        if (text === '' || holder.closest('[aria-hidden="true"], script, style, noscript') !== null) continue;
        if (!holder.checkVisibility()) continue;
        const { fontSize, fontWeight } = getComputedStyle(holder);
        if (!sizes.includes(Number.parseFloat(fontSize)) || !weights.includes(Number(fontWeight)))
          found.add(`${fontSize} ${fontWeight} ${holder.tagName.toLowerCase()}: ${text.slice(0, 40)}`);
      }
      return [...found];
    },
    { sizes: Object.values(TEXT) as number[], weights: Object.values(WEIGHTS) as number[] },
  );
