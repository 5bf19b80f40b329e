/**
 * Jobs that go on in this process, whoever follows them. Their records are in the workspace (kept-jobs.ts), and their plans too
 * (cluster/kept-plans.ts): the next process finds what this one leaves, and asks the cluster for the same jobs by their IDs. Which process
 * goes on with a job says its lock (job-lock.ts).
 */
import type { Job, JobProgress, JobRequest, JobResult } from '../../../../shared/contract/job';
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
  /** Called at whatever is new. */
  readonly wake: Set<() => void>;
  isOver: boolean;
  /** Never rejects. Kept for those who ask what it came to. */
  readonly ended: Promise<JobResult | ShelfwiseError>;
}

interface Beginning {
  readonly host: TrainingHost;
  readonly job: string;
  /** Whether an earlier program was asked for it. */
  readonly isTakenUp: boolean;
  /** Only to be stopped. */
  readonly isStopped?: boolean;
}

export class JobsAtWork {
  readonly #works = new Map<string, AtWork>();
  /** Jobs that are about to be begun here, where no other program goes on with them. */
  readonly #beginning = new Map<string, Promise<AtWork | null>>();
  #isLeaving = false;

  /** @throws ShelfwiseError `busy` where another program goes on with the same */
  async start(host: TrainingHost, request: JobRequest): Promise<Job> {
    const job = jobIdOf(request);
    // Somebody may have asked for the same, or it is being taken up.
    while (this.#beginning.has(job)) await this.#beginning.get(job)!.catch(() => null);
    const before = this.#works.get(job);
    if (before?.isOver === false) return shown(before.kept, 'running');
    const kept = { ...request, job, startedAt: new Date().toISOString(), problem: null };
    const work = await this.#begin({ host, job, isTakenUp: false }, async () => {
      // Before anything is sent, so that it is found by whoever comes next.
      await keepJob(host.workspace, kept);
      return kept;
    });
    if (work === null) throw new ShelfwiseError('busy', say('cluster.elsewhere', { job }));
    return shown(kept, 'running');
  }

  /** Goes on with what programs that are gone left at work. Whether one of another computer is gone, nobody waits for. */
  async takeUp(host: TrainingHost): Promise<void> {
    for (const { job, problem } of await readJobs(host.workspace)) {
      if (this.#isLeaving || problem !== null || this.#isAtWork(job)) continue;
      const begun = this.#takeUpOne(host, job);
      // It may fail before anybody waits for it.
      begun.catch(() => undefined);
      if (await isSoonKnown(host.workspace, job)) await begun;
    }
  }

  #takeUpOne(host: TrainingHost, job: string): Promise<AtWork | null> {
    // Read when it is certain that no other program changes it: it may have come to its end meanwhile.
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
      if (!isLeft(work)) await dropJob(workspace, work.kept);
      throw end;
    }
  }

  /**
   * Waits until the cluster was asked to stop. One that failed is forgotten; a cluster that did not hear an earlier stop is asked once more.
   * @throws ShelfwiseError `not-found` where there is no such job; `busy` where another program goes on with it, this one ends and left it, or the
   * cluster did not hear it: then the record stays and says so
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
    // Whoever followed it was told, and its record is gone: it goes on there all the same.
    const unheard = kept ?? (work !== undefined && isUnheardStop(await work.ended) ? work.kept : undefined);
    if (unheard === undefined) throw new ShelfwiseError('not-found', say('cluster.no-job', { job }));
    if (kept === undefined || isUnheard(kept)) return this.#stopAgain(host, unheard);
    if (kept.problem === null) throw new ShelfwiseError('busy', say('cluster.elsewhere', { job }));
    await dropJob(workspace, kept);
  }

  /** The same work, stopped before it begins: nothing is sent, but what the cluster has of it is asked to stop. */
  async #stopAgain(host: TrainingHost, kept: KeptJob): Promise<void> {
    const { job } = kept;
    const work = await this.#begin({ host, job, isTakenUp: true, isStopped: true }, async () => kept);
    if (work === null) throw new ShelfwiseError('busy', say('cluster.elsewhere', { job }));
    const end = await work.ended;
    if (isUnheardStop(end)) throw end;
    await dropJob(host.workspace, kept);
  }

  /** Of a process that ends: clusters go on, and records stay. */
  async leave(): Promise<void> {
    this.#isLeaving = true;
    const works = [...this.#works.values()].filter(({ isOver }) => !isOver);
    for (const { controller } of works) controller.abort(LEAVING);
    await Promise.all(works.map(({ ended }) => ended));
  }

  /**
   * Begins a job where no other program goes on with it; whoever asks for the same at the same time gets the same.
   * @param record what it is, or null where there is nothing to do; asked while no other program can change it
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
        // The record says what it came to: now another program may have it.
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

/** Does the work and leaves the record as it has to be: none, one that says what is the matter, or as it was for the next program. Never rejects. */
async function outcomeOf(
  host: TrainingHost,
  kept: KeptJob,
  options: { onProgress: (progress: JobProgress) => void; signal: AbortSignal; isTakenUp: boolean },
): Promise<JobResult | ShelfwiseError> {
  const { signal } = options;
  try {
    // Clusters need much that a window does not.
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

/** Whether the record says that the cluster did not hear a stop. */
const isUnheard = ({ problem }: KeptJob): boolean =>
  problem !== null && isUnheardStop(errorFromWire(problem, problem.message));

/** Whether it is not over, but goes on with another program. */
const isLeft = ({ controller }: AtWork): boolean => controller.signal.reason === LEAVING;

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
