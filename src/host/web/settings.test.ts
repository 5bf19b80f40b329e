import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { settingsFile } from './settings';

let folder: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-settings-'));
});
afterEach(() => fs.rm(folder, { recursive: true }));

const written = (): Promise<string> => fs.readFile(path.join(folder, 'settings.json'), 'utf8');

it('settings of another version of the program stay', async () => {
  const file = path.join(folder, 'settings.json');
  await fs.writeFile(file, JSON.stringify({ recentFolders: [], colour: 'red' }));
  await settingsFile(folder).remember('/somewhere');
  expect(JSON.parse(await written())).toMatchObject({ colour: 'red', recentFolders: [{ folder: '/somewhere' }] });
});

it('settings of a newer version are not replaced, damaged ones are', async () => {
  const file = path.join(folder, 'settings.json');
  const newer = JSON.stringify({ formatVersion: 2, recentFolders: { of: 'another form' } });
  await fs.writeFile(file, newer);
  const settings = settingsFile(folder);
  await settings.remember('/somewhere');
  expect(await written()).toBe(newer);
  expect(await settings.recentFolders()).toEqual([]);
  await fs.writeFile(file, '{');
  await settings.remember('/somewhere');
  expect(await settings.recentFolders()).toMatchObject([{ folder: '/somewhere' }]);
});

it('settings written by pages of several programs at once are all kept', async () => {
  const folders = Array.from({ length: 6 }, (_, at) => `/somewhere/${at}`);
  await Promise.all(folders.map((one) => settingsFile(folder).remember(one)));
  const kept = await settingsFile(folder).recentFolders();
  expect(kept.map((one) => one.folder).toSorted()).toEqual(folders);
});
