import { useCallback } from 'react';
import { useTexts } from '../locales/use-texts';
import { useRuns } from '../stores/engine-data';
import { addUndo, closeNotice } from '../stores/notices';
import { activateRun, useSelection } from '../stores/selection';

/**
 * For links that lead to a list or title of a given run: shows that run, and where another one was shown, says so with
 * a way back, since Review, Rules and Export are about the shown run too.
 */
export function useShowRun(): (runId: string, fingerprint: string) => void {
  const t = useTexts();
  const { data: runs = [] } = useRuns();
  return useCallback(
    (runId, fingerprint) => {
      const earlier = useSelection.getState();
      activateRun(runId, fingerprint);
      const name = runs.find((run) => run.runId === runId)?.name;
      if (name === undefined || earlier.runId === null || earlier.runId === runId) return;
      const id = addUndo(t('shell.shownNow', { name }), async () => useSelection.setState(earlier, true));
      const stop = useSelection.subscribe((now) => {
        if (now.runId === runId) return;
        closeNotice(id);
        stop();
      });
    },
    [runs, t],
  );
}
