/**
 * Determines whether a trainer works on a run: it is alive if its heartbeat changes between two looks. A clock never declares it dead, because
 * another machine's clock may be wrong and ours may have been set. A clock only spares the second look: a heartbeat that is young by ours is alive.
 *
 * One look is enough if the process was on this machine and is gone.
 */
import * as fs from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { clockOf } from '../../storage/files';
import { type Heartbeat, heartbeatFile, isGone, isOfThisHost, readHeartbeat } from './heartbeat';

/** Milliseconds of silence after which a trainer, which writes every second, gets a second look. */
const SILENCE = 10_000;
/** Milliseconds that an announced run may take until its trainer has the lock. */
const START_GRACE = 30_000;

/**
 * Milliseconds to wait for a change. Here, `at` is from our own clock, so a doubtful heartbeat has already been silent for SILENCE. Another machine
 * may only have a wrong clock, and a program that takes a run over must not be mistaken.
 */
const PATIENCE = { here: 1500, look: 2500, takeOver: SILENCE };
const POLL = 100;

/** The last finding for each run folder, as long-lived programs ask again and again. */
const known = new Map<string, { content: string; isAlive: boolean; at: number }>();

/** @param purpose a run is taken over only after its heartbeat was unchanged for longer than a living trainer is ever silent */
export async function isAtWork(folder: string, purpose: 'look' | 'takeOver' = 'look'): Promise<boolean> {
  const heartbeat = await readHeartbeat(folder);
  if (heartbeat === null || isGone(heartbeat)) return false;
  if (heartbeat.starting) return isStarting(folder, heartbeat);
  if (isYoung(heartbeat.at, SILENCE)) return true;
  const content = JSON.stringify(heartbeat);
  const before = known.get(folder);
  if (purpose === 'look' && before !== undefined) {
    // It changed a moment ago, or the heartbeat is the one already found dead.
    if (before.isAlive && performance.now() - before.at < SILENCE) return true;
    if (!before.isAlive && before.content === content) return false;
  }
  const isAlive = await changes(folder, content, isOfThisHost(heartbeat) ? PATIENCE.here : PATIENCE[purpose]);
  known.set(folder, { content, isAlive, at: performance.now() });
  return isAlive;
}

/** In either direction: a date in the future (the clock was set back) must not live for ever. */
const isYoung = (at: string | number, limit: number, now: number = Date.now()): boolean =>
  Math.abs(now - new Date(at).getTime()) < limit;

/** An announcement is written once. If it is old by our clock, the clock of the disk decides, which dated the file as well. */
async function isStarting(folder: string, { at, generation }: Heartbeat): Promise<boolean> {
  if (isYoung(at, START_GRACE)) return true;
  const stats = await fs.stat(heartbeatFile(folder, generation)).catch(() => null);
  if (stats === null) return isAtWork(folder);
  const now = await clockOf(folder).catch(() => Date.now());
  return isYoung(stats.mtimeMs, START_GRACE, now);
}

async function changes(folder: string, content: string, patience: number): Promise<boolean> {
  for (let waited = 0; waited < patience; waited += POLL) {
    await sleep(POLL);
    const heartbeat = await readHeartbeat(folder);
    if (heartbeat === null || isGone(heartbeat)) return false;
    if (JSON.stringify(heartbeat) !== content) return true;
  }
  return false;
}
