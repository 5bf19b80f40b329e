import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Dataset } from '../../../shared/contract/dataset';
import type { KeptSweep } from '../contract/sweep';
import { useOnCluster } from '../../../renderer/actions/OnCluster';
import { Section } from '../../../renderer/components/Section';
import { WorkProgress } from '../../../renderer/components/WorkProgress';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useWork } from '../../../renderer/stores/activity';
import { startSweep } from './sweeps';
import type { Come } from './use-sweeps';

/** The progress of a sweep, and buttons to stop or continue it. */
export function SweepState({ dataset, kept, come }: { dataset: Dataset; kept: KeptSweep; come: Come }): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const work = useWork('sweep', dataset.fingerprint);
  const { on } = useOnCluster(dataset);
  const { trials, sweep, isAtWork } = come;
  const count = trials.length;
  const done = trials.filter(({ state }) => state !== 'waiting' && state !== 'running').length;
  if (isAtWork && work !== null)
    return (
      <Section title={t('sweep.progress')}>
        <Stack gap="xs">
          <WorkProgress work={work} />
          <Text size="xs" c="dimmed">
            {t('sweep.background')}
          </Text>
        </Stack>
      </Section>
    );
  const { sweepId, datasetName: _, startedAt: __, ...request } = kept;
  const goOn = (): void =>
    void startSweep(
      client,
      dataset,
      { ...request, ...(on !== null && { on }) },
      () => void cache.invalidateQueries({ queryKey: queries.units.key() }),
    );
  const isDone = sweep?.ended === 'done';
  const told = work?.state.kind === 'done' && work.state.result.sweepId === sweepId ? work.state.result.ended : null;
  return (
    <Alert variant="light" color={isDone ? 'cloth' : 'gray'} role="status">
      <Group gap="sm" justify="space-between">
        <Text size="sm">
          {isDone
            ? t(kept.method === 'grid' ? 'sweep.isWhole' : 'sweep.isDone', { count })
            : t(told === 'time' ? 'sweep.isOutOfTime' : 'sweep.isStopped', { count, done })}
        </Text>
        {!isDone && work?.state.kind !== 'running' && (
          <Button size="xs" onClick={goOn}>
            {t('sweep.goOn')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
