/**
 * Jobs at work in this process, whether or not anything follows them. Their records (kept-jobs.ts) and plans (open-plans.ts) are in the
 * workspace: the next process finds what this one leaves, and asks the cluster for the same jobs by their IDs. The job's lock decides which process
 * continues it (job-lock.ts).
 */
import type { Job, JobProgress, JobRequest, JobResult } from '../../../work-schemas';
import { errorFromWire, ShelfwiseError, toShelfwiseError, wireErrorOf } from '../../../../shared/errors';
import { say } from '../../../../shared/words/sentence';
import { isUnheardStop } from '../http';
import { LEAVING } from '../leaving';
import type { Workspace } from '../../../../engine/storage/workspace';
import type { TrainingHost } from '../../../../engine/training/train/start-run';
import { isSoonKnown, type JobLock, takeJob } from './job-lock';
import { dropJob, jobIdOf, keepJob, type KeptJob, readJob, readJobs } from './kept-jobs';

interface AtWork {
  readonly kept: KeptJob;
  readonly controller: AbortController;
  told: JobProgress | null;
  /** Callbacks for any news. */
  readonly wake: Set<() => void>;
  isOver: boolean;
  /** Never rejects. Kept for later questions about the result. */
  readonly ended: Promise<JobResult | ShelfwiseError>;
}

interface Beginning {
  readonly host: TrainingHost;
  readonly job: string;
  /** Whether an earlier program was asked for it. */
  readonly isTakenUp: boolean;
  /** Whether it is only to be stopped. */
  readonly isStopped?: boolean;
}

export class JobsAtWork {
  readonly #works = new Map<string, AtWork>();
  /** Jobs being started here, unless another program holds them. */
  readonly #beginning = new Map<string, Promise<AtWork | null>>();
  #isLeaving = false;

  /** @throws ShelfwiseError `busy` if another program holds the same job */
  async start(host: TrainingHost, request: JobRequest): Promise<Job> {
    const job = jobIdOf(request);
    // The same job may have been requested already, or is being taken over.
    while (this.#beginning.has(job)) await this.#beginning.get(job)!.catch(() => null);
    const before = this.#works.get(job);
    if (before?.isOver === false) return shown(before.kept, 'running');
    const kept = { ...request, job, startedAt: new Date().toISOString(), problem: null };
    const work = await this.#begin({ host, job, isTakenUp: false }, async () => {
      // Stored before anything is sent, so that a later program finds it.
      await keepJob(host.workspace, kept);
      return kept;
    });
    if (work === null) throw new ShelfwiseError('busy', say('cluster.elsewhere', { job }));
    return shown(kept, 'running');
  }

  /** Continues what ended programs left at work. Does not wait to find out whether a program on another computer has ended. */
  async takeUp(host: TrainingHost): Promise<void> {
    for (const { job, problem } of await readJobs(host.workspace)) {
      if (this.#isLeaving || problem !== null || this.#isAtWork(job)) continue;
      const begun = this.#takeUpOne(host, job);
      // It may fail before anything awaits it.
      begun.catch(() => undefined);
      if (await isSoonKnown(host.workspace, job)) await begun;
    }
  }

  #takeUpOne(host: TrainingHost, job: string): Promise<AtWork | null> {
    // Read under the lock, since the job may have ended meanwhile.
    return this.#begin({ host, job, isTakenUp: true }, async () => {
      const kept = await readJob(host.workspace, job);
      return kept?.problem === null ? kept : null;
    });
  }

  async list(workspace: Workspace): Promise<Job[]> {
    return (await readJobs(workspace)).map((kept) =>
      shown(kept, kept.problem !== null ? 'failed' : this.#isAtWork(kept.job) ? 'running' : 'elsewhere'),
    );
  }

  #isAtWork(job: string): boolean {
    return this.#works.get(job)?.isOver === false;
  }

  /**
   * @returns the result of a job in this process
   * @throws ShelfwiseError as the work does, also if it failed earlier without being reported; `stopped` if it was stopped; `not-found` if this
   * process has no such job
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
      // Reported here, so the record is no longer needed, unless the job was left to the next program.
      if (!isLeft(work)) await dropJob(workspace, work.kept);
      throw end;
    }
  }

  /**
   * Waits until the cluster was asked to stop. Forgets a failed job; asks a cluster again that did not receive an earlier stop.
   * @throws ShelfwiseError `not-found` if there is no such job; `busy` if another program holds it, this process is ending and left it, or the
   * cluster did not receive the request: then the record stays and says so
   */
  async stop(host: TrainingHost, job: string): Promise<void> {
    const { workspace } = host;
    await this.#beginning.get(job)?.catch(() => null);
    const work = this.#works.get(job);
    if (work?.isOver === false) {
      work.controller.abort();
      const end = await work.ended;
      if (isLeft(work)) throw new ShelfwiseError('busy', say('cluster.left', { job }));
      if (isUnheardStop(end)) throw end;
      return dropJob(workspace, work.kept);
    }
    const kept = await readJob(workspace, job);
    // The failure was reported and its record is gone, but the job still runs on the cluster.
    const unheard = kept ?? (work !== undefined && isUnheardStop(await work.ended) ? work.kept : undefined);
    if (unheard === undefined) throw new ShelfwiseError('not-found', say('cluster.no-job', { job }));
    if (kept === undefined || isUnheard(kept)) return this.#stopAgain(host, unheard);
    if (kept.problem === null) throw new ShelfwiseError('busy', say('cluster.elsewhere', { job }));
    await dropJob(workspace, kept);
  }

  /** The same work, aborted before it starts: sends nothing, but asks the cluster to stop what it has of it. */
  async #stopAgain(host: TrainingHost, kept: KeptJob): Promise<void> {
    const { job } = kept;
    const work = await this.#begin({ host, job, isTakenUp: true, isStopped: true }, async () => kept);
    if (work === null) throw new ShelfwiseError('busy', say('cluster.elsewhere', { job }));
    const end = await work.ended;
    if (isUnheardStop(end)) throw end;
    await dropJob(host.workspace, kept);
  }

  /** For a process that ends: clusters continue, and records stay. */
  async leave(): Promise<void> {
    this.#isLeaving = true;
    const works = [...this.#works.values()].filter(({ isOver }) => !isOver);
    for (const { controller } of works) controller.abort(LEAVING);
    await Promise.all(works.map(({ ended }) => ended));
  }

  /**
   * Starts a job unless another program holds it; concurrent calls for the same job share it.
   * @param record returns what to do, or null if there is nothing; called under the lock
   */
  #begin(what: Beginning, record: () => Promise<KeptJob | null>): Promise<AtWork | null> {
    const { job } = what;
    const before = this.#beginning.get(job);
    if (before !== undefined) return before;
    const beginning = this.#beginLocked(what, record).finally(() => this.#beginning.delete(job));
    this.#beginning.set(job, beginning);
    return beginning;
  }

  async #beginLocked(what: Beginning, record: () => Promise<KeptJob | null>): Promise<AtWork | null> {
    const lock = await takeJob(what.host.workspace, what.job);
    if (lock === null) return null;
    try {
      const kept = this.#isLeaving ? null : await record();
      if (kept !== null) return this.#work(what, kept, lock);
    } catch (thrown) {
      await lock.release();
      throw thrown;
    }
    await lock.release();
    return null;
  }

  #work({ host, isTakenUp, isStopped = false }: Beginning, kept: KeptJob, lock: JobLock): AtWork {
    const controller = new AbortController();
    if (isStopped) controller.abort();
    const leave = (): void => controller.abort(LEAVING);
    if (this.#isLeaving || lock.lost.aborted) leave();
    lock.lost.addEventListener('abort', leave, { once: true });
    const tell = (progress: JobProgress): void => {
      work.told = progress;
      for (const wake of work.wake) wake();
    };
    const ended = outcomeOf(host, kept, { onProgress: tell, signal: controller.signal, isTakenUp });
    const work: AtWork = {
      kept,
      controller,
      told: null,
      wake: new Set(),
      isOver: false,
      ended: ended
        // The record contains the result: now another program may hold the job.
        .finally(async () => lock.release().catch(() => undefined))
        .finally(() => (work.isOver = true)),
    };
    this.#works.set(kept.job, work);
    return work;
  }

  async #problemOf(workspace: Workspace, job: string): Promise<ShelfwiseError> {
    const kept = await readJob(workspace, job);
    if (kept === undefined || kept.problem === null)
      return new ShelfwiseError('not-found', say('cluster.no-job', { job }));
    await dropJob(workspace, kept);
    return errorFromWire(kept.problem, kept.problem.message);
  }
}

/** Does the work and leaves the right record: none, one with the problem, or an unchanged one for the next program. Never rejects. */
async function outcomeOf(
  host: TrainingHost,
  kept: KeptJob,
  options: { onProgress: (progress: JobProgress) => void; signal: AbortSignal; isTakenUp: boolean },
): Promise<JobResult | ShelfwiseError> {
  const { signal } = options;
  try {
    // Loaded on demand: clusters need much that a window does not.
    const { doJob } = await import('./do-work');
    const result = await doJob(host, kept, options);
    if (signal.reason !== LEAVING) await dropJob(host.workspace, kept);
    return result;
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    const problem = { message: error.message, ...wireErrorOf(error) };
    if (signal.reason !== LEAVING)
      await (
        signal.aborted && !isUnheardStop(error)
          ? dropJob(host.workspace, kept)
          : keepJob(host.workspace, { ...kept, problem })
      ).catch(() => undefined);
    return error;
  }
}

/** Whether the record says that the cluster did not receive a stop request. */
const isUnheard = ({ problem }: KeptJob): boolean =>
  problem !== null && isUnheardStop(errorFromWire(problem, problem.message));

/** Whether the job is not over, but continues with another program. */
const isLeft = ({ controller }: AtWork): boolean => controller.signal.reason === LEAVING;

/** Resolves to null when there is news, or the signal aborts. */
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
