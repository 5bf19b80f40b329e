/** The palette, to be opened from anywhere, and its first row, which Enter opens. */
import { createSpotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useEffect } from 'react';

export const [paletteStore, palette] = createSpotlight();

/**
 * Chooses the first row, unless the arrows have led to a later one. Mantine does so as the text changes, which is too
 * early for rows that the engine finds: Enter did nothing with them, or opened what had stood above them.
 * @param typed none is chosen before something is typed
 * @param found the rows that were found, as one text
 */
export function useFirstChosen(typed: string, found: string): void {
  useEffect(() => {
    const { opened, listId, selected } = paletteStore.getState();
    const list = document.getElementById(listId);
    if (!opened || typed === '' || list === null) return;
    const chosen = list.querySelector('[data-selected]');
    if (chosen !== null && selected > 0) return;
    chosen?.removeAttribute('data-selected');
    list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
    paletteStore.updateState((state) => ({ ...state, selected: 0 }));
  }, [typed, found]);
}

/** The groups, those first that have a row of just the name that is typed, which is then the first of its group. */
export function exactFirst(groups: readonly SpotlightActionGroupData[], typed: string): SpotlightActionGroupData[] {
  const name = typed.trim().toLocaleLowerCase();
  const isExact = ({ label }: { label?: string | undefined }): boolean => label?.toLocaleLowerCase() === name;
  const parted = <T>(rows: readonly T[], isFirst: (row: T) => boolean): T[] => [
    ...rows.filter((row) => isFirst(row)),
    ...rows.filter((row) => !isFirst(row)),
  ];
  return parted(groups, ({ actions }) => actions.some(isExact)).map((group) => ({
    ...group,
    actions: parted(group.actions, isExact),
  }));
}
