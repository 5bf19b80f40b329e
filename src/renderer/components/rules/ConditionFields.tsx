/** Fields for the parts of a condition: which titles, and which profiles. */
import { Group, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTexts } from '../../locales/use-texts';
import type { AttributeDescription } from '../../../shared/contract/dataset';
import type { KeptSegment } from '../../../shared/contract/kept';
import type { CheckedRules } from '../../../shared/contract/rule-answers';
import type { ProfileCondition, TitleCondition } from '../../../shared/contract/rules';
import { useEngine } from '../../connection/engine-context';
import { RangeFields } from '../RangeFields';
import { AttributeFields } from './AttributeFields';
import { SeriesPicker } from './SeriesPicker';

/** Number of titles offered at a time. */
const TITLES_OFFERED = 50;

/** Which titles a rule is about. */
export function TitleFields({
  data,
  label,
  description,
  attributes,
  titles,
  onTitles = () => undefined,
  value,
  onChange,
}: {
  data: string;
  /** Heading of the fields. */
  label: string;
  description: string;
  attributes: readonly AttributeDescription[];
  titles: CheckedRules['titles'];
  /** Receives the names of titles that are picked. */
  onTitles?: (titles: CheckedRules['titles']) => void;
  value: TitleCondition;
  onChange: (condition: TitleCondition) => void;
}): ReactNode {
  const t = useTexts();
  const { ids = [], series = [], text = '' } = value;
  return (
    <Stack component="fieldset" gap="xs" p={0} m={0} bd={0} aria-label={label}>
      <TitlePicker
        data={data}
        label={label}
        description={description}
        titles={titles}
        onTitles={onTitles}
        value={ids}
        onChange={(next) => onChange({ ...value, ids: next })}
      />
      <SeriesPicker data={data} value={series} onChange={(next) => onChange({ ...value, series: next })} />
      <AttributeFields
        attributes={attributes}
        value={value.attributes ?? {}}
        onChange={(next) => onChange({ ...value, attributes: next })}
        numbers={value.numbers ?? {}}
        onNumbers={(next) => onChange({ ...value, numbers: next })}
      />
      <TextInput
        size="xs"
        label={t('rules.text')}
        value={text}
        onChange={({ currentTarget }) => onChange({ ...value, text: currentTarget.value })}
      />
    </Stack>
  );
}

/** Picks single titles by part of their name. */
function TitlePicker({
  data,
  label,
  description,
  titles,
  onTitles,
  value,
  onChange,
}: {
  data: string;
  label: string;
  description: string;
  titles: CheckedRules['titles'];
  onTitles: (titles: CheckedRules['titles']) => void;
  value: string[];
  onChange: (ids: string[]) => void;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const [typed, setTyped] = useState('');
  const [sought] = useDebouncedValue(typed, 150);
  const [seen, setSeen] = useState<ReadonlyMap<string, string>>(new Map());
  const found = useQuery({
    ...queries.titles.page.queryOptions({
      input: { data, start: 0, end: TITLES_OFFERED, filter: { text: sought } },
      placeholderData: keepPreviousData,
    }),
    enabled: sought.trim() !== '',
  });
  const names = new Map([...titles.map(({ item, title }) => [item, title] as const), ...seen]);
  for (const { item, title } of found.data?.rows ?? []) names.set(item, title ?? item);
  const choose = (next: string[]): void => {
    setSeen(new Map([...seen, ...next.map((item) => [item, names.get(item) ?? item] as const)]));
    onTitles(next.filter((item) => !value.includes(item)).map((item) => ({ item, title: names.get(item) ?? item })));
    onChange(next);
  };
  /** Enter takes the first title found. It never adds the rule around it while a name is typed. */
  const onEnter = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter' || typed === '' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    // The arrows led to another one.
    if (event.currentTarget.getAttribute('aria-activedescendant')) return;
    const first = found.isPlaceholderData || typed !== sought ? undefined : found.data?.rows[0]?.item;
    if (first === undefined || value.includes(first)) return;
    choose([...value, first]);
    setTyped('');
  };
  return (
    <MultiSelect
      size="xs"
      label={label}
      description={description}
      placeholder={t('rules.findTitles')}
      searchable
      // The engine has already filtered.
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={typed !== '' && typed === sought && found.isFetched ? t('compare.addNothing') : undefined}
      data={Array.from(
        new Set([...value, ...(typed === '' ? [] : (found.data?.rows ?? []).map(({ item }) => item))]),
        (item) => ({
          value: item,
          label: names.get(item) ?? item,
        }),
      )}
      value={value}
      onChange={choose}
      onKeyDown={onEnter}
    />
  );
}

/**
 * Which profiles a rule is for. The same parts as a filter of profiles, except those that depend on a run or on who
 * looked.
 */
export function ProfileFields({
  data,
  attributes,
  value,
  onChange,
  onSegment,
}: {
  data: string;
  attributes: readonly AttributeDescription[];
  value: ProfileCondition;
  onChange: (condition: ProfileCondition) => void;
  /** Takes a segment that a condition cannot say; without it, only those with terms of the data are offered. */
  onSegment?: (segment: KeptSegment) => void;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const saved = useQuery(queries.segments.list.queryOptions({ input: { data } }));
  // A condition has no list of profiles. Without its list, such a segment would match everyone.
  const segments = (saved.data ?? []).filter(({ filter }) => onSegment !== undefined || filter.profiles === undefined);
  const { watched = {}, text = '' } = value;
  return (
    <Stack component="fieldset" gap="xs" p={0} m={0} bd={0} aria-label={t('rules.profiles')}>
      <Select
        size="xs"
        label={t('rules.segment')}
        description={t(
          segments.length === 0
            ? 'rules.segmentNone'
            : onSegment === undefined
              ? 'rules.segmentPartly'
              : 'rules.segmentMembers',
        )}
        data={segments.map(({ id, name }) => ({ value: id, label: name }))}
        value={null}
        onChange={(id) => {
          const segment = segments.find((one) => one.id === id);
          if (segment === undefined) return;
          const { text: part, attributes: values, watched: bounds, ...others } = segment.filter;
          const isCondition = Object.values(others).every((one) => one === undefined);
          if (isCondition || onSegment === undefined) onChange({ text: part, attributes: values, watched: bounds });
          else onSegment(segment);
        }}
      />
      <AttributeFields
        attributes={attributes}
        value={value.attributes ?? {}}
        onChange={(next) => onChange({ ...value, attributes: next })}
      />
      <Group grow gap="xs">
        <RangeFields
          labels={{ from: t('rules.watchedFrom'), to: t('rules.watchedTo') }}
          kind="count"
          value={watched}
          onChange={(next) => onChange({ ...value, watched: next })}
        />
        <TextInput
          size="xs"
          label={t('rules.idText')}
          value={text}
          onChange={({ currentTarget }) => onChange({ ...value, text: currentTarget.value })}
        />
      </Group>
    </Stack>
  );
}
