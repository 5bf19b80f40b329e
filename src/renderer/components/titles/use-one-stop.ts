import { useState, type FocusEvent, type KeyboardEvent } from 'react';

interface OneStop {
  /** For the list. */
  readonly list: { onKeyDown: (event: KeyboardEvent) => void; onFocus: (event: FocusEvent) => void };
  /** For the button of a row: the one that Tab leads to. */
  readonly tabIndexOf: (item: string) => 0 | -1;
}

const KEYS = ['ArrowDown', 'ArrowUp', 'Home', 'End'];

/**
 * Makes a list of titles, each with one button, one stop of Tab: arrows lead from row to row, and Tab comes back to
 * where it was left.
 * @param items IDs of the rows, in order
 */
export function useOneStop(items: readonly string[]): OneStop {
  const [left, setLeft] = useState<string | null>(null);
  const stop = left !== null && items.includes(left) ? left : items[0];
  return {
    list: {
      onFocus: ({ target }) => setLeft(target.closest('[data-item]')?.getAttribute('data-item') ?? null),
      onKeyDown: (event) => {
        if (!KEYS.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
        const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-item] button')];
        const at = buttons.findIndex((button) => button === event.target);
        if (at === -1) return;
        const places = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 };
        const next = buttons[places[event.key as keyof typeof places]];
        // Otherwise the page scrolls, too.
        event.preventDefault();
        next?.focus();
      },
    },
    tabIndexOf: (item) => (item === stop ? 0 : -1),
  };
}
