import { ActionIcon, Button, Group, Select, Stack } from '@mantine/core';
import { IconArrowRight, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { KeptSegment } from '../../../shared/contract/kept';
import type { ProfileFilter } from '../../../shared/contract/profiles';
import { filterParts } from '../../../shared/values/filter-parts';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { NameForm } from '../../../renderer/components/NameForm';
import { VersionsPopover } from '../../../renderer/components/VersionsPopover';
import { useEngine } from '../../../renderer/connection/engine-context';
import { addUndo } from '../../../renderer/stores/notices';
import { isSameFilter, tidyFilter } from './list/filter';
import { SegmentVersions } from './SegmentVersions';

/** Named filters of the data set: save, apply, remove. */
export function Segments({
  data,
  filter,
  onFilter,
}: {
  data: string;
  filter: ProfileFilter;
  onFilter: (filter: ProfileFilter) => void;
}): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const { data: segments = [] } = useQuery(queries.segments.list.queryOptions({ input: { data } }));
  const [chosenId, setChosenId] = useState<string | null>(null);
  const present = segments.find((segment) => isSameFilter(segment.filter, filter)) ?? null;
  const left = present === null ? segments.find(({ id }) => id === chosenId) : undefined;
  const refresh = () => cache.invalidateQueries({ queryKey: queries.segments.key() });
  const keep = useMutation({
    mutationFn: (name: string) => client.segments.keep({ data, name, filter: tidyFilter(filter) }),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: ({ id, revision }: KeptSegment) => client.segments.remove({ data, id, revision }),
    onSuccess: async (_, { id, name, revision }) => {
      addUndo(
        t('versions.removedSegment', { name }),
        async () => {
          await client.segments.restore({ data, id, revision, to: revision });
          await refresh();
        },
        {
          key: queries.segments.key(),
          isStill: async () => (await client.segments.history({ data })).some((one) => one.id === id && one.removed),
        },
      );
      await refresh();
    },
  });
  const change = useMutation({
    mutationFn: ({ id, revision, name }: KeptSegment) =>
      client.segments.keep({ data, id, revision, name, filter: tidyFilter(filter) }),
    onSuccess: refresh,
  });
  const error = keep.error ?? remove.error ?? change.error;
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <Select
          size="xs"
          style={{ flex: 1 }}
          label={t('profiles.segments')}
          placeholder={t(segments.length === 0 ? 'profiles.noSegments' : 'profiles.chooseSegment')}
          nothingFoundMessage={t('profiles.noSegments')}
          data={segments.map(({ id, name }) => ({ value: id, label: name }))}
          value={present?.id ?? null}
          onChange={(id) => {
            const chosen = segments.find((segment) => segment.id === id);
            if (chosen === undefined) return;
            setChosenId(chosen.id);
            onFilter(chosen.filter);
          }}
        />
        {present !== null && (
          <VersionsPopover size={30} name={present.name}>
            {(close) => (
              <SegmentVersions
                data={data}
                segment={present}
                onRestored={async (now) => {
                  setChosenId(now.id);
                  onFilter(now.filter);
                  await refresh();
                  close();
                }}
              />
            )}
          </VersionsPopover>
        )}
        {present !== null && (
          <ActionIcon
            variant="default"
            size={30}
            component={Link}
            href={`/segment/${encodeURIComponent(present.id)}`}
            aria-label={t('segments.open', { name: present.name })}
            title={t('segments.open', { name: present.name })}
          >
            <IconArrowRight size={15} aria-hidden />
          </ActionIcon>
        )}
        {present !== null && (
          <ActionIcon
            variant="default"
            size={30}
            aria-label={t('profiles.removeSegment', { name: present.name })}
            title={t('profiles.removeSegment', { name: present.name })}
            onClick={() => remove.mutate(present)}
          >
            <IconTrash size={15} />
          </ActionIcon>
        )}
      </Group>
      {left !== undefined && filterParts(filter).length > 0 && (
        <Button size="xs" variant="default" loading={change.isPending} onClick={() => change.mutate(left)}>
          {t('profiles.changeSegment', { name: left.name })}
        </Button>
      )}
      {present === null && filterParts(filter).length > 0 && (
        <NameForm
          label={t('profiles.segmentName')}
          labelIs="within"
          action={t('profiles.keepSegment')}
          isBusy={keep.isPending}
          onName={(name) => keep.mutate(name)}
        />
      )}
      {error !== null && <ErrorNotice title={t('profiles.segmentFailed')} error={error} />}
    </Stack>
  );
}
