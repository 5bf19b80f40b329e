import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { SweepTrial } from '../contract/sweep';
import { settingsText } from '../charts/trials-charts';
import { RunCurves } from '../../../renderer/components/RunCurves';
import { Section } from '../../../renderer/components/Section';
import { useFormat } from '../../../renderer/locales/format';
import { useEpochs } from '../../../renderer/stores/engine-data';
import { usePreferences } from '../../../renderer/stores/preferences';
import type { Come, Tried } from './use-sweeps';
import classes from './Sweep.module.css';

/** Live curves of the trials in training. */
export function RunningTrials({ come, tried }: { come: Come; tried: readonly Tried[] }): ReactNode {
  const t = useTexts();
  const running = come.trials.filter(({ state }) => state === 'running');
  if (running.length === 0) return null;
  return (
    <Section title={t('sweep.running')}>
      <div className={classes.curves}>
        {running.map((trial) => (
          <Curves key={trial.runId} trial={trial} tried={tried} />
        ))}
      </div>
    </Section>
  );
}

function Curves({ trial, tried }: { trial: SweepTrial; tried: readonly Tried[] }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const language = usePreferences((state) => state.language);
  const { data: epochs = [] } = useEpochs(trial.runId);
  return (
    <div>
      <Text size="sm" fw={600}>
        {settingsText(trial, tried, { t, format }, language)}
      </Text>
      {epochs.length > 0 ? (
        <RunCurves epochs={epochs} height={136} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('sweep.runningNone')}
        </Text>
      )}
    </div>
  );
}
