/** Pages that come and go: they see each other's changes, and training continues without them. */
import { mkdtemp, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/shared/contract/dataset';
import { completeRecipe } from '../../src/shared/recipe/schema';
import { makeSmallFolder, type SmallFolder } from '../support/small-folder';
import { page, type PageClient, startWeb, type WebProcess } from '../support/web-process';

const ENDLESS = completeRecipe({ 'stopping.rule': 'fixed', 'stopping.epochs': 10_000, 'structure.width': 16 });

let folder: string;
let small: SmallFolder;
let web: WebProcess;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-web-'));
  small = await makeSmallFolder({ profiles: 20, items: 80, eventsPerProfile: 10 });
  web = await startWeb(folder);
});
afterEach(async () => {
  web.process.kill('SIGINT');
  await web.ended;
  await small.remove();
  await rm(folder, { recursive: true, force: true });
});

async function importSmall(client: PageClient): Promise<Dataset> {
  const progress = await client.datasets.import({ folder: small.folder });
  for (;;) {
    const step = await progress.next();
    if (step.done === true) return step.value;
  }
}

async function startEndless(client: PageClient): Promise<string> {
  const { fingerprint } = await importSmall(client);
  const { runId } = await client.runs.start({ data: fingerprint, recipe: ENDLESS, seed: 1 });
  // Running, not only announced.
  for await (const { epoch } of await client.runs.watch({ runId })) if (epoch !== null && epoch.epoch >= 2) break;
  return runId;
}

describe('two pages', () => {
  it('see what the other changes', { tags: ['rare'] }, async () => {
    const [one, other] = [page(web), page(web)];
    const changes = await other.client.workspace.watch();
    const next = changes.next();
    const dataset = await importSmall(one.client);
    expect(await next).toMatchObject({ done: false, value: { kind: 'datasets' } });
    expect((await other.client.datasets.list()).map(({ fingerprint }) => fingerprint)).toEqual([dataset.fingerprint]);
    await changes.return?.();
    one.socket.close();
    other.socket.close();
  });
});

describe('a page reloaded while a run trains', () => {
  it('finds it running, and can stop it', async () => {
    const before = page(web);
    const runId = await startEndless(before.client);
    before.socket.terminate();
    const after = page(web);
    expect(await after.client.runs.get({ runId })).toMatchObject({ status: 'running' });
    const watch = await after.client.runs.watch({ runId });
    const first = await watch.next();
    const seen = first.done === true ? 0 : first.value.epoch!.epoch;
    for (;;) {
      const step = await watch.next();
      expect(step.done).not.toBe(true);
      if (step.done !== true && (step.value.epoch?.epoch ?? 0) > seen) break;
    }
    await watch.return?.(undefined as never);
    expect(await after.client.runs.stop({ runId })).toMatchObject({ status: 'stopped' });
    after.socket.close();
  });
});

describe('the host', () => {
  it('stops its runs in order on Ctrl-C', { tags: ['rare'] }, async () => {
    const { client, socket } = page(web);
    const runId = await startEndless(client);
    web.process.kill('SIGINT');
    expect(await web.ended).toMatchObject({ status: 0, err: expect.stringContaining('Stopping the training') });
    socket.close();
    web = await startWeb(folder);
    const again = page(web);
    expect(await again.client.runs.get({ runId })).toMatchObject({ status: 'stopped' });
    again.socket.close();
  });

  it('that is killed leaves its run running, for the next one to find', { tags: ['rare'] }, async () => {
    const { client } = page(web);
    const runId = await startEndless(client);
    web.process.kill('SIGKILL');
    await web.ended;
    web = await startWeb(folder);
    const again = page(web);
    expect(await again.client.runs.get({ runId })).toMatchObject({ status: 'running' });
    expect(await again.client.runs.stop({ runId })).toMatchObject({ status: 'stopped' });
    again.socket.close();
  });
});

describe('the shell of a page', () => {
  it('looks into folders and remembers them', async () => {
    const { client, socket } = page(web);
    const { host, page: folders } = client.shell;
    const listing = await folders.listFolder({ folder: small.folder, files: ['csv'] });
    expect(listing.entries.map(({ name }) => name)).toContain('history_data.csv');
    expect((await folders.listFolder({ folder: small.folder })).entries).toEqual([]);
    await expect(folders.listFolder({ folder: path.join(folder, 'gone') })).rejects.toMatchObject({
      data: { code: 'not-found' },
    });
    await host.addRecentFolder({ folder: small.folder });
    expect(await host.recentFolders()).toEqual([{ folder: small.folder, openedAt: expect.any(String), exists: true }]);
    await host.removeRecentFolder({ folder: small.folder });
    expect(await host.recentFolders()).toEqual([]);
    expect(await host.pathState({ path: small.folder })).toMatchObject({ kind: 'folder' });
    expect(await host.describe()).toMatchObject({ workspace: folder, logFile: null });
    socket.close();
  });

  it('refuses what only Electron offers, and a path of any length', async () => {
    const { client, socket } = page(web);
    const { host, user, desktop } = client.shell;
    await expect(user.pickFolder({ purpose: 'data' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(desktop.showInFolder({ path: folder })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(host.pathState({ path: 'a'.repeat(5000) })).rejects.toMatchObject({ data: { code: 'usage' } });
    socket.close();
  });
});
