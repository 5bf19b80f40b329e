import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { ProfileFilter } from '../../../shared/contract/profiles';
import { filterParts } from '../../../shared/values/filter-parts';
import { EmptyState } from '../../../renderer/components/EmptyState';
import { useEngine } from '../../../renderer/connection/engine-context';
import { withoutPart } from './list/filter';
import { useFilterName } from './use-filter-name';

/** Shown if the filters match no profile: which filters to remove, with one click each. */
export function EmptyFilters({
  data,
  runId,
  filter,
  onFilter,
}: {
  data: string;
  runId: string | undefined;
  filter: ProfileFilter;
  onFilter: (filter: ProfileFilter) => void;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const nameOf = useFilterName();
  const parts = filterParts(filter);
  const without = useQueries({
    queries: parts.map((_, index) =>
      queries.profiles.page.queryOptions({
        input: {
          data,
          start: 0,
          end: 0,
          filter: withoutPart(filter, index),
          ...(runId === undefined ? {} : { runId }),
        },
      }),
    ),
  });
  const culprits = parts
    .map((part, index) => ({ part, index, left: without[index]?.data?.total ?? 0 }))
    .filter(({ left }) => left > 0);
  const asking = without.some(({ isPending }) => isPending);
  return (
    <EmptyState
      quiet
      scene="search"
      title={t('profiles.emptyTitle')}
      body={asking ? t('common.loading') : t(culprits.length > 0 ? 'profiles.emptyHere' : 'profiles.emptyTogether')}
      action={{ label: t('profiles.clearAll'), onClick: () => onFilter({}) }}
    >
      <Stack gap="xs" align="center">
        {culprits.map(({ part, index, left }) => (
          <Group key={index} gap="xs">
            <Button size="compact-md" variant="default" onClick={() => onFilter(withoutPart(filter, index))}>
              {t('profiles.remove', { filter: nameOf(part) })}
            </Button>
            <Text size="sm" c="dimmed">
              {t('profiles.leaves', { count: left })}
            </Text>
          </Group>
        ))}
      </Stack>
    </EmptyState>
  );
}
