/** A folder is compared with what was imported from it, file by file. */
import { appendFile, rename, rm, utimes } from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkSource } from './check-source';
import { writeFile } from '../../../engine/storage/files';
import type { ImportAnswer } from '../../../shared/contract/dataset';
import {
  contestFolder,
  historyRow,
  makePlace,
  META_HEADER,
  metaRow,
  type Place,
} from '../../../../tests/support/importing';

let place: Place;
let folder: string;
let answer: ImportAnswer;

beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.remove());
beforeEach(async () => {
  folder = await place.write('data', {
    ...contestFolder([historyRow({})]),
    'meta_data.csv': [META_HEADER, metaRow('101', 'One')],
    'buy_data.csv': ['profile_id,ss_id,log_time,act_target_dtl,album_id,payment', '2,1,20260301000000,X,103,1500'],
  });
  answer = await place.import(folder);
});

test('no change is found if only the time differs', async () => {
  expect(await checkSource(answer)).toEqual({ state: 'unchanged', changes: [] });
  await utimes(path.join(folder, 'meta_data.csv'), new Date(), new Date());
  expect((await checkSource(answer)).state).toBe('unchanged');
});

test('each file that changed, is new or is missing has its sentence', async () => {
  await appendFile(path.join(folder, 'history_data.csv'), historyRow({ item: '104' }));
  await rm(path.join(folder, 'buy_data.csv'));
  await writeFile(path.join(folder, 'meta_data_plus.csv'), 'album_id,keyword_type,keyword_name,keyword_value\n');
  await writeFile(path.join(folder, 'notes.txt'), 'not a data file');
  const { state, changes } = await checkSource(answer);
  expect(state).toBe('changed');
  expect(changes).toEqual([
    expect.stringMatching(/^history_data\.csv has changed since it was imported on \w{3} \d{1,2}, \d{4}\.$/),
    expect.stringMatching(/^buy_data\.csv was imported and is no longer in /),
    'meta_data_plus.csv was not there when the folder was imported.',
  ]);
});

test('a folder that is gone is reported as missing', async () => {
  await rename(folder, `${folder}-moved`);
  expect(await checkSource(answer)).toEqual({
    state: 'missing',
    changes: [expect.stringContaining('no folder')],
    said: [[expect.objectContaining({ id: 'folder.missing' })]],
  });
});
