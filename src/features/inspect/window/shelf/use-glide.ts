import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Milliseconds that a cover needs for its new place. */
const GLIDE = 180;
const EASING = 'cubic-bezier(0.2, 0.8, 0.2, 1)';

/**
 * Covers that change places glide there, and new ones fade in; the list keeps its size. Nothing moves where motion is
 * off.
 * @param list whose items have data-item
 * @param of names whose covers they are: those of another child are just there
 */
export function useGlide(list: RefObject<HTMLElement | null>, of: string): void {
  const last = useRef<{ of: string; places: ReadonlyMap<string, DOMRect> } | null>(null);
  useLayoutEffect(() => {
    const tiles = [...(list.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
    const places = new Map(tiles.map((tile) => [tile.dataset['item']!, tile.getBoundingClientRect()]));
    const before = last.current;
    last.current = { of, places };
    if (before === null || before.of !== of || document.documentElement.dataset['motion'] !== 'on') return;
    for (const tile of tiles) {
      const [from, to] = [before.places.get(tile.dataset['item']!), places.get(tile.dataset['item']!)!];
      if (from === undefined) tile.animate([{ opacity: 0 }, { opacity: 1 }], { duration: GLIDE });
      else if (from.left !== to.left || from.top !== to.top)
        tile.animate(
          [{ transform: `translate(${from.left - to.left}px, ${from.top - to.top}px)` }, { transform: 'none' }],
          { duration: GLIDE, easing: EASING },
        );
    }
  });
}
