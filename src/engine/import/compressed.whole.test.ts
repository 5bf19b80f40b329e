/** Folders of compressed files give the same data set as their uncompressed originals. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookAtFolder } from './propose/look-at-folder';
import type { Dataset, Mapping } from '../../shared/contract/dataset';
import { makeSmallFolder, type SmallFolder } from '../../../tests/support/small-folder';
import { makePlace, type Place } from '../../../tests/support/importing';

const DIRT = { lateSeconds: 3, duplicates: 4, shortRows: 2, impossibleDates: 2, missingIds: 1, profilesWithoutRow: 1 };

let place: Place;
let small: SmallFolder;
beforeAll(async () => {
  place = await makePlace();
  small = await makeSmallFolder({ profiles: 20, everyFile: true, dirt: DIRT });
});
afterAll(() => Promise.all([place.remove(), small.remove()]));

/** The small folder, with each file compressed. */
async function compressed(name: string, ending: string, compress: (bytes: Buffer) => Buffer): Promise<string> {
  const folder = await place.write(name, {});
  for (const file of await fs.readdir(small.folder))
    await fs.writeFile(path.join(folder, file + ending), compress(await fs.readFile(path.join(small.folder, file))));
  return folder;
}
const counts = ({ files }: Dataset): unknown =>
  files.map(({ file, rows, accepted, repaired, rejected, reasons, encoding, lineEnds }) => {
    const name = file.replace(/\.(gz|zst)$/, '');
    return { name, rows, accepted, repaired, rejected, reasons, encoding, lineEnds };
  });
const code = (work: Promise<unknown>): Promise<{ code: string; message: string }> =>
  work.then(
    () => ({ code: 'worked', message: '' }),
    (thrown: unknown) => thrown as { code: string; message: string },
  );

describe('a folder of gzip files', () => {
  test('gives the fingerprint, the counts and the row issues of its files, and is recognised the next time', async () => {
    const folder = await compressed('gz', '.gz', (bytes) => zlib.gzipSync(bytes));
    const plain = await place.import(small.folder);
    const answer = await place.import(folder);
    expect(answer.fingerprint).toBe(plain.fingerprint);
    expect(counts(answer)).toEqual(counts(plain));
    const history = answer.files.find(({ role }) => role === 'history')!;
    expect(history.file).toBe('history_data.csv.gz');
    expect(history.bytes).toBe((await fs.stat(path.join(folder, history.file))).size);
    expect((await place.import(folder)).imported).toBe(false);
    await fs.appendFile(path.join(folder, 'history_data.csv.gz'), zlib.gzipSync('1,2\n'));
    expect((await place.import(folder)).files.find(({ role }) => role === 'history')!.rejected).toBe(
      history.rejected + 1,
    );
  });

  test('is read by a mapping that names the files inside, and can be previewed', async () => {
    const rows = Array.from({ length: 60 }, (_, row) => `u${row % 9},i${row % 13},${1_700_000_000 + row}`);
    const text = ['who,what,when', ...rows].join('\n');
    const mapping: Mapping = { events: { file: 'views.csv', profile: 'who', item: 'what', time: 'when' } };
    const plain = await place.import(await place.write('mapped', { 'views.csv': text }), { mapping });
    const folder = await place.write('mapped-gz', {});
    await fs.writeFile(path.join(folder, 'views.csv.gz'), zlib.gzipSync(text));
    expect((await place.import(folder, { mapping })).fingerprint).toBe(plain.fingerprint);
    const { files, mapping: proposed } = await lookAtFolder(folder);
    expect(files[0]).toMatchObject({ file: 'views.csv.gz', columns: ['who', 'what', 'when'] });
    expect(files[0]!.rows[0]).toEqual(['u0', 'i0', '1700000000']);
    expect(proposed?.events).toMatchObject({ file: 'views.csv.gz', profile: 'who', item: 'what' });
  });

  test('that are truncated, damaged, not gzip or expand without limit is refused with advice, and leaves nothing', async () => {
    const whole = zlib.gzipSync(await fs.readFile(path.join(small.folder, 'history_data.csv')));
    const damaged = Buffer.from(whole);
    damaged.fill(0x55, whole.length >> 1, (whole.length >> 1) + 40);
    const bad: Record<string, Buffer> = {
      'cut-off': whole.subarray(0, whole.length >> 1),
      damaged,
      none: Buffer.from('profile_id,log_time\n'),
      nothing: Buffer.alloc(0),
      swells: zlib.gzipSync(Buffer.alloc(96 * 2 ** 20)),
    };
    const before = await fs.readdir(place.workspace.datasets);
    for (const [name, bytes] of Object.entries(bad)) {
      const folder = await compressed(name, '.gz', (file) => zlib.gzipSync(file));
      await fs.writeFile(path.join(folder, 'history_data.csv.gz'), bytes);
      const refused = await code(place.import(folder));
      expect({ name, code: refused.code }).toEqual({ name, code: 'bad-data' });
      expect(refused.message).toContain('history_data.csv.gz');
      await lookAtFolder(folder);
    }
    expect(await fs.readdir(place.workspace.datasets)).toEqual(before);
  });

  test('with the uncompressed file beside it is refused as ambiguous', async () => {
    const folder = await compressed('both', '.gz', (bytes) => zlib.gzipSync(bytes));
    await fs.copyFile(path.join(small.folder, 'history_data.csv'), path.join(folder, 'history_data.csv'));
    expect(await code(place.import(folder))).toMatchObject({ code: 'bad-data' });
  });
});

type Compress = ((bytes: Buffer) => Buffer) | undefined;
const zstd = (zlib as unknown as { zstdCompressSync: Compress }).zstdCompressSync;

test.runIf(zstd !== undefined)('a folder of Zstandard files gives the fingerprint of its files', async () => {
  const folder = await compressed('zst', '.zst', zstd!);
  expect((await place.import(folder)).fingerprint).toBe((await place.import(small.folder)).fingerprint);
});

test.runIf(zstd === undefined)('a Zstandard file is refused with advice if Node cannot read it', async () => {
  const folder = await compressed('zst', '.zst', (bytes) => bytes);
  const { code: refused, message } = await code(place.import(folder));
  expect(refused).toBe('bad-data');
  expect(message).toContain('22.15');
});
