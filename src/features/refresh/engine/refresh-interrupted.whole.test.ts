/** The weekly job that is killed, stopped, made to wait or out of disk goes on to the same result. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createEngine } from '../../engine';
import { acquireRunLock } from '../../../engine/machine/trainers/lock';
import type { Progress } from '../../../shared/contract/progress';
import type { RefreshProgress } from '../contract/refresh';
import { finalValue } from '../../../shared/values/final-value';
import { NO_SMALL_DISK, type SmallDisk, smallDisk } from '../../../../tests/support/small-disk';
import { trainersHere as launcher } from '../../../../tests/support/trainers-here';
import { triedOf } from '../../../../tests/support/tried';
import { at, copied, prepareRefreshes } from '../../../../tests/support/refreshing';

prepareRefreshes();

/** Gives the heartbeats of the copy the ID of an ended process, as after a kill; the original keeps running. */
function endProcesses(workspace: string): void {
  const { pid } = spawnSync(process.execPath, ['--version']);
  for (const file of readdirSync(workspace, { recursive: true, encoding: 'utf8' })) {
    if (!path.basename(file).startsWith('heartbeat.')) continue;
    const target = path.join(workspace, file);
    writeFileSync(target, JSON.stringify({ ...JSON.parse(readFileSync(target, 'utf8')), pid }));
  }
}

test(
  'killed at any step it leaves nothing incomplete, and the same request again gives the same result',
  { timeout: 180_000 },
  async () => {
    const { folder, refresh } = await copied();
    const copies = new Map<string, string>();
    const done = await refresh(
      {},
      {
        onProgress: ({ phase }) => {
          // A copy of the disk at this moment is what a killed program leaves.
          const copy = `${folder}-${phase}`;
          if (copies.has(phase)) return;
          cpSync(folder, copy, { recursive: true });
          endProcesses(copy);
          copies.set(phase, copy);
        },
      },
    );
    const steps = ['write', 'unit', 'again', 'export'];
    expect([...copies.keys()]).toEqual(expect.arrayContaining(steps));
    for (const step of triedOf(['unit'], ['write', 'again', 'export'])) {
      const { client, refresh: goOn, fileIsThere } = await copied(copies.get(step));
      expect(
        (await client.refresh.list()).map(({ state }) => state),
        step,
      ).toEqual(step === 'write' ? [] : ['begun']);
      expect(await fileIsThere(), step).toBe(false);
      const again = await goOn();
      const { file: _, ...written } = done.export!;
      const { dataset, run, compared } = done;
      expect(again, step).toMatchObject({
        state: 'exported',
        refreshId: done.refreshId,
        dataset,
        run,
        compared,
        export: written,
      });
      expect(await client.refresh.list(), step).toEqual([again]);
      expect(await client.runs.list(), step).toHaveLength(2);
    }
  },
);

test('stopped on request, it can continue', { tags: ['rare'], timeout: 60_000 }, async () => {
  const { client, refresh } = await copied();
  const stop = new AbortController();
  const stopped = refresh({}, { signal: stop.signal, onProgress: ({ phase }) => phase === 'checks' && stop.abort() });
  await expect(stopped).rejects.toMatchObject({ code: 'stopped' });
  expect(await client.refresh.list()).toMatchObject([{ state: 'begun', endedAt: null, run: { seed: 5 } }]);
  expect(await refresh()).toMatchObject({ state: 'exported' });
  expect(await client.refresh.list()).toHaveLength(1);
});

test(
  'of two at once, the second begins with the result of the first',
  { tags: ['rare'], timeout: 60_000 },
  async () => {
    const { folder, client, refresh } = await copied();
    const { client: other } = await createEngine({ workspaceFolder: folder, launcher });
    const request = { folder: at.months.fashionable, out: `${folder}-other.csv`, format: 'submission' } as const;
    const told = new Set<string>();
    const hear = ({ phase }: Progress): void => void told.add(phase);
    const both = await Promise.all([
      refresh({}, { onProgress: hear }),
      other.refresh.run(request).then((iterator) => finalValue(iterator, hear)),
    ]);
    const [first, second] = both.toSorted((left, right) => (left.startedAt < right.startedAt ? -1 : 1));
    expect(first!.from.data).toBe(at.base.data);
    expect(second!.from.data).toBe(first!.dataset!.fingerprint);
    expect(told).toContain('turn');
    const [one, two] = [first!.dataset!.events[0]!, second!.dataset!.events[0]!];
    expect(two.before).toBe(one.before + one.added);
    expect(one.added).toBeGreaterThan(0);
    // Neither folder has anything left to add.
    const known = async (): Promise<string[]> => (await client.datasets.list()).map(({ fingerprint }) => fingerprint);
    const before = await known();
    await refresh();
    await refresh({ folder: at.months.fashionable });
    expect(await known()).toEqual(before);
  },
);

test(
  'the run that it begins with is chosen when its turn comes, not when it was asked for',
  { tags: ['rare'], timeout: 60_000 },
  async () => {
    const { folder, client, refresh } = await copied();
    await fs.mkdir(path.join(folder, 'refreshes'), { recursive: true });
    const lock = await acquireRunLock(path.join(folder, 'refreshes'));
    const told: (RefreshProgress['base'] | null)[] = [];
    let waits = false;
    const ending = refresh(
      {},
      {
        onProgress({ phase, base: begins = null }) {
          told.push(begins);
          waits ||= phase === 'turn';
        },
      },
    );
    await vi.waitUntil(() => waits, { timeout: 60_000, interval: 20 });
    // Meanwhile the run gets another name, and an export puts it in use.
    await client.runs.mark({ runId: at.base.runId, revision: 0, name: 'Spring' });
    await client.runs.export({ runId: at.base.runId, out: `${folder}-first.csv`, format: 'submission' });
    await lock.release();
    expect(await ending).toMatchObject({ from: { runId: at.base.runId } });
    expect(told[0]).toBeNull();
    const begun = told.filter((one) => one !== null);
    expect(begun.length).toBeGreaterThan(0);
    for (const one of begun)
      expect(one).toMatchObject({
        run: { runId: at.base.runId, name: 'Spring' },
        why: 'exported',
        data: { pseudonyms: false },
      });
  },
);

test(
  'one that waits for another can be stopped, and has changed nothing',
  { tags: ['rare'], timeout: 60_000 },
  async () => {
    const { folder, client, refresh } = await copied();
    await fs.mkdir(path.join(folder, 'refreshes'), { recursive: true });
    const lock = await acquireRunLock(path.join(folder, 'refreshes'));
    const stop = new AbortController();
    const waiting = refresh({}, { signal: stop.signal, onProgress: ({ phase }) => phase === 'turn' && stop.abort() });
    await expect(waiting).rejects.toMatchObject({ code: 'stopped' });
    expect(await client.refresh.list()).toEqual([]);
    expect(await client.datasets.list()).toHaveLength(1);
    await lock.release();
    expect(await refresh()).toMatchObject({ state: 'exported' });
  },
);

describe.skipIf(NO_SMALL_DISK !== null)(`on a full disk${NO_SMALL_DISK === null ? '' : ` (${NO_SMALL_DISK})`}`, () => {
  let disk: SmallDisk;
  beforeAll(async () => {
    disk = await smallDisk(8 * 1024);
  });
  afterAll(() => disk.remove());

  test(
    'full from any step on, it reports that; with space again, the same request continues',
    { tags: ['rare'], timeout: 120_000 },
    async () => {
      const { client, refresh, fileIsThere } = await copied(at.base.folder, path.join(disk.folder, 'workspace'));
      for (const full of ['write', 'unit', 'export']) {
        const filled = refresh({}, { onProgress: ({ phase }) => phase === full && disk.fill() });
        await expect(filled, full).rejects.toMatchObject({ code: 'no-space' });
        expect(await fileIsThere(), full).toBe(false);
        await disk.clear();
        expect(await client.datasets.unreadable(), full).toEqual([]);
        expect(await client.runs.damaged(), full).toEqual([]);
      }
      expect(await refresh()).toMatchObject({ state: 'exported', dataset: { events: [{ added: 144 }] } });
    },
  );
});
