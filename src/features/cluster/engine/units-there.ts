/** Lists the units of this workspace that wait or work on a cluster, and stops single ones. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClusterUnit, StoppedUnit } from '../../../shared/contract/cluster';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';
import type { Workspace } from '../../../engine/storage/workspace';
import { kindOf } from '../../units';
import type { KeptCluster } from './address-book';
import { changesIn, type ClusterEvent } from './events';
import { type Job, JobsApi } from './jobs-api';
import { type OpenPlan, noteStopped, openPlans, submissionOf } from './open-plans';

/** Letters of a unit's ID to show: a beginning is enough to identify it. */
const SHOWN = 12;
/** Milliseconds between two polls, and seconds until a driver counts as not having received a request. */
const LISTEN_AGAIN = 300;
const HEARD_WITHIN = 60;
/** Milliseconds before an ended job is asked about again. */
const REMEMBERED = 60_000;

type PlannedUnit = OpenPlan['units'][number];
type Now = ClusterUnit['state'] | StoppedUnit['state'];

/** @throws ShelfwiseError as ask does, if there may be any units */
export async function unitsThere(
  workspace: Workspace,
  cluster: KeptCluster,
  signal?: AbortSignal,
): Promise<ClusterUnit[]> {
  const api = new JobsApi(cluster, signal);
  const found: ClusterUnit[] = [];
  for (const plan of await openPlans(workspace, cluster)) {
    if (ended.has(cluster, plan)) continue;
    const job = await api.job(submissionOf(plan));
    if (hasEnded(job)) ended.add(cluster, plan);
    if (job === null || hasEnded(job)) continue;
    const events = await eventsOf(api, plan, job);
    for (const unit of plan.units) {
      if (unit.isStopped === true) continue;
      const { state, node } = nowOf(unit, events);
      if (state === 'waiting' || state === 'running') found.push({ ...shown(unit), state, node });
    }
  }
  return found;
}

/**
 * @param typed the ID of a unit, or a beginning of it
 * @returns once the cluster has reported the unit's end
 * @throws ShelfwiseError `not-found` if no such unit waits or works there, `usage` if several match, or the driver is of an earlier version, which
 * can only stop all units; `busy` if it did not receive the request
 */
export async function stopUnitThere(
  workspace: Workspace,
  cluster: KeptCluster,
  typed: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<StoppedUnit> {
  const { name } = cluster;
  const api = new JobsApi(cluster, signal);
  const { plan, unit } = await theOne(workspace, cluster, typed);
  const answer = (state: StoppedUnit['state']): StoppedUnit => ({ unit: unit.key.slice(0, SHOWN), state });
  let isSent = false;
  for (const began = performance.now(); performance.now() - began < HEARD_WITHIN * 1000; await sleep(LISTEN_AGAIN)) {
    throwIfStopped(signal);
    const { isAtWork, events } = await told(api, plan);
    const { state } = nowOf(unit, events);
    if (state === 'stopped') {
      // Noted even if nothing follows the unit, so that the next program does not start it again.
      await noteStopped(workspace, plan, new Set([unit.id]));
      return answer(state);
    }
    if (state === 'done' || state === 'failed') return answer(state);
    if (!isAtWork) throw new ShelfwiseError('not-found', say('cluster.no-unit', { cluster: name, unit: typed }));
    const driver = events.find(({ event }) => event === 'cluster');
    if (driver?.event === 'cluster' && driver.stops !== true)
      throw new ShelfwiseError('usage', say('cluster.whole-job', { cluster: name }));
    // A driver that has printed nothing yet finds the message when it starts.
    if (isSent) continue;
    await api.stopUnit(submissionOf(plan), unit.id);
    isSent = true;
  }
  const of = { cluster: name, unit: unit.key.slice(0, SHOWN), seconds: HEARD_WITHIN };
  throw new ShelfwiseError('busy', say('cluster.unit-not-stopped', of));
}

async function theOne(
  workspace: Workspace,
  cluster: KeptCluster,
  typed: string,
): Promise<{ plan: OpenPlan; unit: PlannedUnit }> {
  const found = (await openPlans(workspace, cluster)).flatMap((plan) =>
    plan.units.flatMap((unit) => (unit.isStopped !== true && unit.key.startsWith(typed) ? [{ plan, unit }] : [])),
  );
  const [one, ...others] = found;
  const of = { cluster: cluster.name, unit: typed };
  if (one === undefined) throw new ShelfwiseError('not-found', say('cluster.no-unit', of));
  if (others.some(({ unit }) => unit.key !== one.unit.key))
    throw new ShelfwiseError('usage', say('cluster.several-units', of));
  return one;
}

/** The events of the current job's driver, and whether it is at work. */
async function told(api: JobsApi, plan: OpenPlan): Promise<{ isAtWork: boolean; events: readonly ClusterEvent[] }> {
  const job = await api.job(submissionOf(plan));
  if (job === null) return { isAtWork: false, events: [] };
  return { isAtWork: !hasEnded(job), events: await eventsOf(api, plan, job) };
}

async function eventsOf(api: JobsApi, plan: OpenPlan, { status }: Job): Promise<readonly ClusterEvent[]> {
  return status === 'PENDING' ? [] : changesIn((await api.log(submissionOf(plan))) ?? '');
}

const hasEnded = (job: Job | null): boolean => job !== null && job.status !== 'PENDING' && job.status !== 'RUNNING';

/**
 * Ended jobs of kept plans, so that not every look asks about them: plans stay until the rest of them is requested. A restarted cluster may get a
 * job of the same name, so they are asked about again from time to time.
 */
class EndedJobs {
  readonly #until = new Map<string, number>();

  add(cluster: KeptCluster, plan: OpenPlan): void {
    for (const [key, until] of this.#until) if (until < performance.now()) this.#until.delete(key);
    this.#until.set(keyIn(cluster, plan), performance.now() + REMEMBERED);
  }

  has(cluster: KeptCluster, plan: OpenPlan): boolean {
    return (this.#until.get(keyIn(cluster, plan)) ?? 0) > performance.now();
  }
}

const keyIn = ({ address }: KeptCluster, plan: OpenPlan): string => `${address} ${submissionOf(plan)}`;

const ended = new EndedJobs();

function nowOf({ id }: PlannedUnit, events: readonly ClusterEvent[]): { state: Now; node: string | null } {
  let now: { state: Now; node: string | null } = { state: 'waiting', node: null };
  for (const event of events) {
    if (!('unit' in event) || event.unit !== id) continue;
    if (event.event === 'begun') now = { state: 'running', node: event.node.slice(0, SHOWN) };
    else if (event.event === 'retry') now = { state: 'waiting', node: null };
    else if (event.event === 'garbled') now = { state: 'failed', node: null };
    else if (event.event !== 'progress') now = { state: event.event, node: null };
  }
  return now;
}

function shown({ key, unit }: PlannedUnit): Omit<ClusterUnit, 'state' | 'node'> {
  const none = { model: null, name: null, seed: null, run: null, part: null };
  return { unit: key.slice(0, SHOWN), kind: unit.kind, ...none, ...kindOf(unit).shown(unit) };
}
