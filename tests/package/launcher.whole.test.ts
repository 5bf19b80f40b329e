/** The command of an installed Shelfwise, as each system starts it: build/launchers. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const LAUNCHERS = path.join(import.meta.dirname, '../../build/launchers');

let folder: string;
beforeEach(() => (folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'shelfwise launcher ')))));
afterEach(() => fs.rmSync(folder, { recursive: true }));

/** resources/ with a Node that prints what it is asked. */
function layResources(): string {
  const resources = path.join(folder, 'usr/lib/shelfwise/resources');
  fs.mkdirSync(path.join(resources, 'bin'), { recursive: true });
  const text = fs
    .readFileSync(path.join(LAUNCHERS, 'shelfwise'), 'utf8')
    .replace('@WINDOW@', '$resources/../shelfwise');
  fs.writeFileSync(path.join(resources, 'bin/shelfwise'), text, { mode: 0o755 });
  const node = '#!/bin/sh\nprintf "%s\\n" "$SHELFWISE_WINDOW" "$@"\nexit 6\n';
  fs.writeFileSync(path.join(resources, 'node'), node, { mode: 0o755 });
  return resources;
}

it.skipIf(process.platform === 'win32')(
  'finds its Node, its engine and its window through links, passes on words and status',
  () => {
    const resources = layResources();
    fs.mkdirSync(path.join(folder, 'usr/bin'));
    fs.symlinkSync('../lib/shelfwise/resources/bin/shelfwise', path.join(folder, 'usr/bin/shelfwise'));
    fs.symlinkSync('usr/bin/shelfwise', path.join(folder, 'AppRun'));
    for (const started of ['AppRun', 'usr/bin/shelfwise', 'usr/lib/shelfwise/resources/bin/shelfwise']) {
      const words = ['train', '--name', 'two  words'];
      const { status, stdout } = spawnSync(path.join(folder, started), words, { encoding: 'utf8', cwd: os.tmpdir() });
      const cli = path.join(resources, 'engine/out/main/cli.js');
      expect(stdout.split('\n').slice(0, -1)).toEqual([`${resources}/../shelfwise`, cli, ...words]);
      expect(status).toBe(6);
    }
  },
);

it('is laid with the window of each system, and with none where there is none', async () => {
  const { windowLine } = (await import(
    pathToFileURL(path.join(import.meta.dirname, '../../scripts/package/lay-folder.mjs')).href
  )) as { windowLine(platform: string, electron: { version: string | null; names: object }): string };
  const electron = { version: '45.4.1', names: { name: 'shelfwise', productName: 'Shelfwise' } };
  expect(windowLine('linux', electron)).toBe('$resources/../shelfwise');
  expect(windowLine('darwin', electron)).toBe('$resources/../MacOS/Shelfwise');
  expect(windowLine('win32', electron)).toBe('%~dp0..\\..\\Shelfwise.exe');
  expect(windowLine('win32', { ...electron, version: null })).toBe('none');
});
