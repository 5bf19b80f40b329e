import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useLocation } from 'wouter';
import type { RunRecord } from '../../../shared/contract/run';
import { KNOBS } from '../../../shared/recipe/table';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useFormat } from '../../../renderer/locales/format';
import { useRunActions } from '../../../renderer/actions/use-run-actions';
import { takeSettings } from '../../../renderer/stores/train-form';

/** The default rate if the current one is above it, otherwise half the current one. */
const saferRate = (rate: number): number => Math.min(KNOBS['optimiser.rate'].default, rate / 2);

/** Why a run did not finish, what is kept, and what to try: resume, or restart with a smaller learning rate. */
export function EndNotice({ run }: { run: RunRecord }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const [, go] = useLocation();
  const { resume } = useRunActions();
  const engineText = useEngineText();
  if (run.status === 'running' || run.status === 'finished') return null;
  const diverged = run.reason?.code === 'diverged';
  const kind = diverged ? 'diverged' : run.status;
  const rate = saferRate(run.recipe['optimiser.rate']);
  const problem = kind !== 'stopped';
  return (
    <Alert
      variant="light"
      color="brick"
      role={problem ? 'alert' : 'status'}
      icon={<IconAlertTriangle aria-hidden />}
      title={t(`train.${kind}`)}
      styles={{ title: { color: `var(--shelfwise-${problem ? 'problem' : 'warning'})` } }}
    >
      <Stack gap="xs">
        <Text size="sm" c="var(--mantine-color-text)">
          {t(`train.${kind}Body`)}
        </Text>
        {problem && run.reason !== null && (
          <Text size="xs" c="dimmed">
            {engineText(run.reason)}
          </Text>
        )}
        <Group gap="xs">
          {diverged ? (
            <Button
              size="xs"
              onClick={() => {
                takeSettings(run, { 'optimiser.rate': rate });
                go('/train');
              }}
            >
              {t('train.tryRate', { rate: format.value(rate) })}
            </Button>
          ) : (
            <Button size="xs" onClick={() => void resume(run.runId)}>
              {t('runs.resume')}
            </Button>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}
