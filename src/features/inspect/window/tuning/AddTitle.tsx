import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { own } from '../../../../shared/values/own';
import { TitleSearch } from './TitleSearch';
import { addTitle } from './tuning-store';

/** Names of added titles; the tuning itself stores only IDs. */
const useNames = create<{ names: Record<string, string> }>()(
  persist(() => ({ names: {} as Record<string, string> }), {
    name: 'shelfwise.added-titles',
    version: 1,
    storage: createJSONStorage(() => sessionStorage),
  }),
);

export function useTitleNames(): (item: string) => string | null {
  const names = useNames((state) => state.names);
  return (item) => own(names, item) ?? null;
}

export const tellName = (item: string, name: string): void =>
  void useNames.setState(({ names }) => ({ names: { ...names, [item]: name } }));

/** Adds a title to the history, for "what if it had been watched". */
export function AddTitle({
  data,
  history,
  added,
}: {
  data: string;
  history: readonly { item: string }[];
  added: readonly string[];
}): ReactNode {
  const t = useTexts();
  return (
    <Box m="xs">
      <TitleSearch
        data={data}
        label={t('compare.addTitle')}
        without={new Set([...history.map(({ item }) => item), ...added])}
        onChoose={(item, name) => {
          tellName(item, name);
          addTitle(item);
        }}
      />
    </Box>
  );
}
