/** Wheels as setup fetches them: from the index that pip is configured to use, checked, and without pip. */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../support/finished-run';
import { writeZipOf } from '../support/zip-files';

interface Index {
  packageIndex(given: { environment: NodeJS.ProcessEnv; home: string; platform: string }): string;
}
interface Wheels {
  unpackWheel(wheel: object, folder: string, nameOf: (name: string) => string | null): Promise<void>;
}
const script = async (name: string): Promise<Index & Wheels> =>
  (await import(pathToFileURL(path.join(import.meta.dirname, '../../scripts/setup', name)).href)) as Index & Wheels;
const { packageIndex } = await script('package-index.mjs');
const { unpackWheel } = await script('wheel.mjs');

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('the package index', () => {
  const write = async (place: string, text: string): Promise<void> => {
    await fs.mkdir(path.dirname(path.join(folder, place)), { recursive: true });
    await fs.writeFile(path.join(folder, place), text);
  };
  const on = (platform: string, environment: NodeJS.ProcessEnv = {}): string =>
    packageIndex({
      home: folder,
      platform,
      environment: {
        XDG_CONFIG_DIRS: path.join(folder, 'shared'),
        PROGRAMDATA: path.join(folder, 'shared'),
        ...environment,
      },
    });

  it('is that of pip: the variable before the files, the user’s own file before the shared one', async () => {
    await write('shared/pip/pip.conf', '[global]\nindex-url = https://shared.example/simple\n');
    expect(on('linux')).toBe('https://shared.example/simple');
    await write(
      '.config/pip/pip.conf',
      '# mine\n[install]\nindex-url = https://wrong.example\n[global]\nindex_url=https://own.example/simple/\n',
    );
    expect(on('linux')).toBe('https://own.example/simple');
    expect(on('linux', { PIP_INDEX_URL: 'https://told.example/simple/' })).toBe('https://told.example/simple');
  });

  it('is read where Windows and macOS keep it', async () => {
    await write('AppData/Roaming/pip/pip.ini', '[global]\r\nindex-url = https://windows.example/simple\r\n');
    await write('Library/Application Support/pip/pip.conf', '[global]\nindex-url = https://mac.example/simple\n');
    expect(on('win32')).toBe('https://windows.example/simple');
    expect(on('darwin')).toBe('https://mac.example/simple');
  });
});

describe('a wheel', () => {
  const wheel = { name: 'a tool', project: 'tool', version: '1.0', file: 'tool-1.0-py3-none-any.whl', megabytes: 1 };
  let server: http.Server;
  let authorizations: (string | undefined)[];
  let isPageOfLinks: boolean;
  let bytes: Buffer;
  let pinned: object;

  beforeEach(async () => {
    const archive = path.join(folder, wheel.file);
    await writeZipOf(archive, { 'tool/bin': Buffer.from('#!'), 'tool/doc': Buffer.from('no') });
    bytes = await fs.readFile(archive);
    pinned = { ...wheel, sha256: createHash('sha256').update(bytes).digest('hex') };
    [authorizations, isPageOfLinks] = [[], false];
    server = http.createServer((request, response) => {
      authorizations.push(request.headers.authorization);
      const url = `../../files/${wheel.file}#sha256=0`;
      if (request.url !== '/simple/tool/') return void response.end(bytes);
      const page = `<html><a href="${url}">${wheel.file}</a></html>`;
      response.end(isPageOfLinks ? page : JSON.stringify({ files: [{ filename: wheel.file, url }] }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    vi.stubEnv('PIP_INDEX_URL', `http://me:secret@127.0.0.1:${(server.address() as AddressInfo).port}/simple`);
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const unpack = (): Promise<void> =>
    unpackWheel(pinned, path.join(folder, 'tool'), (name) => (name === 'tool/bin' ? 'bin' : null));

  it.each([false, true])(
    'comes with the name and the password of the index, and what is wanted of it (%s)',
    async (links) => {
      isPageOfLinks = links;
      await unpack();
      expect(await fs.readdir(path.join(folder, 'tool'))).toEqual(['bin']);
      expect(authorizations).toEqual(Array(2).fill(`Basic ${Buffer.from('me:secret').toString('base64')}`));
    },
  );

  it('of other bytes is refused and deleted', async () => {
    bytes = Buffer.concat([bytes, Buffer.from('!')]);
    await expect(unpack()).rejects.toThrow('is not the file that this version of Shelfwise was tested with');
    expect(await fs.readdir(folder)).toEqual([wheel.file]);
  });

  it('that the index does not have, or cannot give, is a sentence without the password', async () => {
    const failure = (): Promise<string> => unpack().then(String, (thrown: Error) => thrown.message);
    pinned = { ...pinned, file: 'tool-2.0-py3-none-any.whl' };
    expect(await failure()).toMatch(/^a tool is not there: 127\.0\.0\.1:\d+ has no tool-2\.0/);
    vi.stubEnv('PIP_INDEX_URL', 'http://me:secret@127.0.0.1:1/simple');
    expect(await failure()).toMatch(/^a tool is not there: 127\.0\.0\.1:1 cannot be reached/);
    expect(await failure()).not.toContain('secret');
  });
});
