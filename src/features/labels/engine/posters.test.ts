import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_POSTER_BYTES } from '../contract/limits';
import { pictureOf } from './picture';
import { lookAtPosters, posterOf } from './posters';

const chunk = (name: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  // No reader here checks the checksum.
  return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
};

/** A grey picture whose header states this size, whatever its content. */
function png(width: number, height: number, ...before: Buffer[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const rows = chunk('IDAT', deflateSync(Buffer.alloc(100)));
  return Buffer.concat([signature, chunk('IHDR', header), ...before, rows, chunk('IEND', Buffer.alloc(0))]);
}

/** After an application segment, as cameras write it. */
function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.from([0xff, 0xc2, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 6, 1, 2, 3, 4, 0xff]),
    frame,
    Buffer.from([0xff, 0xda]),
  ]);
}

function webp(kind: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number, flags = 0): Buffer {
  const body = Buffer.alloc(30);
  body.write('RIFF', 0, 'latin1');
  body.write(`WEBP${kind}`, 8, 'latin1');
  if (kind === 'VP8 ') {
    body.writeUIntBE(0x9d012a, 23, 3);
    body.writeUInt16LE(width, 26);
    body.writeUInt16LE(height, 28);
  } else if (kind === 'VP8L') {
    body.writeUInt8(0x2f, 20);
    body.writeUInt32LE((((height - 1) << 14) | (width - 1)) >>> 0, 21);
  } else {
    body.writeUInt8(flags, 20);
    body.writeUIntLE(width - 1, 24, 3);
    body.writeUIntLE(height - 1, 27, 3);
  }
  return body;
}

describe('recognises a picture by its bytes', () => {
  it.each([
    ['image/png', png(300, 400)],
    ['image/jpeg', jpeg(300, 400)],
    ['image/webp', webp('VP8 ', 300, 400)],
    ['image/webp', webp('VP8L', 300, 400)],
    ['image/webp', webp('VP8X', 300, 400)],
  ])('%s, with its size', (type, bytes) => {
    expect(pictureOf(bytes)).toEqual({ type, width: 300, height: 400, isAnimated: false });
  });

  it.each([
    ['a text', Buffer.from('<svg onload="alert(1)">')],
    ['nothing', Buffer.alloc(0)],
    ['a header alone', png(300, 400).subarray(0, 18)],
    ['a picture of no size', png(0, 400)],
    ['a JPEG without a frame', Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2])],
    ['a JPEG without an end', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0])],
    ['another WebP', Buffer.from('RIFF0000WEBPEVIL0000000000000000')],
  ])('%s is no picture', (_, bytes) => expect(pictureOf(bytes)).toBeNull());

  it('recognises an animation', () => {
    expect(pictureOf(webp('VP8X', 3, 4, 0x02))?.isAnimated).toBe(true);
    expect(pictureOf(png(3, 4, chunk('acTL', Buffer.alloc(8))))?.isAnimated).toBe(true);
  });
});

describe('the picture of a title', () => {
  let place: string;
  let folder: string;
  beforeEach(async () => {
    // The system's temporary folder may be a link itself.
    place = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-posters-')));
    folder = path.join(place, 'covers');
    await fs.mkdir(folder);
  });
  afterEach(() => fs.rm(place, { recursive: true, force: true }));
  const put = (name: string, content: Buffer): Promise<void> => fs.writeFile(path.join(folder, name), content);

  it('is the file of its ID, whatever its ending', async () => {
    const bytes = jpeg(300, 400);
    await put('7.png', bytes);
    expect(await posterOf(folder, '7')).toEqual({ type: 'image/jpeg', base64: bytes.toString('base64') });
    expect(await posterOf(folder, '8')).toBeNull();
    expect(await posterOf(path.join(place, 'gone'), '7')).toBeNull();
  });

  it.each(['../secret', '..', '.', '', 'a/b', 'a\\b', '/etc/passwd', 'C:secret', '7.png\0', 'con', '7'.repeat(300)])(
    'is never one elsewhere: %j',
    async (item) => {
      await fs.writeFile(path.join(place, 'secret.png'), png(3, 4));
      await put('7.png', png(3, 4));
      expect(await posterOf(folder, item)).toBeNull();
    },
  );

  it('is no link, no pipe and no folder', async () => {
    await fs.writeFile(path.join(place, 'secret.png'), png(3, 4));
    await fs.mkdir(path.join(folder, '3.png'));
    const names = ['3'];
    if (process.platform !== 'win32') {
      await fs.symlink(path.join(place, 'secret.png'), path.join(folder, '1.png'));
      await fs.symlink('2.webp', path.join(folder, '2.webp'));
      execFileSync('mkfifo', [path.join(folder, '4.png')]);
      names.push('1', '2', '4');
    }
    for (const item of names) expect(await posterOf(folder, item), item).toBeNull();
    const { refused } = await lookAtPosters(folder, names);
    expect(refused.find(({ file }) => file === '3.png')?.reason).toBe('outside');
    if (process.platform !== 'win32') expect(refused.map(({ file }) => file)).toContain('1.png');
  });

  it('has limits: reports a hundred megapixels, a huge file, other content and animations, and does not show them', async () => {
    await put('1.png', png(10_000, 10_000));
    await put('2.png', png(0xffffffff, 0xffffffff));
    await fs.writeFile(path.join(folder, '3.jpg'), jpeg(3, 4));
    await fs.truncate(path.join(folder, '3.jpg'), 64 * MOST_POSTER_BYTES);
    await put('4.webp', Buffer.from('MZ, a program'));
    await put('5.webp', webp('VP8X', 3, 4, 0x02));
    await put('6.PNG', png(2000, 2000));
    await put('readme.txt', Buffer.from('x'));
    for (const item of ['1', '2', '3', '4', '5']) expect(await posterOf(folder, item), item).toBeNull();
    expect((await posterOf(folder, '6'))?.type).toBe('image/png');
    expect(await lookAtPosters(folder, ['1', '2', '3', '4', '5', '6', '7', '../1'])).toEqual({
      found: 6,
      titles: 8,
      refused: [
        { file: '1.png', reason: 'too-many-pixels' },
        { file: '2.png', reason: 'too-many-pixels' },
        { file: '3.jpg', reason: 'too-large' },
        { file: '4.webp', reason: 'no-picture' },
        { file: '5.webp', reason: 'animated' },
      ],
      unmatched: null,
    });
  });

  it('may be as large as the limit, and not a byte larger', async () => {
    const bytes = png(300, 400);
    await put('1.png', Buffer.concat([bytes, Buffer.alloc(MOST_POSTER_BYTES - bytes.length)]));
    await put('2.png', Buffer.concat([bytes, Buffer.alloc(MOST_POSTER_BYTES - bytes.length + 1)]));
    expect(await posterOf(folder, '1')).not.toBeNull();
    expect(await posterOf(folder, '2')).toBeNull();
  });

  it('tells pictures whose names are no ID of a title', async () => {
    for (const name of ['cover_2.jpg', 'cover_1.PNG', '7.jpg', 'notes.txt']) await put(name, png(3, 4));
    expect(await lookAtPosters(folder, ['7', '8'])).toMatchObject({
      found: 1,
      unmatched: { count: 2, file: 'cover_1.PNG', wanted: '7.png' },
    });
  });

  it('reports a folder that is no folder', async () => {
    await put('1.png', png(3, 4));
    await expect(lookAtPosters(path.join(folder, '1.png'), ['1'])).rejects.toMatchObject({ code: 'bad-data' });
    await expect(lookAtPosters(path.join(place, 'gone'), ['1'])).rejects.toMatchObject({ code: 'not-found' });
  });
});
