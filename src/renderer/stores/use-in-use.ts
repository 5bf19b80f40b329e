/** Which run is in use now: the one that was chosen, or what refreshes have made from it since. */
import { useQuery } from '@tanstack/react-query';
import type { Run } from '../../shared/contract/run-life';
import { useEngine } from '../connection/engine-context';
import { useRuns } from './engine-data';

/** refreshed: a refresh made it from the run that was chosen; before: chosen, and a refresh has gone on from it. */
type InUse = 'chosen' | 'refreshed' | 'before';

type Marked = Pick<Run, 'runId' | 'marks'>;

interface RunsInUse {
  /** By a decision; null without one. */
  readonly chosen: Run | null;
  /** With which the next refresh begins because of that decision; null without one, or if it is gone. */
  readonly now: Run | null;
}

export function useRunsInUse(): RunsInUse {
  const { queries } = useEngine();
  const { data: runs = [] } = useRuns();
  const chosen = runs.find(isChosen) ?? null;
  const { data: next } = useQuery({ ...queries.refresh.base.queryOptions(), enabled: chosen !== null });
  const isByChoice = next?.why === 'chosen' || next?.why === 'refreshed';
  const now = isByChoice ? (runs.find(({ runId }) => runId === next.run.runId) ?? null) : chosen;
  return { chosen, now };
}

/** Says of a run whether it is in use; null for any other. */
export function useInUse(): (run: Marked) => InUse | null {
  const { now } = useRunsInUse();
  return (run) => {
    if (isChosen(run)) return now === null || run.runId === now.runId ? 'chosen' : 'before';
    return run.runId === now?.runId ? 'refreshed' : null;
  };
}

const isChosen = ({ marks }: Marked): boolean => marks.chosenAt !== undefined;
