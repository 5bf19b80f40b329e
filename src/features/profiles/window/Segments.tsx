import { ActionIcon, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconArrowRight, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { KeptSegment } from '../../../shared/contract/kept';
import type { ProfileFilter } from '../../../shared/contract/profiles';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { VersionsPopover } from '../../../renderer/components/VersionsPopover';
import { useEngine } from '../../../renderer/connection/engine-context';
import { addUndo } from '../../../renderer/stores/notices';
import { isSameFilter } from './list/filter';
import { SegmentVersions } from './SegmentVersions';

/** Named filters of the data set: chooses one, leads to its page, removes it. */
export function Segments({
  data,
  filter,
  onFilter,
  onChosen,
}: {
  data: string;
  filter: ProfileFilter;
  onFilter: (filter: ProfileFilter) => void;
  /** Told the ID of the segment that was chosen, which KeepFilter can change. */
  onChosen: (id: string) => void;
}): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const { data: segments = [] } = useQuery(queries.segments.list.queryOptions({ input: { data } }));
  const fieldId = useId();
  const present = segments.find((segment) => isSameFilter(segment.filter, filter)) ?? null;
  const refresh = () => cache.invalidateQueries({ queryKey: queries.segments.key() });
  const remove = useMutation({
    mutationFn: ({ id, revision }: KeptSegment) => client.segments.remove({ data, id, revision }),
    onSuccess: async (_, { id, name, revision }) => {
      addUndo(
        (say) => say('versions.removedSegment', { name }),
        ['profiles', 'segment'],
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
  return (
    <Stack gap="xs">
      <Group gap="xs" justify="space-between" wrap="nowrap" mih={30}>
        <Text component="label" htmlFor={fieldId} size="sm" fw={600}>
          {t('profiles.segments')}
        </Text>
        <Group gap="2xs" wrap="nowrap">
          {present !== null && (
            <VersionsPopover size={30} name={present.name}>
              {(close) => (
                <SegmentVersions
                  data={data}
                  segment={present}
                  onRestored={async (now) => {
                    onChosen(now.id);
                    onFilter(now.filter);
                    await refresh();
                    close();
                  }}
                />
              )}
            </VersionsPopover>
          )}
          {present !== null && (
            <Button
              variant="default"
              size="compact-sm"
              h={30}
              component={Link}
              href={`/segment/${encodeURIComponent(present.id)}`}
              aria-label={t('segments.open', { name: present.name })}
              title={t('segments.open', { name: present.name })}
              rightSection={<IconArrowRight size={15} aria-hidden />}
            >
              {t('segments.openWord')}
            </Button>
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
      </Group>
      <Select
        id={fieldId}
        size="xs"
        placeholder={t(segments.length === 0 ? 'profiles.noSegments' : 'profiles.chooseSegment')}
        nothingFoundMessage={t('profiles.noSegments')}
        data={segments.map((segment) => ({ value: segment.id, label: segment.name }))}
        value={present?.id ?? null}
        onChange={(value) => {
          const chosen = segments.find((segment) => segment.id === value);
          if (chosen === undefined) return;
          onChosen(chosen.id);
          onFilter(chosen.filter);
        }}
      />
      {remove.error !== null && <ErrorNotice title={t('profiles.segmentFailed')} error={remove.error} />}
    </Stack>
  );
}
