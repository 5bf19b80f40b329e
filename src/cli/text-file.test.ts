import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTextFile } from './text-file';

let folder: string;
beforeEach(async () => (folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-text-'))));
afterEach(() => fs.rm(folder, { recursive: true }));

const read = (file: string): Promise<string> => readTextFile(file, 'token', 'the token, in one line');

test('reads a file unchanged', async () => {
  const file = path.join(folder, 'token');
  await fs.writeFile(file, 'abc 책');
  expect(await read(file)).toBe('abc 책');
});

test('refuses, by name and before opening it, what is no file or never ends', async () => {
  const refusal = { code: 'usage', message: expect.stringContaining(`The token file ${folder}`) };
  await expect(read(folder)).rejects.toMatchObject(refusal);
  const large = path.join(folder, 'large');
  await fs.writeFile(large, '');
  await fs.truncate(large, 3 * (1 << 30));
  await expect(read(large)).rejects.toThrow('larger than 16 MB. Name a file that holds the token, in one line');
  await expect(read(path.join(folder, 'gone'))).rejects.toMatchObject({ code: 'not-found' });
  if (process.platform === 'win32') return;
  const pipe = path.join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  await expect(read(pipe)).rejects.toMatchObject(refusal);
  await expect(read('/dev/zero')).rejects.toMatchObject({ code: 'usage' });
});
