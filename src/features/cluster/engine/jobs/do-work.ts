/** Does the work of a job on its cluster: as the calls do that have it done on this computer. */
import type { JobProgress, JobRequest, JobResult } from '../../../../shared/contract/job';
import type { Progress } from '../../../../shared/contract/progress';
import type { UnitAnswer } from '../../../../shared/contract/unit';
import { ShelfwiseError } from '../../../../shared/errors';
import { REMOTE_WORK } from '../../../remote-work';
import { findCluster } from '../address-book';
import { listsOn } from '../lists-on';
import { type HowOn, workOn } from '../work-on-cluster';
import { workUnitOn } from '../work-unit-on';
import type { TrainingHost } from '../../../../engine/training/train/start-run';

interface Told {
  readonly onProgress: (progress: JobProgress) => void;
  readonly signal: AbortSignal;
}

/** Whoever asked is not there to read in an answer that there is no run. */
function done(answer: UnitAnswer): UnitAnswer {
  const { problem } = answer;
  if (problem !== null) throw new ShelfwiseError(problem.code, problem.said ?? problem.message);
  return answer;
}

/** @throws ShelfwiseError as each of them does; `stopped` on abort */
export async function doWork(
  host: TrainingHost,
  { on, work }: JobRequest,
  { onProgress: tell, signal, ...how }: Told & HowOn,
): Promise<JobResult> {
  const cluster = await findCluster(on);
  const there = workOn(cluster, how);
  const told = { signal, onProgress: (progress: Progress): void => tell({ progress, sweep: null }) };
  switch (work.kind) {
    case 'unit':
      return { kind: 'unit', result: done(await workUnitOn(cluster, host, work.request, told, how)) };
    case 'seeds': {
      const repeatSeeds = await REMOTE_WORK.seeds();
      return { kind: 'seeds', result: await repeatSeeds(host, work.request, { ...told, work: there }) };
    }
    case 'leaderboard': {
      const makeLeaderboard = await REMOTE_WORK.leaderboard();
      return { kind: 'leaderboard', result: await makeLeaderboard(host, work.request, { ...told, work: there }) };
    }
    case 'lists':
      return { kind: 'lists', result: await listsOn(cluster, host, work.request, told, how) };
    case 'sweep': {
      const onProgress = (sweep: JobProgress['sweep']): void => tell({ progress: null, sweep });
      const runSweep = await REMOTE_WORK.sweep();
      return { kind: 'sweep', result: await runSweep(host, work.request, { onProgress, signal, work: there }) };
    }
  }
}
