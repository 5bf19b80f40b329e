/** Puts a title into the history, for "what if it had been watched". */
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { own } from '../../../shared/own';
import { useEngine } from '../../connection/engine-context';
import { addTitle } from './tuning-store';

/** Names of added titles: the tuning itself has IDs only. */
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

export function AddTitle({
  data,
  history,
  added,
}: {
  data: string;
  history: readonly { item: string }[];
  added: readonly string[];
}): ReactNode {
  const { t } = useTranslation();
  const { queries } = useEngine();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed, 120);
  const found = useQuery(
    queries.titles.page.queryOptions({
      input: { data, start: 0, end: 40, filter: { text }, sort: { column: 'popularity', descending: true } },
      placeholderData: keepPreviousData,
    }),
  );
  const known = new Set([...history.map(({ item }) => item), ...added]);
  const choices = (found.data?.rows ?? [])
    .filter(({ item }) => !known.has(item))
    .map(({ item, title }) => ({ value: item, label: title ?? item }));
  return (
    <Select
      m="xs"
      size="xs"
      aria-label={t('compare.addTitle')}
      placeholder={t('compare.addTitle')}
      searchable
      data={choices}
      // The engine has filtered already.
      filter={({ options }) => options}
      limit={20}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t('compare.addNothing')}
      value={null}
      onChange={(item, option) => {
        if (item === null || option === null) return;
        useNames.setState(({ names }) => ({ names: { ...names, [item]: option.label } }));
        addTitle(item);
        setTyped('');
      }}
    />
  );
}
