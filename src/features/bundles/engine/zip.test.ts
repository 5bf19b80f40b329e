import { appendFile, readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { everyNth } from '../../../../tests/support/tried';
import { contentsOf, withBytes } from '../../../../tests/support/zip-files';
import { sha256 } from '../../../engine/storage/read-files';
import { ZipFile } from './zip-read';
import { measureSource, writeZip, type ZipSource } from './zip-write';

const CONTENTS: Record<string, Buffer> = {
  'manifest.json': Buffer.from('{"a": 1}\n'),
  empty: Buffer.alloc(0),
  'dataset/events.parquet': Buffer.from(Array.from({ length: 300 }, (_, at) => at % 256)),
};
const sources: ZipSource[] = Object.entries(CONTENTS).map(([name, content]) => ({ name, content }));

async function zipped(folder: string, name = 'a.zip'): Promise<string> {
  const file = path.join(folder, name);
  await writeZip(file, sources, await Promise.all(sources.map((source) => measureSource(source))));
  return file;
}

describe('the zip file of a bundle', () => {
  test('is read back in its order', async () => {
    const contents = await contentsOf(await zipped(await temporaryFolder()));
    expect(Object.entries(contents)).toEqual(Object.entries(CONTENTS));
  });

  test('has the same bytes for the same content, in every time zone', async () => {
    const folder = await temporaryFolder();
    const zone = process.env['TZ'];
    try {
      const hashes = new Set<string>();
      for (const name of ['Asia/Seoul', 'America/New_York', 'Pacific/Kiritimati', 'UTC']) {
        process.env['TZ'] = name;
        hashes.add(sha256(await readFile(await zipped(folder))));
      }
      expect(hashes.size).toBe(1);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  test('copies files just as it does bytes', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'x');
    await writeFile(file, 'content');
    const hashes = await Promise.all(
      [{ file }, Buffer.from('content')].map(async (content, index) => {
        const source = { name: 'x', content };
        return writeZip(path.join(folder, `${index}.zip`), [source], [await measureSource(source)]);
      }),
    );
    expect(hashes[0]).toBe(hashes[1]);
  });

  test('is not written from a source that changed since it was measured, or is gone', async () => {
    const folder = await temporaryFolder();
    const source = { name: 'x', content: { file: path.join(folder, 'x') } };
    const target = path.join(folder, 'a.zip');
    await writeFile(source.content.file, 'content');
    const measured = [await measureSource(source)];
    for (const changed of ['contenT', 'content and more', 'short', '']) {
      await writeFile(source.content.file, changed);
      await expect(writeZip(target, [source], measured), changed).rejects.toThrow(/x changed while it was read|bytes/);
    }
    await expect(
      writeZip(target, [{ name: 'y', content: { file: path.join(folder, 'none') } }], measured),
    ).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test(
    'with any one byte changed, is refused or read, and never ends the process',
    { tags: ['thorough'] },
    async () => {
      const folder = await temporaryFolder();
      const whole = await readFile(await zipped(folder));
      for (const position of everyNth([...whole.keys()], 7)) {
        const bytes = Buffer.from(whole);
        bytes[position]! ^= 0xff;
        const found = await contentsOf(await withBytes(folder, bytes)).catch((thrown: unknown) => thrown);
        if (found instanceof Error) expect(found, `byte ${position}`).toMatchObject({ code: 'bad-data' });
        else expect(Object.keys(found as object), `byte ${position}`).toHaveLength(sources.length);
      }
    },
  );

  test('truncated anywhere, or longer, is refused', { tags: ['thorough'] }, async () => {
    const folder = await temporaryFolder();
    const file = await zipped(folder);
    const whole = await readFile(file);
    for (const length of everyNth([...whole.keys()], 7))
      await expect(contentsOf(await withBytes(folder, whole.subarray(0, length)))).rejects.toMatchObject({
        code: 'bad-data',
      });
    await appendFile(file, '\0');
    await expect(contentsOf(file)).rejects.toMatchObject({ code: 'bad-data' });
  });

  test('with positions beyond all files is refused without ending the process', async () => {
    const folder = await temporaryFolder();
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    const locator = Buffer.alloc(20, 0xff);
    locator.writeUInt32LE(0x07064b50, 0);
    await expect(contentsOf(await withBytes(folder, Buffer.concat([locator, end])))).rejects.toMatchObject({
      code: 'bad-data',
    });
  });

  test('whose entries share bytes, so that they are larger than the file, is refused', async () => {
    const folder = await temporaryFolder();
    const large = ['a', 'b', 'c'].map((name): ZipSource => ({ name, content: Buffer.alloc(1000, name) }));
    const file = path.join(folder, 'a.zip');
    await writeZip(file, large, await Promise.all(large.map((source) => measureSource(source))));
    const bytes = await readFile(file);
    // Cuts the first two entries out; all three in the table of contents then name the last one.
    const begin = bytes.indexOf(Buffer.from('PK\x03\x04'), 2 * 1000);
    const contents = bytes.indexOf('PK\x01\x02');
    const cut = Buffer.concat([bytes.subarray(begin, contents), bytes.subarray(contents)]);
    for (let at = contents - begin; (at = cut.indexOf('PK\x01\x02', at)) >= 0; at += 46) cut.writeUInt32LE(0, at + 42);
    cut.writeUInt32LE(contents - begin, cut.length - 6);
    await expect(contentsOf(await withBytes(folder, cut))).rejects.toThrow(/table of contents .* is damaged/);
  });

  test('compressed by another program is refused with that reason', async () => {
    const folder = await temporaryFolder();
    const bytes = await readFile(await zipped(folder));
    bytes.writeUInt16LE(8, bytes.indexOf('PK\x01\x02') + 10);
    await expect(contentsOf(await withBytes(folder, bytes))).rejects.toThrow(/"manifest.json" in .* is compressed/);
  });

  test('is reported as missing, or as no file or no zip file', async () => {
    const folder = await temporaryFolder();
    await expect(ZipFile.open(folder)).rejects.toMatchObject({ code: 'usage' });
    await expect(ZipFile.open(path.join(folder, 'none'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(ZipFile.open(await withBytes(folder, Buffer.from('no zip'.repeat(9))))).rejects.toThrow(
      /is not a Shelfwise bundle/,
    );
  });
});
