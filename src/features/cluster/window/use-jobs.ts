/**
 * Finds and follows work on clusters that this window did not start: by an earlier window or program, or by others
 * still open. Asks again when the workspace reports a change (connection/follow-workspace.ts).
 */
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Job } from '../../work-schemas';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useActivity } from '../../../renderer/stores/activity';
import { followJob, type TellSweep } from '../../../renderer/stores/jobs';

/**
 * Milliseconds between looks while another program follows some of the work: if that program ends, this engine takes
 * over.
 */
const LOOK_AGAIN = 3000;

/** @param tellSweep takes what a sweep tells, given what is to be read anew when a sweep is new */
export function useJobs(tellSweep: (refresh: () => void) => TellSweep): void {
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const { data: jobs } = useJobList();
  // Finished work makes room for other work that waits for the same place.
  const running = useActivity(
    ({ works }) => Object.values(works).filter(({ state }) => state.kind === 'running').length,
  );
  useEffect(() => {
    const changed = (): void => {
      void cache.invalidateQueries({ queryKey: queries.runs.key() });
      void cache.invalidateQueries({ queryKey: queries.units.key() });
    };
    for (const job of jobs ?? [])
      if (job.state !== 'elsewhere') void followJob(client, job, tellSweep(changed))?.then(changed);
  }, [client, queries, cache, jobs, running, tellSweep]);
}

/** Work on clusters that another program follows. */
export const useJobsElsewhere = (): Job[] => useJobList().data?.filter(({ state }) => state === 'elsewhere') ?? [];

function useJobList(): UseQueryResult<Job[]> {
  const { queries } = useEngine();
  return useQuery(
    queries.jobs.list.queryOptions({
      refetchInterval: ({ state }) => (state.data?.some((job) => job.state === 'elsewhere') ? LOOK_AGAIN : false),
    }),
  );
}
