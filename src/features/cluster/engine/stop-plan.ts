/** Asks a cluster to stop what is asked for of a plan. */
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import type { Workspace } from '../../../engine/storage/workspace';
import type { KeptCluster } from './address-book';
import { changesIn } from './events';
import { JobsApi } from './jobs-api';
import { type KeptPlan, noteStopped, submissionOf } from './kept-plans';

/** Milliseconds for a cluster to hear that it shall stop. */
const STOPPING = 10_000;

export interface ToStop {
  readonly workspace: Workspace;
  readonly cluster: KeptCluster;
  readonly plan: KeptPlan;
  /** IDs of the units that are not home, and of those among them that are asked for here. */
  readonly left: readonly string[];
  readonly asked: readonly string[];
}

/**
 * The plan is kept: the same units again begin another job with what is left. Units of it that others were sent with, and that nobody asks for
 * here, go on where the driver can stop the rest alone.
 * @throws ShelfwiseError `busy` where the cluster did not hear it, and goes on
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
 * What the driver has told is asked of the cluster, whatever was read of it before: who stops what an earlier program began has read nothing.
 * @returns the units that are still at work or waiting there; null where the driver is of an earlier version, and stops only all together
 */
async function stoppedAlone(api: JobsApi, submission: string, asked: readonly string[]): Promise<string[] | null> {
  const status = (await api.job(submission))?.status;
  if (status !== 'PENDING' && status !== 'RUNNING') return [];
  // A driver that has not spoken yet finds the message when it begins.
  const events = status === 'PENDING' ? [] : changesIn((await api.log(submission)) ?? '');
  const driver = events.find(({ event }) => event === 'cluster');
  if (driver?.event === 'cluster' && driver.stops !== true) return null;
  const ended = new Set(
    events.flatMap((event) => (event.event === 'done' || event.event === 'failed' ? [event.unit] : [])),
  );
  return asked.filter((id) => !ended.has(id));
}
