/** Notices about the lists of a run. */
import { closeNotice } from './notices';
import { useSelection } from './selection';

/** Takes a notice away once the lists of another run are shown: it would read as if it were about those. */
export function closeWithRun(id: number, runId: string): void {
  const stop = useSelection.subscribe((now) => {
    if (now.runId === runId) return;
    closeNotice(id);
    stop();
  });
}
