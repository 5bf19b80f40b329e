import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ShelfwiseError, systemCodeOf, toShelfwiseError } from './errors';

let folder: string;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-errors-'));
  await fs.symlink('loop', path.join(folder, 'loop'));
});
afterAll(() => fs.rm(folder, { recursive: true }));

const failureOf = async (name: string): Promise<unknown> =>
  toShelfwiseError(await fs.readFile(path.join(folder, name)).catch((thrown: unknown) => thrown));

test.each([
  ['a link to itself', 'loop', 'bad-data', /loop: it is a link that leads back to itself/],
  ['a name of 300 letters', 'n'.repeat(300), 'usage', /the name is longer than this system allows/],
  ['a folder', '.', 'usage', /it is a folder/],
  ['a byte of zero', 'a\0b', 'usage', /contains a null byte/],
  ['nothing', 'nothing', 'not-found', /nothing/],
] as const)(
  'the error %s of the system is explained in words, and is no bug of the program',
  async (_, name, code, message) => {
    const failure = await failureOf(name);
    expect(failure).toMatchObject({ code });
    expect((failure as Error).message).toMatch(message);
  },
);

test('a wrong argument that is not a path is a bug of the program', async () => {
  const thrown = await Promise.resolve()
    .then(() => Buffer.alloc(1).toString('no-encoding' as never))
    .catch((error: unknown) => error);
  expect(toShelfwiseError(thrown).code).toBe('internal');
});

test('only errors of the system or of Node have a system code', () => {
  expect(systemCodeOf(Object.assign(new Error('none'), { code: 'ENOENT' }))).toBe('ENOENT');
  for (const other of [new ShelfwiseError('busy', 'busy'), new Error('none'), { code: 'ENOENT' }, null])
    expect(systemCodeOf(other)).toBeNull();
});
