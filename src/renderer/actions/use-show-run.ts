import { useCallback } from 'react';
import { useRuns } from '../stores/engine-data';
import { closeWithRun } from '../stores/notice-of-run';
import { addUndo } from '../stores/notices';
import { activateRun, useSelection } from '../stores/selection';

/**
 * For links that lead to a list or title of a given run: shows that run, and where another one was shown, says so with
 * a way back, since Review, Rules and Export are about the shown run too.
 */
export function useShowRun(): (runId: string, fingerprint: string) => void {
  const { data: runs = [] } = useRuns();
  return useCallback(
    (runId, fingerprint) => {
      const earlier = useSelection.getState();
      activateRun(runId, fingerprint);
      const run = runs.find((one) => one.runId === runId);
      if (run === undefined || earlier.runId === null || earlier.runId === runId) return;
      const id = addUndo(
        (t, nameOfRun) => t('shell.shownNow', { name: nameOfRun(run) }),
        null,
        async () => useSelection.setState(earlier, true),
      );
      closeWithRun(id, runId);
    },
    [runs],
  );
}
