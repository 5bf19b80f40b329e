/** Finds work that goes on on clusters since before this window was opened, or since its connection broke, and follows it. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useEngine } from '../connection/engine-context';
import { followJob } from '../stores/jobs';
import { tellSweep } from '../stores/sweeps';

export function useJobs(): void {
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  useEffect(() => {
    const changed = (): void => {
      void cache.invalidateQueries({ queryKey: queries.runs.key() });
      void cache.invalidateQueries({ queryKey: queries.units.key() });
    };
    client.jobs.list().then(
      (jobs) => {
        for (const job of jobs)
          if (job.state !== 'elsewhere') void followJob(client, job, tellSweep(changed)).then(changed);
      },
      // ConnectionNotice reports a broken connection.
      () => undefined,
    );
  }, [client, queries, cache]);
}
