/** Keeps the run that is shown: the first of a data set is shown without being chosen, and stays until another is chosen. */
import { useEffect } from 'react';
import { useActiveRun } from '../stores/engine-data';
import { activateRun, useSelection } from '../stores/selection';

export function useShownRun(): void {
  const shown = useActiveRun();
  const chosen = useSelection((state) => state.runId);
  useEffect(() => {
    if (shown !== null && shown.runId !== chosen) activateRun(shown.runId, shown.dataset.fingerprint);
  }, [shown, chosen]);
}
