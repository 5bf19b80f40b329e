import { readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { unzipSync } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/support/finished-run';
import { sha256 } from '../files';
import { crc32 } from './zip-format';
import { ZipFile } from './zip-read';
import { measure, writeZip, type ZipSource } from './zip-write';

const sources: ZipSource[] = [
  { name: 'manifest.json', content: Buffer.from('{"a": 1}\n') },
  { name: 'empty', content: Buffer.alloc(0) },
  { name: 'dataset/events.parquet', content: Buffer.from(Array.from({ length: 300 }, (_, at) => at % 256)) },
];

async function zipped(folder: string, name = 'a.zip'): Promise<string> {
  const file = path.join(folder, name);
  await writeZip(file, sources, await Promise.all(sources.map(measure)));
  return file;
}

async function contentOf(file: string): Promise<Record<string, string>> {
  const zip = await ZipFile.open(file);
  try {
    const content: Record<string, string> = {};
    for (const entry of zip.entries) content[entry.name] = await zip.forEachPiece(entry, () => undefined);
    return content;
  } finally {
    await zip.close();
  }
}

describe('the zip form of a bundle', () => {
  test('is read again, and by another reader too', async () => {
    const file = await zipped(await temporaryFolder());
    const expected = Object.fromEntries(sources.map(({ name, content }) => [name, sha256(content as Uint8Array)]));
    expect(await contentOf(file)).toEqual(expected);
    const others = unzipSync(await readFile(file));
    expect(Object.fromEntries(Object.entries(others).map(([name, bytes]) => [name, sha256(bytes)]))).toEqual(expected);
  });

  test('gives the same bytes for the same content', async () => {
    const folder = await temporaryFolder();
    expect(await readFile(await zipped(folder, 'a.zip'))).toEqual(await readFile(await zipped(folder, 'b.zip')));
  });

  test('copies files as it does bytes', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'x'), 'content');
    const [fromFile, fromBytes] = [{ file: path.join(folder, 'x') }, Buffer.from('content')].map((content) => ({
      name: 'x',
      content,
    }));
    expect(await measure(fromFile!)).toEqual(await measure(fromBytes!));
  });

  test('no byte of it can be changed unnoticed', async () => {
    const folder = await temporaryFolder();
    const whole = await readFile(await zipped(folder));
    const file = path.join(folder, 'damaged.zip');
    for (let position = 0; position < whole.length; position++) {
      const damaged = Buffer.from(whole);
      damaged[position]! ^= 0x20;
      await writeFile(file, damaged);
      await expect(contentOf(file), `byte ${position}`).rejects.toMatchObject({ code: 'bad-data' });
    }
  });

  test('nor can it be cut off anywhere, or be longer', async () => {
    const folder = await temporaryFolder();
    const whole = await readFile(await zipped(folder));
    const file = path.join(folder, 'cut.zip');
    for (let length = 0; length < whole.length; length++) {
      await writeFile(file, whole.subarray(0, length));
      await expect(contentOf(file)).rejects.toMatchObject({ code: 'bad-data' });
    }
    await writeFile(file, Buffer.concat([whole, Buffer.alloc(1)]));
    await expect(contentOf(file)).rejects.toMatchObject({ code: 'bad-data' });
  });

  test('a damaged entry is named; what is no file or not there is said', async () => {
    const folder = await temporaryFolder();
    const file = await zipped(folder);
    const bytes = await readFile(file);
    bytes[bytes.indexOf(Buffer.from([1, 2, 3, 4, 5])) + 2]! ^= 1;
    await writeFile(file, bytes);
    await expect(contentOf(file)).rejects.toThrow(`dataset/events.parquet in ${file} is damaged`);
    await expect(ZipFile.open(folder)).rejects.toMatchObject({ code: 'usage' });
    await expect(ZipFile.open(path.join(folder, 'none'))).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('CRC-32 is that of the standard, in one piece or several', () => {
  expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (first, second) => {
      expect(crc32(second, crc32(first))).toBe(crc32(Buffer.concat([first, second])));
    }),
  );
});
