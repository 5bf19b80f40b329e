import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../../tests/support/finished-run';
import { NO_SMALL_DISK, smallDisk, type SmallDisk } from '../../../tests/support/small-disk';
import { closeLikeParent } from './access';
import { appendLine, appendLineAtOnce } from './append';
import { makeFolder, makeFolderNamedBy, openWriter, writeFile, writeFileWith, writeNewFile } from './files';

vi.mock('./access', { spy: true });

describe('making a folder', () => {
  test('creates missing parents, tolerates several at once, and accepts an existing folder', async () => {
    const folder = path.join(await temporaryFolder(), 'a', 'b', 'c');
    await Promise.all([makeFolder(folder), makeFolder(folder), makeFolder(path.join(folder, 'd'))]);
    await makeFolder(folder);
    expect(await fs.readdir(folder)).toEqual(['d']);
  });

  test('in the place of a file, or below one, says that it is a file', async () => {
    const file = path.join(await temporaryFolder(), 'x');
    await fs.writeFile(file, '');
    for (const folder of [file, path.join(file, 'below', 'it')])
      await expect(makeFolder(folder)).rejects.toMatchObject({
        code: 'usage',
        message: `${file} is a file, and a folder is needed there. Choose another folder.`,
      });
  });

  test.skipIf(process.platform !== 'linux')('ends where the system cannot create folders', async () => {
    await expect(makeFolder('/proc/shelfwise/runs')).rejects.toMatchObject({ code: 'no-permission' });
  });
});

describe('writing a file', () => {
  test('replaces the old one as a whole, and writes through a link', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'x');
    await writeFile(file, 'one');
    await writeFile(file, Buffer.from('two'));
    await fs.symlink(file, path.join(folder, 'link'));
    await writeFile(path.join(folder, 'link'), 'three');
    expect(await fs.readFile(file, 'utf8')).toBe('three');
    expect((await fs.lstat(path.join(folder, 'link'))).isSymbolicLink()).toBe(true);
    expect((await fs.readdir(folder)).toSorted()).toEqual(['link', 'x']);
  });

  test('leaves a link in place that cannot be followed', async () => {
    const link = path.join(await temporaryFolder(), 'link');
    await fs.symlink(link, link);
    await expect(writeFile(link, 'x')).rejects.toMatchObject({ code: 'no-permission' });
    expect((await fs.lstat(link)).isSymbolicLink()).toBe(true);
  });

  test('leaves the content of one of several concurrent writers', async () => {
    const folder = await temporaryFolder();
    const contents = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(100_000));
    await Promise.all(contents.map((content) => writeFile(path.join(folder, 'x'), content)));
    expect(contents).toContain(await fs.readFile(path.join(folder, 'x'), 'utf8'));
    expect(await fs.readdir(folder)).toEqual(['x']);
  });

  test('leaves the old file and nothing else if filling it fails', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'x');
    await writeFile(file, 'old');
    const failing = writeFileWith(file, async (temporary) => {
      await fs.writeFile(temporary, 'half');
      throw new Error('broken off');
    });
    await expect(failing).rejects.toMatchObject({ code: 'internal', message: 'broken off' });
    expect(await fs.readFile(file, 'utf8')).toBe('old');
    expect(await fs.readdir(folder)).toEqual(['x']);
  });

  test('in a missing folder says so, however the file is filled', async () => {
    const target = path.join(await temporaryFolder(), 'none', 'x');
    const filled = writeFileWith(target, () => Promise.reject(new Error('not asked')));
    await expect(filled).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('Make it first'),
    });
  });

  test.skipIf(process.platform === 'win32')('leaves a pipe in place', async () => {
    const pipe = path.join(await temporaryFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    await expect(writeFile(pipe, 'x')).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining(pipe) });
    expect((await fs.stat(pipe)).isFIFO()).toBe(true);
  });

  test('leaves an existing file alone if it must be new', async () => {
    const file = path.join(await temporaryFolder(), 'x');
    expect([await writeNewFile(file, 'one'), await writeNewFile(file, 'two')]).toEqual([true, false]);
    expect(await fs.readFile(file, 'utf8')).toBe('one');
  });

  test('says that a new file is not its own where another program takes it away at once', async () => {
    const file = path.join(await temporaryFolder(), 'x');
    vi.mocked(closeLikeParent).mockImplementationOnce(async (target) => {
      await fs.rm(target);
      await fs.lstat(target);
    });
    expect([await writeNewFile(file, 'one'), await writeNewFile(file, 'two')]).toEqual([false, true]);
    expect(await fs.readFile(file, 'utf8')).toBe('two');
  });
});

describe('adding a line at once', () => {
  test('appends to an existing file, or creates one as closed as its folder', async () => {
    const folder = await temporaryFolder();
    await fs.chmod(folder, 0o700);
    const file = path.join(folder, 'lines');
    await appendLineAtOnce(file, 'one');
    await appendLineAtOnce(file, 'zwei \u00fc');
    expect(await fs.readFile(file, 'utf8')).toBe('one\nzwei \u00fc\n');
    if (process.platform !== 'win32') expect((await fs.stat(file)).mode & 0o777).toBe(0o600);
  });

  test('in a missing folder says so', async () => {
    const file = path.join(await temporaryFolder(), 'none', 'lines');
    await expect(appendLineAtOnce(file, 'one')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe.skipIf(NO_SMALL_DISK !== null)(`on a full disk${NO_SMALL_DISK === null ? '' : ` (${NO_SMALL_DISK})`}`, () => {
  let disk: SmallDisk | null = null;
  afterEach(async () => {
    await disk?.remove();
    disk = null;
  });

  const full = { code: 'no-space', message: expect.stringMatching(/no space left to write .*Free some space/) };

  test.each([0, 4096, 100_000])(
    'writes a file as a whole or not at all, never its beginning, with %d bytes left',
    async (left) => {
      disk = await smallDisk(512);
      const file = path.join(disk.folder, 'x');
      await writeFile(file, 'old');
      await disk.leave(left);
      const content = Buffer.alloc(200_000, 'n');
      await expect(writeFile(file, content)).rejects.toMatchObject(full);
      await expect(writeFile(file, content.toString())).rejects.toMatchObject(full);
      await expect(writeNewFile(path.join(disk.folder, 'y'), content.toString())).rejects.toMatchObject(full);
      expect(await fs.readFile(file, 'utf8')).toBe('old');
      expect((await fs.readdir(disk.folder)).toSorted()).toEqual(['filling', 'x']);
    },
  );

  test('makes a folder as a whole or not at all, and reports no space for pieces and lines', async () => {
    disk = await smallDisk(512);
    const { folder } = disk;
    await disk.leave(50_000);
    const made = makeFolderNamedBy(folder, async (temporary) => {
      await writeFile(path.join(temporary, 'small'), 'x');
      const writer = await openWriter(path.join(temporary, 'large'));
      try {
        await writer.write(Buffer.alloc(200_000, 'n'));
      } finally {
        await writer.close();
      }
      return { name: 'made', result: null };
    });
    await expect(made).rejects.toMatchObject(full);
    expect(await fs.readdir(folder)).toEqual(['filling']);
    for (const append of [appendLine, appendLineAtOnce, appendLineAtOnce])
      await expect(append(path.join(folder, 'lines'), 'n'.repeat(200_000))).rejects.toMatchObject(full);
  });
});
