/** Data sets of the workspace that cannot be opened, and why: damaged, or imported by a newer version. */
import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../connection/engine-context';
import { useEngineText } from '../../locales/engine-text';

export function UnreadableDatasets(): ReactNode {
  const { t } = useTranslation();
  const { data: unreadable = [] } = useQuery(useEngine().queries.datasets.unreadable.queryOptions());
  const engineText = useEngineText();
  if (unreadable.length === 0) return null;
  return (
    <Alert
      role="alert"
      variant="light"
      color="yellow"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('data.unreadable', { count: unreadable.length })}
      styles={{ title: { color: 'var(--shelfwise-warning)' } }}
    >
      <Stack gap="xs">
        {unreadable.map(({ fingerprint, ...problem }) => (
          <Text key={fingerprint} size="sm" c="var(--mantine-color-text)">
            {engineText(problem)}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}
