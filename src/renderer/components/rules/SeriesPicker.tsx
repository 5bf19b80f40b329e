import { TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { seriesKey, titleParts } from '../../../shared/values/episode';
import { useEngine } from '../../connection/engine-context';
import { useTexts } from '../../locales/use-texts';

/** Number of series offered at a time. */
const SERIES_OFFERED = 20;

/**
 * Picks series by part of their name. What was typed stands for the first series found, since a part of a name is no series; a
 * name that no series of the data has stays, since next week's data may have it.
 */
export function SeriesPicker({
  data,
  value,
  onChange,
}: {
  data: string;
  value: string[];
  onChange: (series: string[]) => void;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const [typed, setTyped] = useState('');
  const [sought] = useDebouncedValue(typed, 150);
  const found = useQuery({
    ...queries.titles.series.queryOptions({
      input: { data, start: 0, end: SERIES_OFFERED, filter: { text: sought } },
      placeholderData: keepPreviousData,
    }),
    enabled: sought.trim() !== '',
  });
  const offered =
    typed.trim() === ''
      ? []
      : [
          ...new Set(
            (found.data?.rows ?? []).map((row) =>
              row.kind === 'series' ? row.name : titleParts(row.title ?? row.item).series,
            ),
          ),
        ];
  const named = (name: string): string => {
    if (value.includes(name)) return name;
    const key = seriesKey(name);
    return offered.find((one) => seriesKey(one) === key) ?? offered.find((one) => seriesKey(one).includes(key)) ?? name;
  };
  return (
    <TagsInput
      size="xs"
      label={t('rules.series')}
      description={t('rules.seriesHelp')}
      // Names of series have commas.
      splitChars={[]}
      // The engine has already filtered.
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      data={offered}
      value={value}
      onChange={(next) => onChange([...new Set(next.map(named))])}
    />
  );
}
