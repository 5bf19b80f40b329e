import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/support/finished-run';
import { hashAnew, hashOnce } from './known-hashes';
import { sha256 } from './read-files';

const OLD = new Date('2026-01-02T03:04:05Z');

async function fileOf(content: string): Promise<string> {
  const file = path.join(await temporaryFolder(), 'file');
  await fs.writeFile(file, content);
  return file;
}

test('a file that was just written is read at each look, since the next write may have the same date', async () => {
  const file = await fileOf('first');
  expect(await hashOnce(file)).toBe(sha256('first'));
  await fs.writeFile(file, 'other');
  expect(await hashOnce(file)).toBe(sha256('other'));
});

test('a file with the size and date of another is read at the first look', async () => {
  const [one, other] = [await fileOf('first'), await fileOf('other')];
  for (const file of [one, other]) await fs.utimes(file, OLD, OLD);
  expect(await hashOnce(one)).toBe(sha256('first'));
  expect(await hashOnce(other)).toBe(sha256('other'));
});

test('a file that is gone has no hash, at the first look and after', async () => {
  const file = await fileOf('first');
  expect(await hashOnce(file)).toBe(sha256('first'));
  await fs.rm(file);
  expect(await hashOnce(file)).toBeNull();
  expect(await hashAnew(file)).toBeNull();
});
