import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { useLocation } from 'wouter';
import type { Dataset } from '../../shared/contract/dataset';
import { hasLists, type Run } from '../../shared/contract/run-life';
import { EmptyState } from '../components/EmptyState';
import { useEngineText } from '../locales/engine-text';
import { useActiveDataset, useActiveRun, useDatasets, useRuns } from '../stores/engine-data';
import { NoData } from './NoData';

/** Shows a screen that needs a run with lists and data; otherwise says which of them is missing and links to it. */
export function RunGate({ children }: { children: (run: Run, dataset: Dataset) => ReactNode }): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const run = useActiveRun();
  const dataset = useActiveDataset();
  const runs = useRuns();
  const datasets = useDatasets();
  const engineText = useEngineText();
  if (runs.isPending || datasets.isPending) return null;
  if (run?.forgotten !== undefined)
    return (
      <EmptyState
        alone
        scene="gone"
        title={t('privacy.runForgotten')}
        body={engineText(run.forgotten)}
        action={{ label: t('compare.noRunRuns'), onClick: () => go('/runs') }}
      />
    );
  if (run !== null && dataset === null)
    return (
      <EmptyState
        alone
        scene="gone"
        title={t('compare.noDataTitle')}
        body={t('compare.noDataBody')}
        action={{ label: t('compare.noDataAction'), onClick: () => go('/week/open') }}
      />
    );
  if (dataset === null) return <NoData of="common" />;
  if (run === null)
    return (
      <EmptyState
        alone
        scene="model"
        title={t('compare.noRunTitle')}
        body={t('compare.noRunBody')}
        action={{ label: t('compare.noRunTrain'), onClick: () => go('/train') }}
      >
        <Button variant="subtle" onClick={() => go('/runs')}>
          {t('compare.noRunRuns')}
        </Button>
      </EmptyState>
    );
  if (run.status === 'running')
    return (
      <EmptyState
        alone
        scene="model"
        title={t('compare.trainingTitle')}
        body={t('compare.trainingBody')}
        action={{ label: t('compare.trainingAction'), onClick: () => go('/train') }}
      />
    );
  if (!hasLists(run))
    return (
      <EmptyState
        alone
        scene="model"
        title={t('compare.unfinishedTitle')}
        body={t('compare.unfinishedBody')}
        action={{ label: t('compare.noRunRuns'), onClick: () => go('/runs') }}
      />
    );
  return children(run, dataset);
}
