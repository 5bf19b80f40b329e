import { useCallback } from 'react';
import type { Run } from '../../shared/contract/run-life';
import { useFormat } from '../locales/format';
import { useTexts } from '../locales/use-texts';
import { useRunName, useRuns } from '../stores/engine-data';

/**
 * Names a run among all: with the moment of its training where another one has its name, as those of weekly refreshes
 * have, and with its ID where that moment is the same, too. A name may be given as recorded; a run that is gone keeps it alone.
 */
export function useNameApart(): (run: Pick<Run, 'runId' | 'name'>) => string {
  const t = useTexts();
  const format = useFormat();
  const nameOf = useRunName();
  const { data: runs } = useRuns();
  return useCallback(
    (run) => {
      const name = nameOf(run.name);
      const one = runs?.find(({ runId }) => runId === run.runId);
      const others = runs?.filter((other) => other.name === name && other.runId !== run.runId) ?? [];
      if (one === undefined || others.length === 0) return name;
      const moment = format.moment(one.createdAt);
      const isApart = others.every(({ createdAt }) => format.moment(createdAt) !== moment);
      return t('common.trainedAt', { name, moment: isApart ? moment : `${moment}, ${one.runId}` });
    },
    [runs, nameOf, t, format],
  );
}
