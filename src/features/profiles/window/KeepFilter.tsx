import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { KeptSegment } from '../../../shared/contract/kept';
import type { ProfileFilter } from '../../../shared/contract/profiles';
import { isEmptyRange } from '../../../shared/values/empty-range';
import { filterParts } from '../../../shared/values/filter-parts';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { keepFocusSoon } from '../../../renderer/components/keep-focus';
import { NameForm } from '../../../renderer/components/NameForm';
import { useEngine } from '../../../renderer/connection/engine-context';
import { isSameFilter, tidyFilter } from './list/filter';
import classes from './Profiles.module.css';

/** What can be done with the filters that are set: clear them, save them as a segment, or change the segment they began with. */
export function KeepFilter({
  data,
  filter,
  onFilter,
  chosenId,
}: {
  data: string;
  filter: ProfileFilter;
  onFilter: (filter: ProfileFilter) => void;
  chosenId: string | null;
}): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const { data: segments = [] } = useQuery(queries.segments.list.queryOptions({ input: { data } }));
  const refresh = () => cache.invalidateQueries({ queryKey: queries.segments.key() });
  const keep = useMutation({
    mutationFn: (name: string) => client.segments.keep({ data, name, filter: tidyFilter(filter) }),
    onSuccess: refresh,
    // The field is gone once the filter is a segment.
    onSettled: keepFocusSoon,
  });
  const change = useMutation({
    mutationFn: ({ id, revision, name }: KeptSegment) =>
      client.segments.keep({ data, id, revision, name, filter: tidyFilter(filter) }),
    onSuccess: refresh,
  });
  if (filterParts(filter).length === 0) return null;
  const kept = segments.find((segment) => isSameFilter(segment.filter, filter));
  const isKept = kept !== undefined;
  // Of a range that begins above its end, its field says so.
  const isNobodys = [filter.watched, filter.score].some((range) => isEmptyRange(range ?? {}));
  const left = isKept ? undefined : segments.find(({ id }) => id === chosenId);
  const error = keep.error ?? change.error;
  const isJustKept = kept !== undefined && kept.id === keep.data?.id;
  const told = isJustKept ? t('profiles.segmentKept', { name: kept.name }) : '';
  return (
    <Stack gap="xs" className={classes.ofFilter}>
      {left !== undefined && !isNobodys && (
        <Button size="xs" variant="default" loading={change.isPending} onClick={() => change.mutate(left)}>
          {t('profiles.changeSegment', { name: left.name })}
        </Button>
      )}
      {!isKept && !isNobodys && (
        <NameForm
          label={t('profiles.segmentName')}
          labelIs="within"
          action={t('profiles.keepSegment')}
          isBusy={keep.isPending}
          onName={(name) => keep.mutate(name)}
        />
      )}
      <Text size="xs" role="status" className={told === '' ? 'shelfwise-visually-hidden' : undefined}>
        {told}
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => onFilter({})}>
        {t('profiles.clearAll')}
      </Button>
      {error !== null && <ErrorNotice title={t('profiles.segmentFailed')} error={error} />}
    </Stack>
  );
}
