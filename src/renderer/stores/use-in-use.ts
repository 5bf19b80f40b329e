/** Which model is in use now: the one that was chosen, what refreshes have made from it since, or without a choice the one sent or approved last. */
import { useQuery } from '@tanstack/react-query';
import { hasLists, type Run } from '../../shared/contract/run-life';
import { useEngine } from '../connection/engine-context';
import { useRuns } from './engine-data';

/**
 * refreshed: a refresh made it from the run that was chosen; before: chosen, and a refresh has gone on from it; used: exported or approved last, and
 * none was chosen.
 */
type InUse = 'chosen' | 'refreshed' | 'before' | 'used';

type Marked = Pick<Run, 'runId' | 'marks'>;

interface RunsInUse {
  /** By a decision; null without one. */
  readonly chosen: Run | null;
  /** The one in use; null if nothing was chosen, exported or approved, or it is gone. */
  readonly now: Run | null;
}

export function useRunsInUse(): RunsInUse {
  const { queries } = useEngine();
  const { data: runs = [] } = useRuns();
  const chosen = runs.find(isChosen) ?? null;
  const { data: next } = useQuery({ ...queries.refresh.base.queryOptions(), enabled: chosen !== null });
  const isByChoice = next?.why === 'chosen' || next?.why === 'refreshed';
  const now = isByChoice ? (runs.find(({ runId }) => runId === next.run.runId) ?? null) : chosen;
  return { chosen, now: chosen === null ? lastUsed(runs) : now };
}

/** Says of a run whether it is in use; null for any other. */
export function useInUse(): (run: Marked) => InUse | null {
  const { chosen, now } = useRunsInUse();
  return (run) => {
    if (isChosen(run)) return now === null || run.runId === now.runId ? 'chosen' : 'before';
    if (run.runId !== now?.runId) return null;
    return chosen === null ? 'used' : 'refreshed';
  };
}

const isChosen = ({ marks }: Marked): boolean => marks.chosenAt !== undefined;

/** Of several data sets, too: what people had last is what they go on from. */
const lastUsed = (runs: readonly Run[]): Run | null =>
  runs
    .filter((run) => run.usedAt !== undefined && hasLists(run) && !run.marks.archived)
    .toSorted((left, right) => (left.usedAt! < right.usedAt! ? 1 : -1))[0] ?? null;
