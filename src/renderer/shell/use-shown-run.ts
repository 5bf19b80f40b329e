/** Selects the shown run: the newest of a data set by default, which stays until another is selected. */
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
