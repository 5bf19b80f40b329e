/**
 * Works on units on a cluster, like `workMany` here: the same answers, and the same runs in this workspace. Requests are stored until their results
 * are received (open-plans.ts), so that they are found again after this program, the connection or the cluster went away.
 */
import { randomBytes } from 'node:crypto';
import type { Unit } from '../../work-schemas';
import type { UnitAnswer } from '../../../shared/contract/unit';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { openSnapshot } from '../../../engine/data/snapshot';
import { findRun } from '../../../engine/runs/store';
import type { Workspace } from '../../../engine/storage/workspace';
import type { Workers, WorkMany } from '../../../engine/training/units/work-many';
import { kindOf } from '../../units';
import { hasAgreed, type KeptCluster } from './address-book';
import { FollowedPlan } from './follow-plan';
import { stoppedAnswer } from './undone-answer';
import { JobsApi } from './jobs-api';
import { dropPlan, keepPlan, keyOf, type OpenPlan, openPlans } from './open-plans';

interface HowOn {
  /** Whether this program takes over work that an earlier one was asked for: units stopped meanwhile stay stopped. */
  readonly isTakenUp?: boolean;
}

export const workersOn = (cluster: KeptCluster, how: HowOn = {}): Workers => ({
  work: workOn(cluster, how),
  async cores(signal) {
    const nodes = await new JobsApi(cluster, signal).nodes();
    return nodes.reduce((sum, { resources_total }) => sum + Math.floor(resources_total.CPU), 0);
  },
  async underWay(workspace) {
    return (await openPlans(workspace, cluster)).flatMap(({ units }) => units.map(({ unit }) => unit));
  },
});

/**
 * @param cluster in the address book, with consent to send it the data set
 * @returns units on it, which wait for a cluster that does not answer. They throw ShelfwiseError `usage` without consent, `no-permission` if the
 * token is refused, and `busy` on abort if the cluster did not receive the stop
 */
const workOn =
  (cluster: KeptCluster, { isTakenUp = false }: HowOn = {}): WorkMany =>
  async (host, asked, many) => {
    const { workspace } = host;
    const { signal, onProgress, onAnswer, isWanted = () => true } = many;
    const { fingerprint, units } = await resolved(workspace, asked);
    const answers: (UnitAnswer | null)[] = units.map(() => null);
    const keys = units.map(keyOf);
    if (!hasAgreed(cluster, fingerprint))
      throw new ShelfwiseError('usage', say('cluster.not-agreed', { cluster: cluster.name, address: cluster.address }));
    const settle = (key: string, answer: UnitAnswer): void => {
      for (const [index, own] of keys.entries())
        if (own === key && answers[index] === null) {
          answers[index] = answer;
          onAnswer?.(index, answer);
        }
    };
    for (const [index, unit] of units.entries()) {
      const known = await kindOf(unit).doneAlready(workspace, unit);
      if (known !== null) settle(keys[index]!, known);
    }
    if (!isWanted()) return answers;
    const left = new Map(
      units.flatMap((unit, index) => (answers[index] === null ? [[keys[index]!, unit] as const] : [])),
    );
    if (isTakenUp)
      for (const [key, unit] of await stoppedOf(workspace, cluster, left)) {
        left.delete(key);
        settle(key, stoppedAnswer(unit));
      }
    const plans = await plansFor(workspace, cluster, left, signal?.aborted);
    const failed = new AbortController();
    const stop = signal === undefined ? failed.signal : AbortSignal.any([signal, failed.signal]);
    await Promise.all(
      plans.map(({ plan, isNew }) =>
        new FollowedPlan(workspace, cluster, plan, {
          fingerprint,
          isNew,
          signal: stop,
          isWanted,
          isAsked: (key) => left.has(key),
          onAnswer: settle,
          onProgress: (key, progress) => {
            const index = keys.indexOf(key);
            if (index >= 0 && answers[index] === null) onProgress?.(index, progress);
          },
        })
          .follow()
          .catch((thrown: unknown) => failed.abort(thrown)),
      ),
    );
    if (failed.signal.aborted) throw failed.signal.reason;
    return answers;
  };

/** The one data set of all units, and the units with its whole fingerprint. */
async function resolved(
  workspace: Workspace,
  asked: readonly Unit[],
): Promise<{ fingerprint: string; units: readonly Unit[] }> {
  const fingerprints = new Set<string>();
  const units: Unit[] = [];
  for (const unit of asked) {
    if ('data' in unit) {
      const { fingerprint } = (await openSnapshot(workspace, unit.data)).dataset;
      fingerprints.add(fingerprint);
      units.push({ ...unit, data: fingerprint });
    } else {
      const { record } = await findRun(workspace, unit.run);
      fingerprints.add(record.dataset.fingerprint);
      units.push({ ...unit, run: record.runId });
    }
  }
  const [fingerprint, ...others] = fingerprints;
  if (fingerprint === undefined || others.length > 0)
    throw new ShelfwiseError('internal', `units on ${fingerprints.size} data sets in one plan`);
  return { fingerprint, units };
}

/** Units that were stopped alone and not requested since. Plans without other units are over. */
async function stoppedOf(
  workspace: Workspace,
  cluster: KeptCluster,
  wanted: ReadonlyMap<string, Unit>,
): Promise<Map<string, Unit>> {
  const plans = await openPlans(workspace, cluster);
  const asked = new Set(plans.flatMap(({ units }) => openOf(units).map(({ key }) => key)));
  const stopped = new Map<string, Unit>();
  for (const plan of plans) {
    for (const { key, isStopped } of plan.units)
      if (isStopped === true && wanted.has(key) && !asked.has(key)) stopped.set(key, wanted.get(key)!);
    if (openOf(plan.units).length === 0) await dropPlan(workspace, plan);
  }
  return stopped;
}

const openOf = (units: OpenPlan['units']): OpenPlan['units'] => units.filter(({ isStopped }) => isStopped !== true);

/** Open plans with some of the units, and a new one for the others; no new one after an abort, but the open ones are asked to stop. */
async function plansFor(
  workspace: Workspace,
  cluster: KeptCluster,
  wanted: ReadonlyMap<string, Unit>,
  isStopped = false,
): Promise<{ plan: OpenPlan; isNew: boolean }[]> {
  const left = new Map(wanted);
  const plans: { plan: OpenPlan; isNew: boolean }[] = [];
  for (const plan of await openPlans(workspace, cluster)) {
    const units = openOf(plan.units);
    if (!units.some(({ key }) => left.has(key))) continue;
    plans.push({ plan, isNew: false });
    for (const { key } of units) left.delete(key);
  }
  if (left.size === 0 || isStopped) return plans;
  const { name, address } = cluster;
  const plan: OpenPlan = {
    plan: `p${randomBytes(8).toString('hex')}`,
    cluster: name,
    address,
    attempt: 1,
    startedAt: new Date().toISOString(),
    units: Array.from(left, ([key, unit], index) => ({ id: `u${index + 1}`, key, unit })),
  };
  // Stored before anything is sent: after a crash in the next moment, a program finds the plan again.
  await keepPlan(workspace, plan);
  return [...plans, { plan, isNew: true }];
}
