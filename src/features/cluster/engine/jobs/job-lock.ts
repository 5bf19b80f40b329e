/**
 * Decides which program continues a job: a heartbeat in plans/<job>, like that of a trainer in its run's folder. So if a program is gone, the next
 * one takes its job over whatever the computer's name is then (a restarted container has another name and other process IDs), and never while
 * another program is alive.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { toShelfwiseError } from '../../../../shared/errors';
import { makeFolder } from '../../../../engine/storage/files';
import type { Workspace } from '../../../../engine/storage/workspace';
import { isOfThisHost, readHeartbeat } from '../../../../engine/machine/trainers/heartbeat';
import { acquireRunLock } from '../../../../engine/machine/trainers/lock';

export interface JobLock {
  /** Aborts once another program has taken over, after this one was frozen: it must write nothing more. */
  readonly lost: AbortSignal;
  /** Call this after the last change of the job's record: the next holder reads it again. */
  release(): Promise<void>;
}

const folderOf = ({ plans }: Workspace, job: string): string => path.join(plans, job);

/** @returns null if another program holds the job; determining that takes ten seconds if that program is, or was, on another computer */
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
          // Stays if another program already uses it.
          await fs.rmdir(folder).catch(() => undefined);
        },
      };
    } catch (thrown) {
      const { code } = toShelfwiseError(thrown);
      if (code === 'busy') return null;
      // The previous holder removed the folder at this moment.
      if (code !== 'not-found' || !isFirst) throw thrown;
    }
  }
}

/** Whether it can be determined at once which program holds the job. */
export async function isSoonKnown(workspace: Workspace, job: string): Promise<boolean> {
  const heartbeat = await readHeartbeat(folderOf(workspace, job));
  return heartbeat === null || isOfThisHost(heartbeat);
}
