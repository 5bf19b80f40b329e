import { readdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/support/finished-run';
import { hostIdentity } from '../storage/processes';
import { heartbeatFile, SILENCE, type HeartbeatContent } from './heartbeat';
import { acquireRunLock, announceStart, clearStop, isAlive, readHeartbeat, requestStop, stopRequested } from './lock';

const content = (changes: Partial<HeartbeatContent> = {}): HeartbeatContent => ({
  token: 'ab',
  pid: process.pid,
  host: hostIdentity(),
  at: new Date().toISOString(),
  starting: false,
  stage: null,
  fraction: 0,
  ...changes,
});
const longAgo = new Date(Date.now() - 60_000).toISOString();
const leave = (folder: string, heartbeat: HeartbeatContent, generation = 1): Promise<void> =>
  writeFile(heartbeatFile(folder, generation), JSON.stringify(heartbeat));

/** A process id that no process has: beyond the largest that any system gives. */
const NO_PROCESS = 2 ** 30;

describe('the lock of a run', () => {
  test('a second trainer is refused while the first one lives, and welcome after it has let go', async () => {
    const folder = await temporaryFolder();
    const first = await acquireRunLock(folder);
    await expect(acquireRunLock(folder)).rejects.toMatchObject({ code: 'busy' });
    await first.release();
    const second = await acquireRunLock(folder);
    await second.release();
    expect(await readdir(folder)).toEqual([]);
  });

  test('of ten that try at once, one gets it', async () => {
    const folder = await temporaryFolder();
    await leave(folder, content({ at: longAgo, pid: NO_PROCESS }));
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => acquireRunLock(folder)));
    const locks = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(locks).toHaveLength(1);
    await locks[0]!.release();
  });

  test('a heartbeat whose process is gone is taken over though it is fresh', async () => {
    const folder = await temporaryFolder();
    await leave(folder, content({ pid: NO_PROCESS }), 7);
    expect(isAlive(await readHeartbeat(folder))).toBe(false);
    const lock = await acquireRunLock(folder);
    expect((await readHeartbeat(folder))?.generation).toBe(8);
    await lock.release();
  });

  test('a fresh heartbeat of another machine counts, whatever its process id', async () => {
    const folder = await temporaryFolder();
    await leave(folder, content({ pid: NO_PROCESS, host: 'elsewhere' }));
    await expect(acquireRunLock(folder)).rejects.toMatchObject({ code: 'busy' });
  });

  test('a living process id does not keep a silent trainer alive: ids are reused', async () => {
    const folder = await temporaryFolder();
    await leave(folder, content({ at: longAgo }));
    expect(isAlive(await readHeartbeat(folder))).toBe(false);
    const lock = await acquireRunLock(folder);
    await lock.release();
  });

  test('a trainer that was replaced while it was frozen learns it before it writes what counts', async () => {
    const folder = await temporaryFolder();
    const frozen = await acquireRunLock(folder);
    await frozen.assertOurs();
    // As another trainer does that has seen no beat for ten seconds.
    await leave(folder, content({ token: 'cd' }), 2);
    await expect(frozen.assertOurs()).rejects.toMatchObject({ code: 'busy' });
    expect(frozen.lost.aborted).toBe(true);
    await frozen.release();
    expect((await readHeartbeat(folder))?.generation).toBe(2);
  });

  test('a heartbeat from the future is dead as well', () => {
    const now = Date.now();
    const future = { ...content({ at: new Date(now + 2 * SILENCE).toISOString() }), generation: 1 };
    expect(isAlive(future, now)).toBe(false);
  });

  test('an announced start counts as alive, keeps other announcements out and lets its trainer in', async () => {
    const folder = await temporaryFolder();
    await announceStart(folder);
    expect(isAlive(await readHeartbeat(folder))).toBe(true);
    await expect(announceStart(folder)).rejects.toMatchObject({ code: 'busy' });
    const lock = await acquireRunLock(folder);
    expect(await readHeartbeat(folder)).toMatchObject({ starting: false, pid: process.pid });
    await lock.release();
  });

  test('a file that is not filled yet belongs to whoever made it', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'heartbeat.3'), '');
    expect(isAlive(await readHeartbeat(folder))).toBe(true);
    await expect(announceStart(folder)).rejects.toMatchObject({ code: 'busy' });
  });

  test('beats go on and carry the progress while the main thread computes', async () => {
    const folder = await temporaryFolder();
    const lock = await acquireRunLock(folder);
    lock.report({ stage: 'choose', fraction: 0.5 });
    const before = (await readHeartbeat(folder))!.at;
    const until = Date.now() + 2500;
    while (Date.now() < until) Math.sqrt(2);
    const after = (await readHeartbeat(folder))!;
    expect(after.at > before).toBe(true);
    expect(after).toMatchObject({ stage: 'choose', fraction: 0.5 });
    await lock.release();
  });

  test('a trainer that was frozen while another took over learns that it lost the run', async () => {
    const folder = await temporaryFolder();
    const frozen = await acquireRunLock(folder);
    await leave(folder, content({ token: 'other' }), 9);
    for (let waited = 0; waited < 50 && !frozen.lost.aborted; waited++) await sleep(100);
    expect(frozen.lost.aborted).toBe(true);
    await frozen.release();
    expect(await readHeartbeat(folder)).toMatchObject({ token: 'other', generation: 9 });
  });

  test('a request to stop stays until it is cleared', async () => {
    const folder = await temporaryFolder();
    expect(await stopRequested(folder)).toBe(false);
    await requestStop(folder);
    expect(await stopRequested(folder)).toBe(true);
    await clearStop(folder);
    await clearStop(folder);
    expect(await stopRequested(folder)).toBe(false);
  });
});
