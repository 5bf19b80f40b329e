import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { applicationDataFolder, defaultWorkspaceFolder } from './application-data';
import { childEnvironment } from './child-environment';
import { pathState, withExistence } from './path-state';

afterEach(() => vi.unstubAllEnvs());

test("the workspace is in each system's folder for application data, unless the environment names one", () => {
  expect(applicationDataFolder({ XDG_DATA_HOME: '/data' }, 'linux')).toBe(path.join('/data', 'shelfwise'));
  expect(applicationDataFolder({}, 'linux')).toBe(path.join(os.homedir(), '.local', 'share', 'shelfwise'));
  expect(applicationDataFolder({ LOCALAPPDATA: '/local' }, 'win32')).toBe(path.join('/local', 'Shelfwise'));
  expect(applicationDataFolder({}, 'darwin')).toContain(path.join('Application Support', 'Shelfwise'));
  expect(defaultWorkspaceFolder({ SHELFWISE_WORKSPACE: '/there' })).toBe('/there');
  expect(defaultWorkspaceFolder({ SHELFWISE_WORKSPACE: '', XDG_DATA_HOME: '/data' }, 'linux')).toBe(
    path.join('/data', 'shelfwise'),
  );
});

test.each(['', '.', 'data', './data'])('%j is ignored as a folder for application data', (named) => {
  const home = path.join(os.homedir(), '.local', 'share', 'shelfwise');
  expect(applicationDataFolder({ XDG_DATA_HOME: named }, 'linux')).toBe(home);
  expect(applicationDataFolder({ LOCALAPPDATA: named }, 'win32')).toBe(
    path.join(os.homedir(), 'AppData', 'Local', 'Shelfwise'),
  );
});

test('a child inherits the environment with the given changes', () => {
  vi.stubEnv('SHELFWISE_KEPT', 'kept');
  vi.stubEnv('SHELFWISE_CHANGED', 'before');
  vi.stubEnv('SHELFWISE_REMOVED', 'there');
  const environment = childEnvironment({ SHELFWISE_CHANGED: 'after', SHELFWISE_REMOVED: null });
  expect(environment).toMatchObject({ SHELFWISE_KEPT: 'kept', SHELFWISE_CHANGED: 'after' });
  expect(environment).not.toHaveProperty('SHELFWISE_REMOVED');
  expect(process.env['SHELFWISE_REMOVED']).toBe('there');
});

test('a path is a folder, a file or missing, and a link counts as its target', async () => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-node-'));
  try {
    const file = path.join(folder, 'file');
    await fs.writeFile(file, '');
    await fs.symlink(folder, path.join(folder, 'link'), 'junction');
    expect(await pathState(file)).toEqual({ path: file, kind: 'file' });
    expect(await pathState(path.join(folder, 'link'))).toMatchObject({ kind: 'folder' });
    const openedAt = '2026-11-25T00:00:00.000Z';
    expect(await withExistence([folder, path.join(folder, 'gone')].map((one) => ({ folder: one, openedAt })))).toEqual([
      { folder, openedAt, exists: true },
      { folder: path.join(folder, 'gone'), openedAt, exists: false },
    ]);
  } finally {
    await fs.rm(folder, { recursive: true });
  }
});
