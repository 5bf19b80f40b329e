import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Ref, useState, type ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { useEngine } from '../../../../renderer/connection/engine-context';

/** Finds a title of the data set by name, most watched first. */
export function TitleSearch({
  data,
  label,
  without,
  field,
  onChoose,
}: {
  data: string;
  label: string;
  /** IDs that are not offered. */
  without?: ReadonlySet<string>;
  field?: Ref<HTMLInputElement>;
  onChoose: (item: string, name: string) => void;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed, 120);
  const found = useQuery(
    queries.titles.page.queryOptions({
      input: { data, start: 0, end: 40, filter: { text }, sort: { column: 'popularity', descending: true } },
      placeholderData: keepPreviousData,
    }),
  );
  const choices = (found.data?.rows ?? [])
    .filter(({ item }) => without?.has(item) !== true)
    .map(({ item, title }) => ({ value: item, label: title ?? item }));
  return (
    <Select
      {...(field && { ref: field })}
      size="xs"
      aria-label={label}
      placeholder={label}
      searchable
      data={choices}
      // The engine has already filtered.
      filter={({ options }) => options}
      limit={20}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t('compare.addNothing')}
      value={null}
      onChange={(item, option) => {
        if (item === null || option === null) return;
        onChoose(item, option.label);
        setTyped('');
      }}
    />
  );
}
