import { Box, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { EarlierRun } from '../../../shared/contract/run';
import { ConfirmButton } from '../../../renderer/components/ConfirmButton';
import { Section } from '../../../renderer/components/Section';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useRunName } from '../../../renderer/stores/engine-data';

/** Models of an earlier recipe version: what people made of them, and a way to delete them. It shows nothing if there are none. */
export function EarlierRuns({ onRemove }: { onRemove: (runId: string) => void }): ReactNode {
  const t = useTexts();
  const { data: runs = [] } = useQuery(useEngine().queries.runs.earlier.queryOptions());
  if (runs.length === 0) return null;
  return (
    <Section title={t('runs.earlier.title')} description={t('runs.earlier.help')}>
      <Stack gap="sm">
        {runs.map((run) => (
          <Group key={run.runId} justify="space-between" align="flex-start" wrap="nowrap">
            <Told run={run} />
            <ConfirmButton
              size="compact-sm"
              label={t('runs.remove')}
              question={t('runs.removeQuestion')}
              consequences={t('runs.removeBody')}
              onConfirm={() => onRemove(run.runId)}
            />
          </Group>
        ))}
      </Stack>
    </Section>
  );
}

function Told({ run: { runId, name, dataset, createdAt, approval, exports } }: { run: EarlierRun }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const nameOf = useRunName();
  const lines = [
    `${runId} · ${dataset.name} · ${format.moment(createdAt)}`,
    ...(approval === null ? [] : [t('runs.earlier.approved', { by: approval.by, at: format.moment(approval.at) })]),
    ...exports.map(({ path, exportedAt }) => t('runs.earlier.exported', { path, at: format.moment(exportedAt) })),
  ];
  return (
    <Box miw={0}>
      <Text size="sm" fw={600}>
        {nameOf(name)}
      </Text>
      {lines.map((line) => (
        <Text key={line} size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {line}
        </Text>
      ))}
    </Box>
  );
}
