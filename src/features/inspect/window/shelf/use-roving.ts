import { useState, type FocusEvent, type KeyboardEvent } from 'react';

interface Roving {
  /** For the list. */
  readonly list: { onKeyDown: (event: KeyboardEvent) => void; onFocus: (event: FocusEvent) => void };
  /** For the button or link of a cover: the one that Tab leads to. */
  readonly tabIndexOf: (item: string) => 0 | -1;
}

/**
 * Makes covers one stop of Tab: arrows lead from cover to cover, and Tab comes back to where it was left. Each cover has
 * the attribute data-item, and a button or a link in it.
 * @param items IDs of the covers, in order
 * @param start the one that Tab leads to at first
 */
export function useRoving(items: readonly string[], start = items[0]): Roving {
  const [left, setLeft] = useState<string | null>(null);
  const stop = left !== null && items.includes(left) ? left : start;
  return {
    list: {
      onFocus: ({ target }) => setLeft(target.closest('[data-item]')?.getAttribute('data-item') ?? null),
      onKeyDown: (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-item] :is(button, a)')];
        const at = stops.findIndex((one) => one === event.target);
        if (at === -1) return;
        const row = rowLength(stops);
        const places: Record<string, number> = {
          ArrowRight: at + 1,
          ArrowLeft: at - 1,
          ArrowDown: at + row,
          ArrowUp: at - row,
          Home: 0,
          End: stops.length - 1,
        };
        const to = places[event.key];
        if (to === undefined) return;
        // Otherwise the page scrolls, too.
        event.preventDefault();
        stops[to]?.focus();
      },
    },
    tabIndexOf: (item) => (item === stop ? 0 : -1),
  };
}

/** How many stand beside each other: those at the height of the first. */
function rowLength(stops: readonly HTMLElement[]): number {
  const [first] = stops;
  const below = stops.findIndex((one) => one.getBoundingClientRect().top > first!.getBoundingClientRect().bottom);
  return below === -1 ? stops.length : below;
}
