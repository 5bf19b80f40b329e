import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { useFormat } from '../locales/format';
import { ErrorNotice } from './ErrorNotice';
import { Query } from './Query';
import classes from './EarlierVersions.module.css';

interface Version {
  revision: number;
  changedAt: string | null;
  current: boolean;
}

/** Earlier versions of something saved, latest first, each with a button that restores it: a change like any other. */
export function EarlierVersions<Kind extends Version, Now>({
  history,
  label,
  text,
  failed,
  restore,
  onRestored,
  onCompare,
}: {
  history: Pick<UseQueryResult<{ revision: number; versions: readonly Kind[] }>, 'data' | 'error' | 'refetch'>;
  /** Accessible name of the list. */
  label: string;
  /** Describes a version in a line or two. */
  text: (version: Kind) => string;
  /** Title of the notice if a version cannot be restored. */
  failed: string;
  restore: (step: { revision: number; to: number }) => Promise<Now>;
  onRestored: (now: Now) => void | Promise<void>;
  /** Shows the differences between a version and the present one; absent without a button. */
  onCompare?: (version: Kind) => void;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const use = useMutation({ mutationFn: restore, onSuccess: onRestored });
  const listed = (revision: number, versions: readonly Kind[]): ReactNode => (
    <Stack component="ul" gap="xs" className={classes.list} aria-label={label}>
      {versions.map((version) => (
        <Group component="li" key={version.revision} gap="xs" wrap="nowrap" justify="space-between" align="flex-start">
          <Stack gap={0} style={{ minWidth: 0 }}>
            <Text size="xs" c="dimmed">
              {version.changedAt === null ? '' : format.moment(version.changedAt)}
            </Text>
            <Text size="sm" lineClamp={2}>
              {text(version)}
            </Text>
          </Stack>
          {version.current ? (
            <Badge variant="light" color="gray" style={{ flexShrink: 0 }}>
              {t('versions.current')}
            </Badge>
          ) : (
            <Group gap="2xs" wrap="nowrap" style={{ flexShrink: 0 }}>
              {onCompare !== undefined && (
                <Button size="compact-xs" variant="default" onClick={() => onCompare(version)}>
                  {t('versions.compare')}
                </Button>
              )}
              <Button
                size="compact-xs"
                variant="default"
                disabled={use.isPending}
                onClick={() => use.mutate({ revision, to: version.revision })}
              >
                {t('versions.use')}
              </Button>
            </Group>
          )}
        </Group>
      ))}
    </Stack>
  );
  return (
    <Query of={history}>
      {({ revision, versions }) => (
        <>
          {versions.length < 2 ? (
            <Text size="xs" c="dimmed">
              {t('versions.none')}
            </Text>
          ) : (
            listed(revision, versions)
          )}
          {use.error !== null && <ErrorNotice title={failed} error={use.error} />}
        </>
      )}
    </Query>
  );
}
