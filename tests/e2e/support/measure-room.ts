/** What a reader of lists finds, and lacks, on the open screen. */
import type { Page } from 'playwright-core';

export interface Room {
  /** Rows of each list that is shown. */
  readonly rows: number[];
  /** Names of which a row shows neither 16 characters nor all. */
  readonly shortNames: string[];
  /** Texts under 11 pixels. */
  readonly smallTexts: string[];
  /** Texts of which the letters stand one below the other. */
  readonly stackedTexts: string[];
  /** Texts that are cut, and can be read neither by pointing at them nor otherwise. */
  readonly cutTexts: string[];
  /** Places at which the lists of two runs have rows of different height. */
  readonly unevenRows: string[];
  /** Covers under 44 by 60. */
  readonly smallCovers: string[];
  /** What scrolls sideways: the page, or the screen in it. */
  readonly sideways: string[];
}

export const measureRoom = (page: Page): Promise<Room> =>
  page.evaluate(() => {
    const LEAST = 16;
    const main = document.querySelector('main')!;
    const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    /** Texts for screen readers alone take one pixel. */
    const isSeen = (element: Element): boolean => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const { clipPath, position } = getComputedStyle(at);
        if (position === 'absolute' && clipPath !== 'none') return false;
      }
      return isShown(element);
    };
    const texts = [...main.querySelectorAll('*')].flatMap((element) =>
      isSeen(element)
        ? [...element.childNodes].flatMap((node) =>
            node instanceof Text && node.data.trim() !== '' ? [{ element, node }] : [],
          )
        : [],
    );
    const charactersOf = (node: Text): DOMRect[] =>
      Array.from({ length: node.data.length }, (_, index) => index).flatMap((index) => {
        if (node.data.charAt(index).trim() === '') return [];
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        return [range.getBoundingClientRect()];
      });
    /** The part of an element that its clipping ancestors, up to the scrolling one, leave visible. */
    const boxOf = (element: Element): { right: number; bottom: number; isCut: boolean } => {
      let [right, bottom, isCut] = [Infinity, Infinity, false];
      for (let at: Element | null = element; at !== null && at !== main; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at);
        if (/auto|scroll/.test(overflowY)) break;
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        const box = at.getBoundingClientRect();
        right = Math.min(right, box.right);
        bottom = Math.min(bottom, box.bottom);
        isCut ||= at.scrollWidth > at.clientWidth + 1 || at.scrollHeight > at.clientHeight + 1;
      }
      return { right, bottom, isCut };
    };
    const named = (element: Element): string => element.textContent.trim().slice(0, 40);

    const shortNames = [...main.querySelectorAll('[data-item] [data-title]')].filter(isShown).flatMap((name) => {
      const own = texts.filter(({ element }) => name.contains(element));
      const all = own.flatMap(({ node }) => charactersOf(node)).length;
      const seen = own.flatMap(({ element, node }) => {
        const { right, bottom } = boxOf(element);
        return charactersOf(node).filter((box) => box.right <= right + 1 && box.bottom <= bottom + 1);
      }).length;
      return seen >= Math.min(LEAST, all) ? [] : [`${seen} of ${all}: ${named(name)}`];
    });
    const smallTexts = texts
      .filter(({ element }) => Number.parseFloat(getComputedStyle(element).fontSize) < 11)
      .map(({ element }) => named(element));
    const stackedTexts = texts.flatMap(({ element, node }) => {
      const boxes = charactersOf(node);
      const lines = new Set(boxes.map(({ bottom }) => Math.round(bottom))).size;
      return boxes.length >= 3 && lines > boxes.length / 2 ? [named(element)] : [];
    });
    const cutTexts = texts.flatMap(({ element }) => {
      const isTold = element.closest('[title], [data-title], [aria-describedby]') !== null;
      return boxOf(element).isCut && !isTold ? [named(element)] : [];
    });
    const lists = [...main.querySelectorAll('ol')].filter((list) => isShown(list) && list.querySelector('[data-item]'));
    const heights = lists.map((list) =>
      [...list.children].map((row) => Math.round(row.getBoundingClientRect().height)),
    );
    const unevenRows = (heights[0] ?? []).flatMap((height, row) =>
      heights.every((other) => Math.abs((other[row] ?? height) - height) <= 1)
        ? []
        : [`${row + 1}: ${heights.map((other) => other[row]).join(', ')}`],
    );
    const smallCovers = [...main.querySelectorAll('[data-item] [data-cover]')].filter(isShown).flatMap((cover) => {
      const { width, height } = cover.getBoundingClientRect();
      return width >= 44 && height >= 60 ? [] : [`${width} x ${height}`];
    });
    const sideways = [document.scrollingElement!, ...document.querySelectorAll('#content > :last-child')]
      .filter((box) => box.scrollWidth > box.clientWidth)
      .map((box) => box.tagName);
    const rows = lists.map((list) => list.children.length);
    return { rows, shortNames, smallTexts, stackedTexts, cutTexts, unevenRows, smallCovers, sideways };
  });
