/** One plan on a cluster, from sending it to the last result: as often as it takes, whoever goes away meanwhile. */
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
  type KeptPlan,
  newWorkingFolder,
  noteStopped,
  stoppedIn,
  submissionOf,
} from './kept-plans';
import { nextLook, patiently, pause } from './patience';
import { sendPlan } from './send-plan';
import { stopPlan } from './stop-plan';
import { isLost, refusal, takeResult } from './take-result';
import { failedAnswer, stoppedAnswer } from './undone-answer';

/** Jobs that a plan may be: a driver that ends early, or a cluster that forgets, is asked again so often. */
const MOST_ATTEMPTS = 3;
interface Following {
  readonly fingerprint: string;
  /** Whether nothing was sent yet. */
  readonly isNew: boolean;
  readonly signal: AbortSignal;
  readonly isWanted: () => boolean;
  /** Whether a unit of the plan is asked for now: a plan that was begun before may have others. */
  readonly isAsked: (key: string) => boolean;
  readonly onAnswer: (key: string, answer: UnitAnswer) => void;
  readonly onProgress: (key: string, progress: Progress) => void;
}

export class FollowedPlan {
  readonly #api: JobsApi;
  readonly #left: Map<string, KeptPlan['units'][number]>;
  #plan: KeptPlan;
  /** Whether the cluster may have a job of the plan. */
  #isThere: boolean;
  /** Jobs that this program began. */
  #begun = 0;
  /** Where the driver of the present job runs. */
  #node = '';
  /** Of the present job, and how many of them are taken. */
  #events = new EventsOfLog();
  #seen = 0;
  /** What the present job made and the cluster no longer has, by unit, and what was said of the last. */
  readonly #lost = new Map<string, Done>();
  #lastLost: string | null = null;
  /** Of the plan as a whole, as the present job ended. */
  #problem: Problem | null = null;

  constructor(
    private readonly workspace: Workspace,
    private readonly cluster: KeptCluster,
    plan: KeptPlan,
    private readonly following: Following,
  ) {
    this.#plan = plan;
    this.#isThere = !following.isNew;
    this.#left = new Map(plan.units.flatMap((unit) => (unit.isStopped === true ? [] : [[unit.id, unit]])));
    this.#api = new JobsApi(cluster, following.signal);
  }

  /**
   * Ends when every unit that is asked for is answered, or on abort, when the cluster is asked to stop. A plan that is left before is kept: the same
   * units again find its job, which goes on there. @throws ShelfwiseError as workOn says
   */
  async follow(): Promise<void> {
    const { signal, isWanted } = this.following;
    try {
      let wait: number | null = null;
      if (this.following.isNew) {
        // Nothing was sent yet: who does not answer now is not waited for.
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

  /** Where no job is at work, units that nobody asks for were stopped, or left by who is gone: they are begun again when somebody does. */
  #letOthersGo(): void {
    for (const { id, key } of this.#left.values()) if (!this.following.isAsked(key)) this.#left.delete(id);
  }

  /** What was stopped alone on a job that is gone is no part of the next one. */
  async #leaveOutStopped(): Promise<KeptPlan['units']> {
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
    // The cluster began anew, or nothing came to it before this program ended.
    if (job === null) {
      this.#letOthersGo();
      await this.#leaveOutStopped();
      if (this.#left.size > 0) await this.#submit();
      return;
    }
    if (job.status === 'PENDING') return;
    const log = await this.#api.log(submission);
    if (log === null) return this.#giveUp(job);
    // A log only grows. What could not be taken, because the cluster went away meanwhile, is taken at the next look.
    for (const event of this.#events.in(log)) {
      await this.#take(event);
      this.#seen += 1;
    }
    if (job.status === 'RUNNING') return;
    // Asked for once more, as the node that has them may have been busy.
    for (const done of this.#lost.values()) await this.#take(done);
    await this.#again(job);
  }

  /** A job that prints more than is read cannot be followed: it is stopped there, and what is left is another. */
  async #giveUp(job: Job): Promise<void> {
    if (job.status === 'RUNNING') await this.#api.stop(submissionOf(this.#plan));
    else await this.#again({ status: 'FAILED', message: notRay(this.cluster, say('cluster.long-log')).message });
  }

  /** What is left of a job that ended is another job. @throws ShelfwiseError where that is of no use */
  async #again({ status, message }: Pick<Job, 'status' | 'message'>): Promise<void> {
    const { name } = this.cluster;
    this.#letOthersGo();
    const stopped = await this.#leaveOutStopped();
    if (this.#left.size === 0) return;
    // One that ended before this program looked is begun anew: what was in its way may be gone.
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

  /** What is not as it has to be fails its unit alone; what is no longer there is left to another job. */
  async #bringHome({ id, unit }: KeptPlan['units'][number], done: Done): Promise<void> {
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

  /** Sends what is left as a job; one that is there already is the one that is meant. */
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
    // What did not get there counts as no attempt: a cluster that is away is asked again and again.
    this.#begun += 1;
  }

  /** A head that was started anew has no nodes for a while: once something was sent, they are waited for like the head. */
  async #nodes(): Promise<readonly RayNode[]> {
    const nodes = await this.#api.nodes();
    const wasThere = this.#begun > 0 || !this.following.isNew;
    if (wasThere && nodes.every(({ resources_total }) => resources_total.CPU < 1))
      throw away(this.cluster, say('cluster.no-cores'));
    return nodes;
  }

  /** Files of histories on their way, which stay for no longer than they are needed. */
  async #inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
    const folder = newWorkingFolder(this.workspace, this.#plan);
    try {
      await makeFolder(folder);
      return await work(folder);
    } finally {
      await removeFolder(folder);
    }
  }

  /** All is home, or nothing was sent. */
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
