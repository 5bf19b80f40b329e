/** Asks a cluster to stop the requested units of a plan. */
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import type { Workspace } from '../../../engine/storage/workspace';
import type { KeptCluster } from './address-book';
import { changesIn } from './events';
import { JobsApi } from './jobs-api';
import { type OpenPlan, noteStopped, submissionOf } from './open-plans';

/** Milliseconds for a cluster to receive a stop request. */
const STOPPING = 10_000;

interface ToStop {
  readonly workspace: Workspace;
  readonly cluster: KeptCluster;
  readonly plan: OpenPlan;
  /** IDs of the units without results, and of those among them that are requested here. */
  readonly left: readonly string[];
  readonly asked: readonly string[];
}

/**
 * Keeps the plan: requesting the same units again starts another job with the rest. If the driver can stop units alone, the plan's other units,
 * which are not requested here, continue.
 * @throws ShelfwiseError `busy` if the cluster did not receive the request, and continues
 */
export async function stopPlan({ workspace, cluster, plan, left, asked }: ToStop): Promise<void> {
  const api = new JobsApi(cluster, AbortSignal.timeout(STOPPING));
  const submission = submissionOf(plan);
  try {
    const alone = asked.length === left.length ? null : await stoppedAlone(api, submission, asked);
    if (alone === null) return void (await api.stop(submission));
    for (const id of alone) await api.stopUnit(submission, id);
    await noteStopped(workspace, plan, new Set(alone));
  } catch (cause) {
    const { said, message } = toShelfwiseError(cause);
    const why = say('cluster.not-stopped', { cluster: cluster.name, cause: said ?? message });
    throw new ShelfwiseError('busy', why, { cause });
  }
}

/**
 * Reads what the driver has printed from the cluster, as a program that stops the work of an earlier one has read nothing.
 * @returns the units that still work or wait there; null for a driver of an earlier version, which can only stop all of them
 */
async function stoppedAlone(api: JobsApi, submission: string, asked: readonly string[]): Promise<string[] | null> {
  const status = (await api.job(submission))?.status;
  if (status !== 'PENDING' && status !== 'RUNNING') return [];
  // A driver that has printed nothing yet finds the message when it starts.
  const events = status === 'PENDING' ? [] : changesIn((await api.log(submission)) ?? '');
  const driver = events.find(({ event }) => event === 'cluster');
  if (driver?.event === 'cluster' && driver.stops !== true) return null;
  const ended = new Set(
    events.flatMap((event) => (event.event === 'done' || event.event === 'failed' ? [event.unit] : [])),
  );
  return asked.filter((id) => !ended.has(id));
}
