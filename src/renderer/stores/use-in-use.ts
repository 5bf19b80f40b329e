/** Which run is in use now: the one that was chosen, or what refreshes have made from it since. */
import { useQuery } from '@tanstack/react-query';
import type { Run } from '../../shared/contract/run-life';
import { useEngine } from '../connection/engine-context';
import { useRuns } from './engine-data';

/** refreshed: a refresh made it from the run that was chosen; before: chosen, and a refresh has gone on from it. */
type InUse = 'chosen' | 'refreshed' | 'before';

type Marked = Pick<Run, 'runId' | 'marks'>;

/** Says of a run whether it is in use; null for any other. */
export function useInUse(): (run: Marked) => InUse | null {
  const { queries } = useEngine();
  const { data: runs = [] } = useRuns();
  const chosen = runs.find(isChosen);
  const { data: next } = useQuery({ ...queries.refresh.base.queryOptions(), enabled: chosen !== undefined });
  const now = next?.why === 'chosen' ? next.run.runId : chosen?.runId;
  return (run) => {
    if (isChosen(run)) return now === undefined || run.runId === now ? 'chosen' : 'before';
    return run.runId === now ? 'refreshed' : null;
  };
}

const isChosen = ({ marks }: Marked): boolean => marks.chosenAt !== undefined;
