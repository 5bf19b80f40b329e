import { writeFileSync } from 'node:fs';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { NO_PROCESS } from '../../../../tests/support/no-process';
import { hostIdentity } from '../../storage/processes';
import { heartbeatFile, type HeartbeatContent } from './heartbeat';
import { acquireRunLock, announceStart, clearStop, requestStop, stopRequested } from './lock';
import { readHeartbeat } from './heartbeat';
import { isAtWork } from './signs-of-life';

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

const DAY = 24 * 60 * 60 * 1000;

describe('the lock of a run', () => {
  test('refuses a second trainer while the first one lives, and admits it after a release', async () => {
    const folder = await temporaryFolder();
    const first = await acquireRunLock(folder);
    await expect(acquireRunLock(folder)).rejects.toMatchObject({ code: 'busy' });
    await first.release();
    const second = await acquireRunLock(folder);
    await second.release();
    expect(await readdir(folder)).toEqual([]);
  });

  test('goes to exactly one of ten that try at once', async () => {
    const folder = await temporaryFolder();
    await leave(folder, content({ at: longAgo, pid: NO_PROCESS }));
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => acquireRunLock(folder)));
    const locks = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(locks).toHaveLength(1);
    await locks[0]!.release();
  });

  test('passes on if the process of a fresh heartbeat is gone', async () => {
    const folder = await temporaryFolder();
    await leave(folder, content({ pid: NO_PROCESS }), 7);
    expect(await isAtWork(folder)).toBe(false);
    const lock = await acquireRunLock(folder);
    expect((await readHeartbeat(folder))?.generation).toBe(8);
    await lock.release();
  });

  test('respects a fresh heartbeat of another machine, whatever its process ID', async () => {
    const folder = await temporaryFolder();
    await leave(folder, content({ pid: NO_PROCESS, host: 'elsewhere' }));
    await expect(acquireRunLock(folder)).rejects.toMatchObject({ code: 'busy' });
  });

  test('ignores a living process ID if the trainer is silent: IDs are reused', { tags: ['thorough'] }, async () => {
    const folder = await temporaryFolder();
    await leave(folder, content({ at: longAgo }));
    expect(await isAtWork(folder)).toBe(false);
    const lock = await acquireRunLock(folder);
    await lock.release();
  });

  test('tells a trainer that was replaced while frozen before it writes anything that counts', async () => {
    const folder = await temporaryFolder();
    const frozen = await acquireRunLock(folder);
    await frozen.assertOurs();
    // Another trainer takes over after ten seconds without a beat.
    await leave(folder, content({ token: 'cd' }), 2);
    await expect(frozen.assertOurs()).rejects.toMatchObject({ code: 'busy' });
    expect(frozen.lost.aborted).toBe(true);
    await frozen.release();
    expect((await readHeartbeat(folder))?.generation).toBe(2);
  });

  test('takes a trainer whose clock is a day off for alive as long as it writes, and for dead after that', async () => {
    for (const offset of [-DAY, DAY]) {
      const folder = await temporaryFolder();
      const beat = (count: number): HeartbeatContent =>
        content({ host: 'elsewhere', pid: NO_PROCESS, at: new Date(Date.now() + offset + count).toISOString() });
      await leave(folder, beat(0));
      let beats = 0;
      // In place and of constant length, as a trainer beats: a file that is emptied first could be read in between.
      const timer = setInterval(
        () => writeFileSync(heartbeatFile(folder, 1), JSON.stringify(beat(++beats)), { flag: 'r+' }),
        50,
      );
      try {
        expect(await isAtWork(folder)).toBe(true);
        await expect(acquireRunLock(folder)).rejects.toMatchObject({ code: 'busy' });
      } finally {
        clearInterval(timer);
      }
    }
  });

  test(
    'takes a local trainer whose clock was set back for dead once it is silent, whatever its last date',
    { tags: ['thorough', 'rare'] },
    async () => {
      const folder = await temporaryFolder();
      await leave(folder, content({ at: new Date(Date.now() + DAY).toISOString() }));
      expect(await isAtWork(folder)).toBe(false);
      const lock = await acquireRunLock(folder);
      await lock.release();
    },
  );

  test('takes a start for dead at once if its announcer is gone, or if it is dated in the future', async () => {
    for (const changes of [{ pid: NO_PROCESS }, { at: new Date(Date.now() + DAY) }]) {
      const folder = await temporaryFolder();
      await leave(folder, content({ starting: true, ...changes, at: (changes.at ?? new Date()).toISOString() }));
      if (changes.at !== undefined) await utimes(heartbeatFile(folder, 1), changes.at, changes.at);
      expect(await isAtWork(folder)).toBe(false);
      await announceStart(folder);
    }
  });

  test('accepts a start announced by a machine whose clock is a day off, by the time of the disk', async () => {
    const folder = await temporaryFolder();
    await leave(folder, content({ starting: true, host: 'elsewhere', at: new Date(Date.now() - DAY).toISOString() }));
    expect(await isAtWork(folder)).toBe(true);
    await expect(announceStart(folder)).rejects.toMatchObject({ code: 'busy' });
  });

  test('takes an announced start for alive, keeps other announcements out and lets its trainer in', async () => {
    const folder = await temporaryFolder();
    await announceStart(folder);
    expect(await isAtWork(folder)).toBe(true);
    await expect(announceStart(folder)).rejects.toMatchObject({ code: 'busy' });
    const lock = await acquireRunLock(folder);
    expect(await readHeartbeat(folder)).toMatchObject({ starting: false, pid: process.pid });
    await lock.release();
  });

  test('belongs to the maker of a file that is not filled yet', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'heartbeat.3'), '');
    expect(await isAtWork(folder)).toBe(true);
    await expect(announceStart(folder)).rejects.toMatchObject({ code: 'busy' });
  });

  test('does not take an unfilled file for an announcement that may be taken over', async () => {
    const folder = await temporaryFolder();
    await writeFile(heartbeatFile(folder, 1), '');
    await expect(acquireRunLock(folder)).rejects.toMatchObject({ code: 'busy' });
    expect(await readdir(folder)).toEqual(['heartbeat.1']);
    // Its maker was killed before filling it.
    const then = new Date(longAgo);
    await utimes(heartbeatFile(folder, 1), then, then);
    await (await acquireRunLock(folder)).release();
  });

  test('beats and carries the progress while the main thread computes', { tags: ['thorough'] }, async () => {
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

  test('tells a frozen trainer that it lost the run to another', async () => {
    const folder = await temporaryFolder();
    const frozen = await acquireRunLock(folder);
    await leave(folder, content({ token: 'other' }), 9);
    for (let waited = 0; waited < 50 && !frozen.lost.aborted; waited++) await sleep(100);
    expect(frozen.lost.aborted).toBe(true);
    await frozen.release();
    expect(await readHeartbeat(folder)).toMatchObject({ token: 'other', generation: 9 });
  });

  test('keeps a request to stop until it is cleared', async () => {
    const folder = await temporaryFolder();
    expect(await stopRequested(folder)).toBe(false);
    await requestStop(folder);
    expect(await stopRequested(folder)).toBe(true);
    await clearStop(folder);
    await clearStop(folder);
    expect(await stopRequested(folder)).toBe(false);
  });
});
