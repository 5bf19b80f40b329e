/** The heart: what a profile has watched beside what is recommended to it, and what moves when its tuning changes. */
import { Button } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconDatabaseOff, IconHourglassEmpty, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import { EmptyState } from '../../components/EmptyState';
import { useActiveDataset, useActiveRun, useDatasets, useRuns } from '../../stores/engine-data';
import { CompareOf } from './CompareOf';

export function CompareScreen(): ReactNode {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { profile } = useParams<{ profile?: string }>();
  const run = useActiveRun();
  const dataset = useActiveDataset();
  const runs = useRuns();
  const datasets = useDatasets();
  if (runs.isPending || datasets.isPending) return null;
  if (run !== null && dataset === null)
    return (
      <EmptyState icon={IconDatabaseOff} title={t('compare.noDataTitle')} body={t('compare.noDataBody')}>
        <Button onClick={() => go('/welcome')}>{t('compare.noDataAction')}</Button>
      </EmptyState>
    );
  if (dataset === null)
    return (
      <EmptyState icon={IconDatabaseOff} title={t('profiles.noneTitle')} body={t('profiles.noneBody')}>
        <Button onClick={() => go('/welcome')}>{t('profiles.noneAction')}</Button>
      </EmptyState>
    );
  if (run === null)
    return (
      <EmptyState icon={IconAdjustmentsHorizontal} title={t('compare.noRunTitle')} body={t('compare.noRunBody')}>
        <Button.Group>
          <Button onClick={() => go('/train')}>{t('compare.noRunTrain')}</Button>
          <Button variant="default" onClick={() => go('/runs')}>
            {t('compare.noRunRuns')}
          </Button>
        </Button.Group>
      </EmptyState>
    );
  if (run.listsSha256 === null)
    return (
      <EmptyState icon={IconHourglassEmpty} title={t('compare.unfinishedTitle')} body={t('compare.unfinishedBody')}>
        <Button onClick={() => go('/runs')}>{t('compare.noRunRuns')}</Button>
      </EmptyState>
    );
  if (profile === undefined)
    return (
      <EmptyState icon={IconUsers} title={t('compare.chooseTitle')} body={t('compare.chooseBody')}>
        <Button onClick={() => go('/profiles')}>{t('compare.chooseAction')}</Button>
      </EmptyState>
    );
  return <CompareOf run={run} data={dataset.fingerprint} profile={decodeURIComponent(profile)} />;
}
