/**
 * Which program goes on with a job: a heartbeat in plans/<job>, as a trainer has one in the folder of its run. So a job whose program is gone
 * is taken up by the next one whatever the computer is called by then (a container that starts again has another name and other process
 * IDs), and never while another program is alive.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { toShelfwiseError } from '../../../../shared/errors';
import { makeFolder } from '../../../../engine/storage/files';
import type { Workspace } from '../../../../engine/storage/workspace';
import { isOfThisHost, readHeartbeat } from '../../../../engine/machine/trainers/heartbeat';
import { acquireRunLock } from '../../../../engine/machine/trainers/lock';

export interface JobLock {
  /** Aborts when another program has taken over, after this one was frozen: nothing more may be written. */
  readonly lost: AbortSignal;
  /** After the last change of the job's record: whoever takes the job next reads it anew. */
  release(): Promise<void>;
}

const folderOf = ({ plans }: Workspace, job: string): string => path.join(plans, job);

/** @returns null where another program goes on with it; that takes ten seconds to find out where it is, or was, another computer's */
export async function takeJob(workspace: Workspace, job: string): Promise<JobLock | null> {
  const folder = folderOf(workspace, job);
  for (let isFirst = true; ; isFirst = false) {
    await makeFolder(folder);
    try {
      const { lost, release } = await acquireRunLock(folder);
      return {
        lost,
        async release() {
          await release();
          // It stays where another program is there already.
          await fs.rmdir(folder).catch(() => undefined);
        },
      };
    } catch (thrown) {
      const { code } = toShelfwiseError(thrown);
      if (code === 'busy') return null;
      // Whoever had it removed the folder in this moment.
      if (code !== 'not-found' || !isFirst) throw thrown;
    }
  }
}

/** Whether it is known in a moment who goes on with it. */
export async function isSoonKnown(workspace: Workspace, job: string): Promise<boolean> {
  const heartbeat = await readHeartbeat(folderOf(workspace, job));
  return heartbeat === null || isOfThisHost(heartbeat);
}
