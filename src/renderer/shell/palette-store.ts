/** The palette, to be opened from anywhere, and its first row, which Enter opens. */
import { createSpotlight } from '@mantine/spotlight';
import { useEffect } from 'react';

export const [paletteStore, palette] = createSpotlight();

/**
 * Chooses the first row where none is chosen. Mantine does so as the text changes, which is too early for rows that the
 * engine finds: Enter did nothing with them.
 * @param typed none is chosen before something is typed
 * @param found the rows that were found, as one text
 */
export function useFirstChosen(typed: string, found: string): void {
  useEffect(() => {
    const { opened, listId } = paletteStore.getState();
    const list = document.getElementById(listId);
    if (!opened || typed === '' || list === null || list.querySelector('[data-selected]') !== null) return;
    list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
    paletteStore.updateState((state) => ({ ...state, selected: 0 }));
  }, [typed, found]);
}
