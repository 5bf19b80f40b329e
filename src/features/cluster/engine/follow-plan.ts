/** Follows one plan on a cluster, from sending it to the last result; retries until it is done, across restarts of programs and cluster. */
import type { Progress } from '../../../shared/contract/progress';
import type { UnitAnswer } from '../../../shared/contract/unit';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { makeFolder, removeFolder } from '../../../engine/storage/files';
import type { Workspace } from '../../../engine/storage/workspace';
import { problemOf } from '../../../engine/training/units/answers';
import type { KeptCluster } from './address-book';
import { type ClusterEvent, type Done, EventsOfLog, type Problem } from './events';
import { away, isStranger, notRay } from './http';
import { type Job, JobsApi, type RayNode } from './jobs-api';
import { LEAVING } from './leaving';
import {
  dropPlan,
  keepPlan,
  type OpenPlan,
  newWorkingFolder,
  noteStopped,
  stoppedIn,
  submissionOf,
} from './open-plans';
import { nextLook, patiently, pause } from './patience';
import { sendPlan } from './send-plan';
import { stopPlan } from './stop-plan';
import { isLost, refusal, takeResult } from './take-result';
import { failedAnswer, stoppedAnswer } from './undone-answer';

/** Most jobs of one plan, as it is sent again if a driver ends early or a cluster forgets it. */
const MOST_ATTEMPTS = 3;
interface Following {
  readonly fingerprint: string;
  /** Whether nothing was sent yet. */
  readonly isNew: boolean;
  readonly signal: AbortSignal;
  readonly isWanted: () => boolean;
  /** Whether a unit of the plan is requested now: a plan that was started earlier may have others. */
  readonly isAsked: (key: string) => boolean;
  readonly onAnswer: (key: string, answer: UnitAnswer) => void;
  readonly onProgress: (key: string, progress: Progress) => void;
}

export class FollowedPlan {
  readonly #api: JobsApi;
  readonly #left: Map<string, OpenPlan['units'][number]>;
  #plan: OpenPlan;
  /** Whether the cluster may have a job of the plan. */
  #isThere: boolean;
  /** Number of jobs that this program started. */
  #begun = 0;
  /** The node of the current job's driver. */
  #node = '';
  /** Events of the current job, and how many of them were taken. */
  #events = new EventsOfLog();
  #seen = 0;
  /** Results of the current job that the cluster no longer has, by unit, and the error of the last one. */
  readonly #lost = new Map<string, Done>();
  #lastLost: string | null = null;
  /** Problem of the plan as a whole, when the current job ended. */
  #problem: Problem | null = null;

  constructor(
    private readonly workspace: Workspace,
    private readonly cluster: KeptCluster,
    plan: OpenPlan,
    private readonly following: Following,
  ) {
    this.#plan = plan;
    this.#isThere = !following.isNew;
    this.#left = new Map(plan.units.flatMap((unit) => (unit.isStopped === true ? [] : [[unit.id, unit]])));
    this.#api = new JobsApi(cluster, following.signal);
  }

  /**
   * Ends when every requested unit is answered, or on abort, when the cluster is asked to stop. A plan that is left earlier is kept: requesting the
   * same units later finds its job, which continues there. @throws ShelfwiseError as workOn does
   */
  async follow(): Promise<void> {
    const { signal, isWanted } = this.following;
    try {
      let wait: number | null = null;
      if (this.following.isNew) {
        // Nothing was sent yet, so this does not wait for a cluster that does not answer.
        await this.#api.version();
        await this.#patiently(() => this.#submit());
      }
      while (this.#isAsked() && !signal.aborted && isWanted()) {
        const before = this.#seen;
        await this.#patiently(() => this.#look());
        wait = nextLook(this.#seen > before ? null : wait);
        if (this.#isAsked()) await pause(wait, signal);
      }
    } catch (thrown) {
      if (!this.#isThere) await this.#drop();
      if (!signal.aborted) throw thrown;
    }
    if (this.#left.size === 0) await this.#drop();
    else if (this.#isThere && this.#isAsked() && signal.reason !== LEAVING) await this.#stop();
  }

  #isAsked(): boolean {
    return [...this.#left.values()].some(({ key }) => this.following.isAsked(key));
  }

  /** Without a job at work, units that are not requested now were stopped or abandoned: they start again when they are requested. */
  #letOthersGo(): void {
    for (const { id, key } of this.#left.values()) if (!this.following.isAsked(key)) this.#left.delete(id);
  }

  /** Units that were stopped on a job that is gone do not go into the next one. */
  async #leaveOutStopped(): Promise<OpenPlan['units']> {
    const ids = await stoppedIn(this.workspace, this.#plan);
    const stopped = this.#plan.units.filter(({ id }) => ids.has(id));
    for (const { id, unit } of stopped) if (this.#left.has(id)) this.#settle(id, stoppedAnswer(unit));
    return stopped.map((unit) => ({ ...unit, isStopped: true }));
  }

  #patiently(work: () => Promise<void>): Promise<void> {
    const { signal, isWanted, onProgress } = this.following;
    const onAway = (): void => {
      for (const { key } of this.#left.values())
        onProgress(key, { phase: 'away', detail: this.cluster.name, done: 0, total: 0 });
    };
    return patiently({ signal, isWanted, isThere: () => this.#isThere, onAway }, work);
  }

  async #look(): Promise<void> {
    const submission = submissionOf(this.#plan);
    const job = await this.#api.job(submission);
    // The cluster restarted, or received nothing before this program ended.
    if (job === null) {
      this.#letOthersGo();
      await this.#leaveOutStopped();
      if (this.#left.size > 0) await this.#submit();
      return;
    }
    if (job.status === 'PENDING') return;
    const log = await this.#api.log(submission);
    if (log === null) return this.#giveUp(job);
    // A log only grows. Results that could not be taken because the cluster went away are taken at the next look.
    for (const event of this.#events.in(log)) {
      await this.#take(event);
      this.#seen += 1;
    }
    if (job.status === 'RUNNING') return;
    // Tried once more, as the node that has them may have been busy.
    for (const done of this.#lost.values()) await this.#take(done);
    await this.#again(job);
  }

  /** A job that prints more than is read cannot be followed: stops it there, and sends the rest as another job. */
  async #giveUp(job: Job): Promise<void> {
    if (job.status === 'RUNNING') await this.#api.stop(submissionOf(this.#plan));
    else await this.#again({ status: 'FAILED', message: notRay(this.cluster, say('cluster.long-log')).message });
  }

  /** Sends the rest of an ended job as another job. @throws ShelfwiseError if that is pointless */
  async #again({ status, message }: Pick<Job, 'status' | 'message'>): Promise<void> {
    const { name } = this.cluster;
    this.#letOthersGo();
    const stopped = await this.#leaveOutStopped();
    if (this.#left.size === 0) return;
    // A job that ended before this program looked is started again, as its obstacle may be gone.
    if (this.#begun > 0 && status === 'STOPPED')
      throw new ShelfwiseError('stopped', say('cluster.job-stopped', { cluster: name }));
    if (this.#begun > 0 && this.#problem !== null) throw new ShelfwiseError(this.#problem.code, this.#problem.message);
    if (this.#begun >= MOST_ATTEMPTS)
      throw new ShelfwiseError(
        'internal',
        say('cluster.job-ended', { cluster: name, cause: (this.#lastLost ?? message ?? status).slice(-500) }),
      );
    const units = [...this.#left.values(), ...stopped];
    this.#plan = { ...this.#plan, attempt: this.#plan.attempt + 1, units };
    await keepPlan(this.workspace, this.#plan);
    await this.#submit();
  }

  async #take(event: ClusterEvent): Promise<void> {
    if (event.event === 'cluster') this.#node = event.node;
    if (event.event === 'end') this.#problem = event.problem ?? null;
    const unit = 'unit' in event ? this.#left.get(event.unit) : undefined;
    if (unit === undefined) return;
    switch (event.event) {
      case 'progress':
        return this.#tell(unit.key, event.text, event.fraction ?? 0);
      case 'begun':
        return this.#tell(unit.key, event.node.slice(0, 12), 0);
      case 'done':
        return this.#bringHome(unit, event);
      case 'failed':
        return this.#settle(unit.id, failedAnswer(unit.unit, event.problem));
      case 'garbled': {
        const problem = problemOf(refusal(this.cluster)(say('cluster.garbled', { problem: event.problem })));
        return this.#settle(unit.id, failedAnswer(unit.unit, problem));
      }
      case 'stopped':
        await noteStopped(this.workspace, this.#plan, new Set([unit.id]));
        return this.#settle(unit.id, stoppedAnswer(unit.unit));
      default:
    }
  }

  /** An invalid result fails only its unit; a result that is gone is left to another job. */
  async #bringHome({ id, unit }: OpenPlan['units'][number], done: Done): Promise<void> {
    const { workspace, cluster } = this;
    const { signal } = this.following;
    try {
      const answer = await this.#inFolder((folder) =>
        takeResult({ workspace, cluster, plan: this.#plan, folder, node: this.#node, signal }, unit, done),
      );
      this.#settle(id, answer);
    } catch (thrown) {
      const error = toShelfwiseError(thrown);
      if (isLost(error)) {
        this.#lost.set(id, done);
        this.#lastLost = error.message;
      } else if (error.code === 'bad-data' && !isStranger(error))
        this.#settle(id, failedAnswer(unit, problemOf(error)));
      else throw error;
    }
  }

  #tell(key: string, detail: string, fraction: number): void {
    this.following.onProgress(key, { phase: 'unit', detail, done: fraction, total: 1 });
  }

  #settle(id: string, answer: UnitAnswer): void {
    const { key } = this.#left.get(id)!;
    this.#left.delete(id);
    this.following.onAnswer(key, answer);
  }

  /** Sends the rest as a job, or finds it already there. */
  async #submit(): Promise<void> {
    this.#events = new EventsOfLog();
    this.#seen = 0;
    this.#problem = null;
    this.#lost.clear();
    this.#lastLost = null;
    if (this.#begun >= MOST_ATTEMPTS)
      throw new ShelfwiseError('internal', say('cluster.job-ended', { cluster: this.cluster.name, cause: 'no job' }));
    const { signal, fingerprint } = this.following;
    const { workspace, cluster } = this;
    const sent = { plan: this.#plan, units: [...this.#left.values()], fingerprint, nodes: await this.#nodes() };
    await sendPlan(
      { workspace, cluster, api: this.#api, signal, ...sent },
      (work) => this.#inFolder(work),
      () => (this.#isThere = true),
    );
    // A job that did not arrive counts as no attempt: an absent cluster is tried again and again.
    this.#begun += 1;
  }

  /** A restarted head has no nodes for a while: once something was sent, this waits for them as for the head. */
  async #nodes(): Promise<readonly RayNode[]> {
    const nodes = await this.#api.nodes();
    const wasThere = this.#begun > 0 || !this.following.isNew;
    if (wasThere && nodes.every(({ resources_total }) => resources_total.CPU < 1))
      throw away(this.cluster, say('cluster.no-cores'));
    return nodes;
  }

  /** A temporary folder for files with histories, removed as soon as they are not needed. */
  async #inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
    const folder = newWorkingFolder(this.workspace, this.#plan);
    try {
      await makeFolder(folder);
      return await work(folder);
    } finally {
      await removeFolder(folder);
    }
  }

  /** Forgets the plan once all results are received, or nothing was sent. */
  async #drop(): Promise<void> {
    await dropPlan(this.workspace, this.#plan);
  }

  async #stop(): Promise<void> {
    const left = [...this.#left.values()];
    await stopPlan({
      workspace: this.workspace,
      cluster: this.cluster,
      plan: this.#plan,
      left: left.map(({ id }) => id),
      asked: left.filter(({ key }) => this.following.isAsked(key)).map(({ id }) => id),
    });
  }
}
