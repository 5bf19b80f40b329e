import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryWorkspace } from '../../../../tests/support/finished-run';
import type { Refresh } from '../contract/refresh';
import { MOST_REFRESHES } from '../contract/limits';
import { keepRefresh, listRefreshes, refreshIdOf } from './kept-refreshes';

const refresh = (changes: Partial<Refresh> = {}): Refresh => ({
  refreshId: refreshIdOf('rone', 'two'),
  state: 'begun',
  reason: null,
  startedAt: '2026-04-06T04:00:00.000Z',
  endedAt: null,
  from: { runId: 'rone', data: 'one' },
  folder: '/theirs/april',
  dataset: null,
  run: null,
  compared: null,
  lastExports: [],
  checks: null,
  export: null,
  ...changes,
});

it('keeps one note of a refresh however often it is requested, and the fields of a newer version', async () => {
  const workspace = await temporaryWorkspace();
  await keepRefresh(workspace, refresh());
  const file = path.join(workspace.refreshes, 'refreshes.json');
  const written = JSON.parse(await fs.readFile(file, 'utf8'));
  const { refreshId } = refresh();
  written.refreshes[refreshId].later = { tested: true };
  written.revision++;
  await fs.writeFile(file, JSON.stringify(written));
  const ended = { endedAt: '2026-04-07T05:00:00.000Z', startedAt: '2026-04-07T04:00:00.000Z' };
  const done = await keepRefresh(workspace, refresh({ state: 'exported', ...ended }));
  expect(await listRefreshes(workspace)).toEqual([refresh({ state: 'exported', endedAt: ended.endedAt })]);
  expect(JSON.parse(await fs.readFile(file, 'utf8')).refreshes[refreshId].later).toEqual({ tested: true });
  // A later attempt that does not end takes nothing back.
  expect(
    await keepRefresh(workspace, refresh({ state: 'failed', startedAt: '2026-04-08T04:00:00.000Z' })),
  ).toMatchObject({ state: done.state });
});

it('leaves a file alone if a newer version noted a state that this one does not know', async () => {
  const workspace = await temporaryWorkspace();
  await keepRefresh(workspace, refresh());
  const file = path.join(workspace.refreshes, 'refreshes.json');
  const newer = (await fs.readFile(file, 'utf8')).replace('"begun"', '"postponed"');
  await fs.writeFile(file, newer);
  await expect(listRefreshes(workspace)).rejects.toMatchObject({ code: 'newer-version' });
  await expect(keepRefresh(workspace, refresh())).rejects.toMatchObject({ code: 'newer-version' });
  expect(await fs.readFile(file, 'utf8')).toBe(newer);
});

it('keeps the latest ones', async () => {
  const workspace = await temporaryWorkspace();
  const all = Array.from({ length: MOST_REFRESHES }, (_, at) =>
    refresh({ refreshId: `f${at}`, startedAt: new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString() }),
  );
  await fs.mkdir(workspace.refreshes);
  const content = { revision: 1, refreshes: Object.fromEntries(all.map((one) => [one.refreshId, one])) };
  await fs.writeFile(path.join(workspace.refreshes, 'refreshes.json'), JSON.stringify(content));
  await keepRefresh(workspace, refresh());
  const kept = await listRefreshes(workspace);
  expect(kept).toHaveLength(MOST_REFRESHES);
  expect(kept.map(({ refreshId }) => refreshId)).not.toContain('f0');
  expect(kept[0]!.refreshId).toBe(refresh().refreshId);
});
