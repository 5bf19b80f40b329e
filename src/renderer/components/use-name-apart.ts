import { useCallback } from 'react';
import type { Run } from '../../shared/contract/run-life';
import { useFormat } from '../locales/format';
import { useTexts } from '../locales/use-texts';
import { useRuns } from '../stores/engine-data';

/** Names a run among all: with the moment of its training where another one has its name, as those of weekly refreshes have. */
export function useNameApart(): (run: Pick<Run, 'runId' | 'name' | 'createdAt'>) => string {
  const t = useTexts();
  const format = useFormat();
  const { data: runs } = useRuns();
  return useCallback(
    ({ runId, name, createdAt }) =>
      runs?.some((other) => other.name === name && other.runId !== runId) === true
        ? t('common.trainedAt', { name, moment: format.moment(createdAt) })
        : name,
    [runs, t, format],
  );
}
