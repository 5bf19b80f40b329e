import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useLocation } from 'wouter';
import { hasLists, type Run } from '../../../shared/contract/run-life';
import type { RunRecord } from '../../../shared/contract/run';
import { EndNotice } from './EndNotice';
import { ProgressLine } from '../../../renderer/components/ProgressLine';
import { Query } from '../../../renderer/components/Query';
import { RunCurves } from '../../../renderer/components/RunCurves';
import { RunStatus } from '../../../renderer/components/RunStatus';
import { Section } from '../../../renderer/components/Section';
import { useNow } from '../../../renderer/components/WorkProgress';
import { useFormat } from '../../../renderer/locales/format';
import { useRunActions } from '../../../renderer/actions/use-run-actions';
import { useEpochs } from '../../../renderer/stores/engine-data';
import { useLiveRun } from '../../../renderer/stores/live-runs';
import { useSecondsLeft } from '../../../renderer/stores/use-seconds-left';
import { activateRun } from '../../../renderer/stores/selection';
import { VerdictLines } from '../../quality/window/public';
import { takeSettings } from '../../../renderer/stores/train-form';

/** One run: its progress, its curves and its actions. */
export function LiveRun({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const epochs = useEpochs(run.runId);
  return (
    <Section
      title={run.name}
      description={t(run.status === 'running' ? 'train.live' : 'train.last')}
      actions={<RunStatus status={run.status} />}
    >
      <Stack gap="md">
        {run.status === 'running' ? <LiveProgress run={run} /> : <EndNotice run={run} />}
        {run.metrics !== null && run.status !== 'running' && (
          <>
            <VerdictLines run={run} />
            <Scores run={run} />
          </>
        )}
        <Group gap="xs">
          {hasLists(run) && run.status !== 'running' && (
            <Button
              size="xs"
              onClick={() => {
                activateRun(run.runId, run.dataset.fingerprint);
                go('/week');
              }}
            >
              {t('train.toWeek')}
            </Button>
          )}
          {hasLists(run) && (
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                activateRun(run.runId, run.dataset.fingerprint);
                go('/profiles');
              }}
            >
              {t('train.seeLists')}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => go(`/runs/${run.runId}`)}>
            {t('train.seeRun')}
          </Button>
          <Button size="xs" variant="default" onClick={() => takeSettings(run)}>
            {t('train.duplicate')}
          </Button>
        </Group>
        <Query of={epochs}>
          {(known) =>
            known.length === 0 && run.status === 'running' ? (
              <Text size="sm" c="dimmed">
                {t('train.waiting')}
              </Text>
            ) : (
              <RunCurves epochs={known} />
            )
          }
        </Query>
      </Stack>
    </Section>
  );
}

function LiveProgress({ run }: { run: RunRecord }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const live = useLiveRun(run.runId);
  const { stop } = useRunActions();
  const left = useSecondsLeft(run, useNow());
  const progress = live?.progress;
  const fraction = progress?.fraction ?? 0;
  const epoch = progress?.epoch;
  const detail =
    epoch === null || epoch === undefined
      ? ''
      : epoch.validation === null
        ? t('train.epochLine', { epoch: epoch.epoch, loss: format.score(epoch.loss, 3) })
        : t('train.epochLineScore', {
            epoch: epoch.epoch,
            loss: format.score(epoch.loss, 3),
            score: format.score(epoch.validation.score),
          });
  return (
    <ProgressLine
      label={t(`common.stages.${progress?.stage ?? 'preparing'}`)}
      detail={detail}
      fraction={fraction}
      secondsLeft={left}
      stopping={live?.stopping ?? false}
      onStop={() => void stop(run.runId)}
    />
  );
}

function Scores({ run: { metrics } }: { run: RunRecord }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  if (metrics === null) return null;
  return (
    <Group gap="xl">
      {(['score', 'recall', 'ndcg'] as const).map((name) => (
        <div key={name}>
          <Text size="xs" c="dimmed">
            {t(`common.metrics.${name}`)}
          </Text>
          <Text fw={600}>{format.score(metrics[name])}</Text>
        </div>
      ))}
    </Group>
  );
}
