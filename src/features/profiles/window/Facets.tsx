import { Button, Checkbox, Fieldset, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Facet, ProfileFilter } from '../../../shared/contract/profiles';
import { own } from '../../../shared/values/own';
import { AttributeName, ValueName } from '../../../renderer/components/labels/ValueName';
import { RangeFields } from '../../../renderer/components/RangeFields';
import { Query } from '../../../renderer/components/Query';
import { SearchField } from '../../../renderer/components/SearchField';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { tidyFilter, toggleValue } from './list/filter';
import { KeepFilter } from './KeepFilter';
import { Segments } from './Segments';
import classes from './Profiles.module.css';

interface Properties {
  filter: ProfileFilter;
  onFilter: (filter: ProfileFilter) => void;
}

/** The filters of the list of profiles, with the number of profiles per value that the other filters leave. */
export function Facets({
  data,
  runId,
  filter,
  onFilter,
  isMeasured,
  takesFocus,
}: Properties & {
  data: string;
  runId: string | undefined;
  /** Whether the run has measured the stability of its lists. */
  isMeasured: boolean;
  /** Whether the filters were opened just now, to be used. */
  takesFocus: boolean;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const facets = useQuery({
    ...queries.profiles.facets.queryOptions({
      input: { data, filter: tidyFilter(filter), ...(runId !== undefined && { runId }) },
    }),
    // The values stay where they are while they are counted anew.
    placeholderData: keepPreviousData,
  });
  return (
    <Stack gap="md">
      <FindById filter={filter} onFilter={onFilter} takesFocus={takesFocus} />
      <Segments data={data} filter={filter} onFilter={onFilter} onChosen={setChosenId} />
      {/* Drawn at the foot; the Tab key comes to it before the many values. */}
      <KeepFilter data={data} filter={filter} onFilter={onFilter} chosenId={chosenId} />
      {filter.profiles !== undefined && <Chosen filter={filter} onFilter={onFilter} />}
      <Fieldset variant="unstyled" legend={t('profiles.review')} className={classes.facet}>
        <SegmentedControl
          fullWidth
          size="xs"
          value={filter.reviewed === undefined ? 'all' : filter.reviewed ? 'done' : 'open'}
          onChange={(value) => {
            const { reviewed: _, ...others } = filter;
            onFilter(value === 'all' ? others : { ...others, reviewed: value === 'done' });
          }}
          data={[
            { value: 'all', label: t('profiles.reviewAll') },
            { value: 'open', label: t('profiles.reviewOpen') },
            { value: 'done', label: t('profiles.reviewDone') },
          ]}
        />
        <Checkbox
          size="xs"
          mt="xs"
          label={t('profiles.noted')}
          checked={filter.noted === true}
          onChange={({ currentTarget: { checked } }) => {
            const { noted: _, ...others } = filter;
            onFilter(checked ? { ...others, noted: true } : others);
          }}
        />
        {(isMeasured || filter.shaky !== undefined) && (
          <Checkbox
            size="xs"
            mt="xs"
            label={t('profiles.shaky')}
            description={isMeasured ? undefined : t('profiles.shakyWhy')}
            checked={filter.shaky === true}
            onChange={({ currentTarget: { checked } }) => {
              const { shaky: _, ...others } = filter;
              onFilter(checked ? { ...others, shaky: true } : others);
            }}
          />
        )}
      </Fieldset>
      <Query of={facets} lines={8}>
        {(known) =>
          known.map((facet) => <FacetOf key={facet.name} facet={facet} filter={filter} onFilter={onFilter} />)
        }
      </Query>
      <Range kind="watched" legend={t('profiles.watchedRange')} filter={filter} onFilter={onFilter} />
      <Range kind="score" legend={t('profiles.scoreRange')} filter={filter} onFilter={onFilter} />
    </Stack>
  );
}

/** Profiles selected elsewhere one by one; here they can only be removed. */
function Chosen({ filter: { profiles = [], ...others }, onFilter }: Properties): ReactNode {
  const t = useTexts();
  const name = t('profiles.chosen', { count: profiles.length });
  return (
    <Button
      size="compact-sm"
      variant="light"
      rightSection={<IconX size={14} aria-hidden />}
      aria-label={t('profiles.remove', { filter: name })}
      onClick={() => onFilter(others)}
    >
      {name}
    </Button>
  );
}

function FindById({ filter, onFilter, takesFocus }: Properties & { takesFocus: boolean }): ReactNode {
  const t = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const tell = useDebouncedCallback(
    (text: string) => {
      onFilter({ ...filter, text });
      setTyped(null);
    },
    // Typed text still counts if the filters fold or the screen changes.
    { delay: 150, flushOnUnmount: true },
  );
  const text = typed ?? filter.text ?? '';
  const change = (next: string): void => {
    setTyped(next);
    tell(next);
  };
  return (
    <SearchField
      label={t('profiles.find')}
      autoFocus={takesFocus}
      data-autofocus={takesFocus || undefined}
      size="sm"
      value={text}
      onText={change}
      clearLabel={t('profiles.clearFind')}
    />
  );
}

const FEW = 8;

function FacetOf({ facet, filter, onFilter }: Properties & { facet: Facet }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const [showsAll, setShowsAll] = useState(false);
  const chosen = own(filter.attributes, facet.name) ?? [];
  // A selected value stays visible.
  const values = facet.values.filter(({ value }, place) => showsAll || place < FEW || chosen.includes(value));
  const rest = facet.values.length - values.length;
  return (
    <Fieldset variant="unstyled" legend={<AttributeName name={facet.name} />} className={classes.facet}>
      <Stack gap="2xs">
        {values.map(({ value, profiles }) => (
          <Checkbox
            key={value ?? '\u0000'}
            size="xs"
            checked={chosen.includes(value)}
            onChange={() => onFilter(toggleValue(filter, facet.name, value))}
            classNames={{ body: classes['choice'] ?? '', labelWrapper: classes['choiceLabel'] ?? '' }}
            label={
              <Group component="span" justify="space-between" gap="xs" wrap="nowrap">
                <Text span size="sm" {...(value === null ? { fs: 'italic', c: 'dimmed' } : {})}>
                  {value === null ? t('common.missing') : <ValueName attribute={facet.name} value={value} />}
                </Text>
                <Text span size="xs" c="dimmed">
                  {format.count(profiles)}
                </Text>
              </Group>
            }
          />
        ))}
        {(rest > 0 || (showsAll && facet.values.length > FEW)) && (
          <Button size="compact-xs" variant="subtle" onClick={() => setShowsAll(!showsAll)}>
            {rest > 0 ? t('profiles.moreValues', { count: rest }) : t('profiles.fewerValues')}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
}

function Range({
  kind,
  legend,
  filter,
  onFilter,
}: Properties & { kind: 'watched' | 'score'; legend: string }): ReactNode {
  const t = useTexts();
  const [from, to] = [t('profiles.from'), t('profiles.to')];
  return (
    <Fieldset variant="unstyled" legend={legend} className={classes.facet}>
      <Group grow gap="xs" align="start">
        <RangeFields
          labels={{ from: `${legend} ${from}`, to: `${legend} ${to}` }}
          short={{ from, to }}
          kind={kind === 'score' ? 'share' : 'count'}
          value={filter[kind] ?? {}}
          onChange={(bounds) => onFilter({ ...filter, [kind]: bounds })}
        />
      </Group>
    </Fieldset>
  );
}
