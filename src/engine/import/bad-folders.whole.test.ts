/** Folders that cannot be imported give a clear sentence and the right code, and leave nothing in the workspace. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { lookAtFolder } from './propose/look-at-folder';
import type { ImportOptions } from './import-folder';
import {
  type Content,
  contestFolder,
  HISTORY_HEADER,
  historyRow,
  makePlace,
  META_HEADER,
  type Place,
  PROFILE_HEADER,
} from '../../../tests/support/importing';

let place: Place;
let folders = 0;
beforeAll(async () => {
  place = await makePlace();
});
afterEach(async () => {
  expect(await place.datasets()).toEqual([]);
});
afterAll(() => place.remove());

const NEEDED = contestFolder([historyRow({})]);
const manyRows = Array.from({ length: 2000 }, (_, index) => historyRow({ item: String(index) }));

async function expectRefused(folder: string, code: string, message: RegExp, options?: Partial<ImportOptions>) {
  await expect(place.import(folder, options)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
}

test('a folder that does not exist', async () => {
  await expectRefused(path.join(place.folder, 'nowhere'), 'not-found', /There is no folder .*nowhere/);
});

test('a file instead of a folder', async () => {
  const folder = await place.write('a-file', { 'history_data.csv': 'x' });
  await expectRefused(path.join(folder, 'history_data.csv'), 'bad-data', /is a file. Choose the folder/);
});

// Root may read everything.
test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a folder or file without permission',
  async () => {
    const folder = await place.write('closed', NEEDED);
    await chmod(path.join(folder, 'profile_data.csv'), 0o000);
    await expectRefused(folder, 'no-permission', /Cannot read .*profile_data\.csv: permission denied/);
    await chmod(folder, 0o000);
    await expectRefused(folder, 'no-permission', /Cannot read the folder .*closed: permission denied/);
    await chmod(folder, 0o700);
  },
);

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a month without permission is reported, and not taken for an empty history',
  async () => {
    const [march, april] = [await place.write('months/2026-03', NEEDED), await place.write('months/2026-04', NEEDED)];
    const months = path.dirname(march);
    await chmod(april, 0o000);
    const reason = /no history file.*Cannot read the folder .*2026-04: permission denied/;
    await expectRefused(months, 'bad-data', reason);
    expect((await lookAtFolder(months)).problem?.message).toMatch(reason);
    await chmod(april, 0o700);
    expect((await lookAtFolder(months)).layout).toBe('contest');
  },
);

test.each<[string, Record<string, Content | undefined>, RegExp]>([
  ['nothing', {}, /no history file .* no file.*--map/],
  ['files of other names', { 'a.csv': 'x' }, /no history file .*It holds a\.csv.*--map/],
  ['no history', { ...NEEDED, 'history_data.csv': undefined }, /no viewings.*history_data\.csv is missing beside/],
  ['no profiles', { ...NEEDED, 'profile_data.csv': undefined }, /no profile_data\.csv/],
  ['a history of 0 bytes', { ...NEEDED, 'history_data.csv': '' }, /history_data\.csv is empty \(0 bytes\)/],
  ['a history of a byte order mark', { ...NEEDED, 'history_data.csv': '\uFEFF' }, /history_data\.csv is empty/],
  ['a history of line ends', { ...NEEDED, 'history_data.csv': '\n\r\n\n' }, /history_data\.csv is empty/],
  ['profiles of 0 bytes', { ...NEEDED, 'profile_data.csv': '' }, /profile_data\.csv is empty/],
  ['a history of a header alone', { ...NEEDED, 'history_data.csv': [HISTORY_HEADER] }, /a header and no rows/],
  ['a history of a header without line end', { ...NEEDED, 'history_data.csv': HISTORY_HEADER }, /a header and no rows/],
  [
    'a history without the album',
    { ...NEEDED, 'history_data.csv': ['profile_id,log_time,albumid', '1,20260301120000,1'] },
    /history_data\.csv has no column album_id.*albumid may be meant for album_id/,
  ],
  [
    'a history without header',
    { ...NEEDED, 'history_data.csv': [historyRow({})] },
    /has no column profile_id \(ID of the child, such as 1019\), album_id \(ID of the title, such as 877\), log_time \(time, such as 20260302055404\)/,
  ],
  [
    'a column twice',
    { ...NEEDED, 'history_data.csv': ['profile_id,album_id,log_time,Album_ID', '1,1,20260301120000,1'] },
    /has the column album_id twice/,
  ],
  ['metadata without ids', { ...NEEDED, 'meta_data.csv': ['title', 'x'] }, /meta_data\.csv has no column album_id/],
  [
    'only rejected rows',
    { ...NEEDED, 'history_data.csv': [HISTORY_HEADER, '1,2', historyRow({ item: '' })] },
    /All 2 rows of history_data\.csv were rejected: missing-id \(1\), too-few-fields \(1\)/,
  ],
  [
    'one file twice',
    { ...NEEDED, 'Meta_Data.csv': [META_HEADER], 'meta_data.csv': [META_HEADER] },
    /both .* not clear which/,
  ],
  [
    'bytes of no table',
    { ...NEEDED, 'history_data.csv': Buffer.alloc(5000, 7) },
    /^history_data\.csv is no table: it is damaged/,
  ],
])('a folder with %s', async (_, files, message) => {
  await expectRefused(await place.write(`folder-${++folders}`, files), 'bad-data', message);
});

test('a folder instead of a file', async () => {
  const folder = await place.write('inner', { 'profile_data.csv': [PROFILE_HEADER] });
  await mkdir(path.join(folder, 'history_data.csv'));
  await expectRefused(folder, 'bad-data', /history_data\.csv is missing beside/);
});

test.each(['read', 'clean', 'write'])('a file that grows while it is read (in the phase %s)', async (when) => {
  const folder = await place.write(`growing-${when}`, { ...NEEDED, 'history_data.csv': [HISTORY_HEADER, ...manyRows] });
  const file = path.join(folder, 'history_data.csv');
  let hasGrown = false;
  await expectRefused(folder, 'bad-data', /history_data\.csv changed while it was read.*import again/, {
    onProgress: ({ phase }) => {
      if (phase === when && !hasGrown) appendFileSync(file, `${historyRow({ item: 'late' })}\n`);
      hasGrown ||= phase === when;
    },
  });
});

test('a file that is rewritten with the same size while it is read', async () => {
  const folder = await place.write('rewritten', { ...NEEDED, 'history_data.csv': [HISTORY_HEADER, ...manyRows] });
  const file = path.join(folder, 'history_data.csv');
  const anew = [HISTORY_HEADER, ...manyRows.toReversed()].map((line) => `${line}\n`).join('');
  await expectRefused(folder, 'bad-data', /changed while it was read/, {
    onProgress: ({ phase }) => {
      if (phase === 'clean') writeFileSync(file, anew);
    },
  });
});

test.each(['look', 'read', 'clean', 'write', 'fingerprint'])(
  'an import that is stopped in the phase %s',
  async (when) => {
    const folder = await place.write(`stopped-${when}`, {
      ...NEEDED,
      'history_data.csv': [HISTORY_HEADER, ...manyRows],
    });
    const controller = new AbortController();
    await expectRefused(folder, 'stopped', /It was stopped/, {
      signal: controller.signal,
      onProgress: ({ phase }) => {
        if (phase === when) controller.abort();
      },
    });
  },
);

test('an import that is stopped before it starts', async () => {
  const folder = await place.write('never', NEEDED);
  await expectRefused(folder, 'stopped', /It was stopped/, { signal: AbortSignal.abort() });
});
