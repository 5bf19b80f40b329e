import { Anchor, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link } from 'wouter';
import { MOST_CHOSEN_CHARACTERS, MOST_CHOSEN_PROFILES } from '../../../shared/limits';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { NameForm } from '../../../renderer/components/NameForm';
import { useEngine } from '../../../renderer/connection/engine-context';
import { setFilter } from '../../../renderer/stores/profile-list';

/** Saves the selected profiles as a segment of the data set, by which Profiles can filter. */
export function SaveSegment({ data, profiles }: { data: string; profiles: readonly string[] }): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const filter = { profiles: [...profiles] };
  const keep = useMutation({
    mutationFn: (name: string) => client.segments.keep({ data, name, filter }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queries.segments.key() }),
  });
  const tooMany =
    profiles.length > MOST_CHOSEN_PROFILES || profiles.reduce((sum, id) => sum + id.length, 0) > MOST_CHOSEN_CHARACTERS;
  if (tooMany)
    return (
      <Text size="xs" c="dimmed">
        {t('map.segmentTooMany', { most: MOST_CHOSEN_PROFILES })}
      </Text>
    );
  return (
    <>
      <NameForm
        saved={keep.data?.id}
        label={t('map.segmentName')}
        labelIs="within"
        action={t('map.segmentSave')}
        isBusy={keep.isPending}
        onName={(name) => keep.mutate(name)}
      />
      {keep.error !== null && <ErrorNotice title={t('profiles.segmentFailed')} error={keep.error} />}
      <Text size="xs" role="status" mt="2xs">
        {keep.data !== undefined && (
          <>
            {t('map.segmentSaved', { name: keep.data.name })}{' '}
            <Anchor
              component={Link}
              href="/profiles"
              underline="always"
              size="xs"
              onClick={() => setFilter(keep.data.filter)}
            >
              {t('map.segmentSee')}
            </Anchor>
          </>
        )}
      </Text>
    </>
  );
}
