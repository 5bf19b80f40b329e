/** Shows a screen that needs a run with its lists and its data; otherwise which of them is missing, and the way to it. */
import { Button } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconDatabaseOff, IconHourglassEmpty, IconUserX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { type Dataset, hasLists, type RunRecord } from '../../shared/contract';
import { EmptyState } from './EmptyState';
import { useEngineText } from '../locales/engine-text';
import { useActiveDataset, useActiveRun, useDatasets, useRuns } from '../stores/engine-data';

export function RunGate({ children }: { children: (run: RunRecord, dataset: Dataset) => ReactNode }): ReactNode {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const run = useActiveRun();
  const dataset = useActiveDataset();
  const runs = useRuns();
  const datasets = useDatasets();
  const engineText = useEngineText();
  if (runs.isPending || datasets.isPending) return null;
  if (run?.forgotten !== undefined)
    return (
      <EmptyState alone icon={IconUserX} title={t('privacy.runForgotten')} body={engineText(run.forgotten)}>
        <Button onClick={() => go('/runs')}>{t('compare.noRunRuns')}</Button>
      </EmptyState>
    );
  if (run !== null && dataset === null)
    return (
      <EmptyState alone icon={IconDatabaseOff} title={t('compare.noDataTitle')} body={t('compare.noDataBody')}>
        <Button onClick={() => go('/welcome')}>{t('compare.noDataAction')}</Button>
      </EmptyState>
    );
  if (dataset === null)
    return (
      <EmptyState alone icon={IconDatabaseOff} title={t('profiles.noneTitle')} body={t('profiles.noneBody')}>
        <Button onClick={() => go('/welcome')}>{t('profiles.noneAction')}</Button>
      </EmptyState>
    );
  if (run === null)
    return (
      <EmptyState alone icon={IconAdjustmentsHorizontal} title={t('compare.noRunTitle')} body={t('compare.noRunBody')}>
        <Button.Group>
          <Button onClick={() => go('/train')}>{t('compare.noRunTrain')}</Button>
          <Button variant="default" onClick={() => go('/runs')}>
            {t('compare.noRunRuns')}
          </Button>
        </Button.Group>
      </EmptyState>
    );
  if (run.status === 'running')
    return (
      <EmptyState alone icon={IconHourglassEmpty} title={t('compare.trainingTitle')} body={t('compare.trainingBody')}>
        <Button onClick={() => go('/train')}>{t('compare.trainingAction')}</Button>
      </EmptyState>
    );
  if (!hasLists(run))
    return (
      <EmptyState
        alone
        icon={IconHourglassEmpty}
        title={t('compare.unfinishedTitle')}
        body={t('compare.unfinishedBody')}
      >
        <Button onClick={() => go('/runs')}>{t('compare.noRunRuns')}</Button>
      </EmptyState>
    );
  return children(run, dataset);
}
