import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { ConfirmButton } from './ConfirmButton';
import { useEngine } from '../connection/engine-context';
import { useEngineText } from '../locales/engine-text';

/**
 * Runs whose record cannot be read: which and why. Also says if what people made of a run, or the marks on runs,
 * cannot be read.
 * @param onRemove where such a run can be deleted
 */
export function DamagedRuns({ onRemove }: { onRemove?: (runId: string) => void }): ReactNode {
  const t = useTexts();
  const { data: damaged = [] } = useQuery(useEngine().queries.runs.damaged.queryOptions());
  const engineText = useEngineText();
  if (damaged.length === 0) return null;
  const runs = damaged.filter(({ runId, isWhole }) => runId !== null && !isWhole).length;
  const uses = damaged.some(({ isWhole }) => isWhole);
  return (
    <Alert
      role="alert"
      variant="light"
      color="brick"
      icon={<IconAlertTriangle aria-hidden />}
      title={
        runs > 0 ? t('runs.damaged', { count: runs }) : uses ? t('runs.usesUnreadable') : t('runs.marksUnreadable')
      }
      styles={{ title: { color: 'var(--shelfwise-warning)' } }}
    >
      <Stack gap="xs">
        {damaged.map(({ runId, isWhole, ...damage }) => (
          <Group key={`${runId ?? 'marks'} ${damage.message}`} justify="space-between" align="flex-start" wrap="nowrap">
            <Text size="sm" c="var(--mantine-color-text)">
              {engineText(damage)}
            </Text>
            {onRemove !== undefined && runId !== null && !isWhole && damage.code !== 'newer-version' && (
              <ConfirmButton
                size="compact-sm"
                variant="default"
                label={t('runs.remove')}
                question={t('runs.removeQuestion')}
                consequences={t('runs.removeBody')}
                onConfirm={() => onRemove(runId)}
              />
            )}
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}
