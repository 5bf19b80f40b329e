/** Allows one trainer per run, however many programs share the workspace. */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Stage } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { writeFile, writeNewFile } from '../../storage/files';
import { hostIdentity } from '../../storage/processes';
import {
  type Heartbeat,
  heartbeatFile,
  heartbeatGenerations,
  type HeartbeatContent,
  isUnfilled,
  readHeartbeat,
} from './heartbeat';
import { HEARTBEAT_BYTES, startBeating } from './heartbeat-worker';
import { isAtWork } from './signs-of-life';

export { type Heartbeat, readHeartbeat } from './heartbeat';

export interface RunLock {
  /** Reports the progress of the work; visible to watchers within a second. */
  report(progress: { stage: Stage | null; fraction: number }): void;
  /** Aborts once another trainer has taken over, after this one was frozen for more than ten seconds: it must write nothing more. */
  readonly lost: AbortSignal;
  /** Checks on the disk, before a critical step. @throws ShelfwiseError `busy` if another trainer has taken over */
  assertOurs(): Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes the lock of a run for this process; takes over a stale lock (dead heartbeat) and an announced start.
 * @throws ShelfwiseError `busy` if another trainer works on it
 */
export async function acquireRunLock(folder: string): Promise<RunLock> {
  const { generation, content } = await claim(folder, false, (current) => !current.starting || isUnfilled(current));
  const lost = new AbortController();
  const beating = startBeating(folder, generation, content, () => lost.abort());
  return {
    report: ({ stage, fraction }) => beating.set(stage, fraction),
    lost: lost.signal,
    async assertOurs() {
      if ((await heartbeatGenerations(folder))[0] === generation) return;
      lost.abort();
      throw busy(folder);
    },
    async release() {
      await beating.stop();
      await fs.rm(heartbeatFile(folder, generation), { force: true });
    },
  };
}

/**
 * Announces that a trainer is about to start on this run, so that it counts as running until the trainer has the lock (30 s at most).
 * @returns its token
 * @throws ShelfwiseError `busy` if a trainer is at work or announced
 */
export async function announceStart(folder: string): Promise<string> {
  return (await claim(folder, true, () => true)).content.token;
}

/** The token of the announced start of a run; null if a trainer has the lock, or nothing is announced. */
export async function announcedStart(folder: string): Promise<string | null> {
  const current = await readHeartbeat(folder);
  return current?.starting === true ? current.token : null;
}

/**
 * Withdraws an announcement after its trainer ended without getting the lock. Leaves the heartbeat of a working trainer alone, and what another program
 * announced meanwhile.
 */
export async function withdrawStart(folder: string, token: string | null): Promise<void> {
  const current = await readHeartbeat(folder).catch(() => null);
  if (current === null || !current.starting || current.token !== token) return;
  // In a folder that is no longer writable the announcement stays, but counts for half a minute only.
  await fs.rm(heartbeatFile(folder, current.generation), { force: true }).catch(() => undefined);
}

/**
 * Creates the file of the next generation. Only one of several claimants can create it, however many saw the same stale heartbeat.
 * @param respects whether a living heartbeat prevents the claim
 */
async function claim(
  folder: string,
  starting: boolean,
  respects: (current: Heartbeat) => boolean,
): Promise<{ generation: number; content: HeartbeatContent }> {
  const current = await readHeartbeat(folder);
  if (current !== null && respects(current) && (await isAtWork(folder, 'takeOver'))) throw busy(folder);
  // One above the heartbeat that was judged, not above the current one: a claim made meanwhile must stand in the way.
  const generation = (current?.generation ?? 0) + 1;
  const content: HeartbeatContent = {
    token: randomBytes(8).toString('hex'),
    pid: process.pid,
    host: hostIdentity(),
    at: new Date().toISOString(),
    starting,
    stage: null,
    fraction: 0,
  };
  const text = JSON.stringify(content).padEnd(HEARTBEAT_BYTES);
  if (!(await writeNewFile(heartbeatFile(folder, generation), text))) throw busy(folder);
  const generations = await heartbeatGenerations(folder);
  if (generations[0] !== generation) {
    await fs.rm(heartbeatFile(folder, generation), { force: true });
    throw busy(folder);
  }
  for (const older of generations.slice(1)) await fs.rm(heartbeatFile(folder, older), { force: true });
  return { generation, content };
}

function busy(folder: string): ShelfwiseError {
  return new ShelfwiseError('busy', say('run.at-work', { run: path.basename(folder) }));
}

const stopFile = (folder: string): string => path.join(folder, 'stop-requested');

/** Asks the trainer of a run to stop after its current step. */
export async function requestStop(folder: string): Promise<void> {
  await writeFile(stopFile(folder), `${new Date().toISOString()}\n`);
}

export async function stopRequested(folder: string): Promise<boolean> {
  try {
    await fs.access(stopFile(folder));
    return true;
  } catch {
    return false;
  }
}

export async function clearStop(folder: string): Promise<void> {
  await fs.rm(stopFile(folder), { force: true });
}
