/** Finds work that goes on on clusters since before this window was opened, or since its connection broke, and follows it. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useEngine } from '../connection/engine-context';
import { followJob } from '../stores/jobs';
import { tellSweep } from '../stores/sweeps';

/** Milliseconds from one look to the next while another program may be going on with some of it: where that one is gone, the engine takes it up. */
const LOOK_AGAIN = 3000;

export function useJobs(): void {
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  useEffect(() => {
    const changed = (): void => {
      void cache.invalidateQueries({ queryKey: queries.runs.key() });
      void cache.invalidateQueries({ queryKey: queries.units.key() });
    };
    let timer: number | undefined;
    let isGone = false;
    /** @param among those of which it is not known yet who goes on with them; all where absent */
    const look = async (among?: ReadonlySet<string>): Promise<void> => {
      const jobs = await client.jobs.list();
      if (isGone) return;
      const elsewhere = new Set<string>();
      for (const job of jobs) {
        if (among?.has(job.job) === false) continue;
        if (job.state === 'elsewhere') elsewhere.add(job.job);
        else void followJob(client, job, tellSweep(changed)).then(changed);
      }
      if (elsewhere.size > 0) timer = window.setTimeout(() => void look(elsewhere).catch(ignored), LOOK_AGAIN);
    };
    look().catch(ignored);
    return () => {
      isGone = true;
      window.clearTimeout(timer);
    };
  }, [client, queries, cache]);
}

/** ConnectionNotice reports a broken connection. */
const ignored = (): void => undefined;
