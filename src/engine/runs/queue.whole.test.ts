/** Runs that wait for their turn are stored in the workspace, so that they outlive the program that added them. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createEngine } from '../../features/engine';
import { acquireRunLock } from '../machine/trainers/lock';
import { listQueue, startNext } from './queue';
import { createRun } from './store';
import { writeFile } from '../storage/files';
import { runFolder } from '../storage/workspace';
import { presetRecipe } from '../../shared/recipe/presets';
import { importDistinctive, launcher } from '../../../tests/support/trained-run';

const recipe = presetRecipe('popularity');

async function waiting(names: string[]) {
  const { workspace, dataset } = await importDistinctive();
  const engine = await createEngine({ workspaceFolder: workspace.folder, launcher });
  for (const name of names)
    await engine.client.queue.add({ data: dataset.fingerprint.slice(0, 8), recipe, seed: 1, name });
  return { workspace, dataset, ...engine };
}

const namesOf = (entries: { name?: string | undefined }[]) => entries.map(({ name }) => name);

test('wait in the order of arrival, are moved and removed', async () => {
  const { client, dataset } = await waiting(['a', 'b', 'c']);
  const [a, b, c] = await client.queue.list();
  expect(a).toMatchObject({ name: 'a', data: dataset.fingerprint, datasetName: dataset.name, problem: null });
  expect(namesOf(await client.queue.move({ id: c!.id, before: a!.id }))).toEqual(['c', 'a', 'b']);
  expect(namesOf(await client.queue.move({ id: c!.id, before: null }))).toEqual(['a', 'b', 'c']);
  await client.queue.remove({ id: b!.id });
  expect(namesOf(await client.queue.list())).toEqual(['a', 'c']);
  await expect(client.queue.remove({ id: b!.id })).rejects.toMatchObject({ code: 'not-found' });
  await expect(client.queue.move({ id: a!.id, before: b!.id })).rejects.toMatchObject({ code: 'not-found' });
});

test('a host that keeps running starts them one after the other, also those that an earlier host accepted', async () => {
  const { client: earlier, workspace } = await waiting(['first', 'second']);
  const host = await createEngine({ workspaceFolder: workspace.folder, launcher, startsQueued: true });
  const trained = async () => (await earlier.runs.list()).filter(({ status }) => status === 'finished');
  while ((await trained()).length < 2) {
    expect((await earlier.runs.list()).filter(({ status }) => status === 'running').length).toBeLessThan(2);
    await sleep(50);
  }
  await host.close();
  const [second, first] = await earlier.runs.list();
  expect([first!.name, second!.name]).toEqual(['first', 'second']);
  expect(second!.createdAt > first!.finishedAt!).toBe(true);
  expect(await earlier.queue.list()).toEqual([]);
});

test('wait for any training in the workspace, by any program; one of two programs starts the next', async () => {
  const { client, workspace, dataset } = await waiting(['only']);
  const other = await createRun(workspace, { dataset, recipe, seed: 2 });
  const lock = await acquireRunLock(runFolder(workspace, other.runId));
  expect(await client.queue.next()).toEqual({ started: null, running: other.runId, waiting: 1 });
  await lock.release();
  const { client: second } = await createEngine({ workspaceFolder: workspace.folder, launcher });
  const steps = await Promise.all([client.queue.next(), second.queue.next(), client.queue.next()]);
  expect(steps.filter(({ started }) => started !== null)).toHaveLength(1);
});

test('one that cannot be started says why and does not block the others; moved, it tries again', async () => {
  const { client, dataset } = await waiting(['gone', 'fine']);
  const [gone] = await client.queue.list();
  await client.workspace.delete({ id: dataset.fingerprint });
  expect(await client.queue.next()).toEqual({ started: null, running: null, waiting: 1 });
  expect((await client.queue.list())[0]!.problem?.message).toContain('There is no data set');
  const moved = await client.queue.move({ id: gone!.id, before: null });
  expect(moved.map(({ name, problem }) => [name, problem])).toEqual([
    ['fine', null],
    ['gone', null],
  ]);
});

test('a start that failed is retried after it was observed for long enough, whatever its date', async () => {
  const { workspace } = await waiting(['killed', 'by a newer version']);
  const file = path.join(workspace.queue, 'queue.json');
  const queue = JSON.parse(await fs.readFile(file, 'utf8'));
  const entries: { name: string; startingAt: string | null; recipe: object }[] = Object.values(queue.entries);
  for (const entry of entries)
    if (entry.name === 'killed') entry.startingAt = '2090-01-01T00:00:00.000Z';
    else Object.assign(entry.recipe, { 'loss.unheard': 1 });
  queue.revision++;
  await writeFile(file, JSON.stringify(queue));
  const started: (string | undefined)[] = [];
  const next = () =>
    startNext(workspace, async ({ name }) => {
      started.push(name);
      return 'r1';
    });
  expect(await next()).toMatchObject({ started: null, waiting: 2 });
  const now = performance.now();
  onTestFinished(() => void vi.restoreAllMocks());
  vi.spyOn(performance, 'now').mockReturnValue(now + 31_000);
  expect(await next()).toMatchObject({ started: 'r1', waiting: 1 });
  expect(await next()).toMatchObject({ started: null, waiting: 0 });
  expect(started).toEqual(['killed']);
  expect(await listQueue(workspace)).toMatchObject([
    { name: 'by a newer version', problem: { message: expect.stringContaining('newer version of Shelfwise') } },
  ]);
});
