/** Does the work of a job, and reports its progress in the form of jobs. */
import type { JobProgress, JobRequest, JobResult } from '../../../work-schemas';
import { ShelfwiseError } from '../../../../shared/errors';
import { doWork } from '../../../remote-work';
import type { TrainingHost } from '../../../../engine/training/train/start-run';

interface Options {
  readonly onProgress: (progress: JobProgress) => void;
  readonly signal: AbortSignal;
  /** Whether an earlier program asked for the job, and this one resumes it. */
  readonly isTakenUp: boolean;
}

/** @throws ShelfwiseError as the work does, and if a unit has a problem, as nobody reads the answer of a job; `stopped` on abort */
export async function doJob(
  host: TrainingHost,
  { on, work }: JobRequest,
  { onProgress, ...options }: Options,
): Promise<JobResult> {
  if (work.kind === 'sweep') {
    const tell = (sweep: JobProgress['sweep']): void => onProgress({ progress: null, sweep });
    return { kind: 'sweep', result: await doWork(host, { on, ...work }, { onProgress: tell, ...options }) };
  }
  const tell = (progress: JobProgress['progress']): void => onProgress({ progress, sweep: null });
  const result = await doWork(host, { on, ...work }, { onProgress: tell, ...options });
  const problem = work.kind === 'unit' && 'problem' in result ? result.problem : null;
  if (problem !== null) throw new ShelfwiseError(problem.code, problem.said ?? problem.message);
  return { kind: work.kind, result } as JobResult;
}
