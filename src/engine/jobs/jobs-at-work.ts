/**
 * Jobs that go on in this process, whoever follows them. Their records are in the workspace (kept-jobs.ts), and their plans too
 * (cluster/kept-plans.ts): the next process finds what this one leaves, and asks the cluster for the same jobs by their IDs.
 */
import type { Job, JobProgress, JobRequest, JobResult } from '../../shared/contract';
import { errorFromWire, ShelfwiseError, toShelfwiseError, wireErrorOf } from '../../shared/errors';
import { say } from '../../shared/sentences/sentence';
import { LEAVING } from '../cluster/leaving';
import type { Workspace } from '../storage/workspace';
import type { TrainingHost } from '../train/start-run';
import { dropJob, here, isElsewhere, jobIdOf, keepJob, type KeptJob, readJobs } from './kept-jobs';

interface AtWork {
  readonly kept: KeptJob;
  readonly controller: AbortController;
  told: JobProgress | null;
  /** Called at whatever is new. */
  readonly wake: Set<() => void>;
  isOver: boolean;
  /** Never rejects. Kept for those who ask what it came to. */
  readonly ended: Promise<JobResult | ShelfwiseError>;
}

export class JobsAtWork {
  readonly #works = new Map<string, AtWork>();
  #isLeaving = false;

  async start(host: TrainingHost, request: JobRequest): Promise<Job> {
    const job = jobIdOf(request);
    const before = this.#works.get(job);
    if (before?.isOver === false) return shown(before.kept, 'running');
    const kept = { ...request, job, startedAt: new Date().toISOString(), ...here(), problem: null };
    // Before anything is sent, so that it is found by whoever comes next.
    await keepJob(host.workspace, kept);
    // Somebody may have asked for the same meanwhile.
    if (!this.#isAtWork(kept)) this.#begin(host, kept);
    return shown(kept, 'running');
  }

  /** Goes on with what programs that are gone left at work. */
  async takeUp(host: TrainingHost): Promise<void> {
    for (const kept of await readJobs(host.workspace)) {
      if (this.#isLeaving || kept.problem !== null || this.#wasHere(kept) || isElsewhere(kept)) continue;
      const mine = { ...kept, ...here() };
      await keepJob(host.workspace, mine);
      if (!this.#wasHere(kept)) this.#begin(host, mine);
    }
  }

  /** At work here; also where it has just ended, and its record is about to be removed: what was stopped must not begin again. */
  #wasHere({ job, startedAt }: KeptJob): boolean {
    const work = this.#works.get(job);
    return work !== undefined && (!work.isOver || work.kept.startedAt === startedAt);
  }

  async list(workspace: Workspace): Promise<Job[]> {
    return (await readJobs(workspace)).map((kept) =>
      shown(kept, kept.problem !== null ? 'failed' : this.#isAtWork(kept) ? 'running' : 'elsewhere'),
    );
  }

  #isAtWork({ job }: KeptJob): boolean {
    return this.#works.get(job)?.isOver === false;
  }

  /**
   * @returns what it came to, here
   * @throws ShelfwiseError as the work does, also where it failed earlier and nobody was told; `stopped` where somebody stopped it; `not-found`
   * where there is no such job here
   */
  async *follow(
    workspace: Workspace,
    job: string,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<JobProgress, JobResult> {
    const work = this.#works.get(job);
    if (work === undefined) throw await this.#problemOf(workspace, job);
    let told: JobProgress | null = null;
    for (;;) {
      if (work.told !== null && work.told !== told) yield (told = work.told);
      const end = await Promise.race([work.ended, news(work, told, signal)]);
      if (signal?.aborted) throw new ShelfwiseError('stopped', say('unit.stopped'));
      if (end === null) continue;
      if (!(end instanceof ShelfwiseError)) return end;
      // It is told here: nobody needs to find it later. What is left, however, goes on with the next program.
      if (!this.#isLeaving) await dropJob(workspace, job);
      throw end;
    }
  }

  /**
   * Waits until the cluster was asked to stop. One that failed is forgotten.
   * @throws ShelfwiseError `not-found` where there is no such job, `busy` where another program goes on with it
   */
  async stop(workspace: Workspace, job: string): Promise<void> {
    const work = this.#works.get(job);
    if (work?.isOver !== false) {
      const kept = (await readJobs(workspace)).find((one) => one.job === job);
      if (kept === undefined) throw new ShelfwiseError('not-found', say('cluster.no-job', { job }));
      if (kept.problem === null && isElsewhere(kept))
        throw new ShelfwiseError('busy', say('cluster.elsewhere', { job }));
    }
    work?.controller.abort();
    await work?.ended;
    await dropJob(workspace, job);
  }

  /** Of a process that ends: clusters go on, and records stay. */
  async leave(): Promise<void> {
    this.#isLeaving = true;
    const works = [...this.#works.values()];
    for (const { controller } of works) controller.abort(LEAVING);
    await Promise.all(works.map(({ ended }) => ended));
  }

  #begin(host: TrainingHost, kept: KeptJob): void {
    const controller = new AbortController();
    const tell = (progress: JobProgress): void => {
      work.told = progress;
      for (const wake of work.wake) wake();
    };
    const ended = this.#work(host, kept, { onProgress: tell, signal: controller.signal });
    const work: AtWork = {
      kept,
      controller,
      told: null,
      wake: new Set(),
      isOver: false,
      ended: ended.finally(() => (work.isOver = true)),
    };
    this.#works.set(kept.job, work);
  }

  async #work(
    host: TrainingHost,
    kept: KeptJob,
    { onProgress, signal }: { onProgress: (progress: JobProgress) => void; signal: AbortSignal },
  ): Promise<JobResult | ShelfwiseError> {
    try {
      // Clusters need much that a window does not.
      const { doWork } = await import('./do-work');
      const result = await doWork(host, kept, { onProgress, signal });
      if (!signal.aborted) await dropJob(host.workspace, kept.job);
      return result;
    } catch (thrown) {
      const error = toShelfwiseError(thrown);
      const problem = { message: error.message, ...wireErrorOf(error) };
      if (!signal.aborted) await keepJob(host.workspace, { ...kept, problem }).catch(() => undefined);
      return error;
    }
  }

  async #problemOf(workspace: Workspace, job: string): Promise<ShelfwiseError> {
    const kept = (await readJobs(workspace)).find((one) => one.job === job);
    if (kept === undefined || kept.problem === null)
      return new ShelfwiseError('not-found', say('cluster.no-job', { job }));
    await dropJob(workspace, job);
    return errorFromWire(kept.problem, kept.problem.message);
  }
}

/** Null when there is something new to tell, or the signal aborts. */
async function news({ wake, told }: AtWork, last: JobProgress | null, signal: AbortSignal | undefined): Promise<null> {
  if (signal?.aborted || told !== last) return null;
  return new Promise((resolve) => {
    const heard = (): void => {
      wake.delete(heard);
      signal?.removeEventListener('abort', heard);
      resolve(null);
    };
    wake.add(heard);
    signal?.addEventListener('abort', heard, { once: true });
  });
}

const shown = ({ job, on, name, work, startedAt }: KeptJob, state: Job['state']): Job => ({
  job,
  on,
  name,
  work,
  startedAt,
  state,
});
