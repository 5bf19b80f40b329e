import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Dataset } from '../../../shared/contract/dataset';
import { Section } from '../../../renderer/components/Section';
import { useRuns } from '../../../renderer/stores/engine-data';
import { useTrialsAtWork } from '../../sweep/window/public';
import { useTrainForm } from '../../../renderer/stores/train-form';
import { LiveRun } from './LiveRun';

/** Live runs in training; otherwise the last run and how it ended. */
export function LivePanel({ dataset }: { dataset: Dataset }): ReactNode {
  const t = useTexts();
  const { data: runs = [] } = useRuns();
  const lastStarted = useTrainForm((state) => state.lastStarted);
  const trials = useTrialsAtWork();
  const running = runs.filter(({ status, runId }) => status === 'running' && !trials.has(runId));
  const last =
    runs.find(({ runId }) => runId === lastStarted) ??
    // Excludes trials of sweeps, which are archived.
    runs.find(
      (run) => run.dataset.fingerprint === dataset.fingerprint && !run.marks.archived && !trials.has(run.runId),
    );
  const shown = running.length > 0 ? running : last === undefined ? [] : [last];
  if (shown.length === 0)
    return (
      <Section title={t('train.live')}>
        <Text size="sm" c="dimmed">
          {t('train.nothingYet')}
        </Text>
      </Section>
    );
  return shown.map((run) => <LiveRun key={run.runId} run={run} />);
}
