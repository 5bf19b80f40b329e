/**
 * Months added one by one give, at each step, the data set that importing all of them at once gives.
 *
 * @module-tag rare
 */
import * as path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addFolder } from './import-folder';
import { loadSubmissionProfiles, verifySnapshot } from '../data/snapshot';
import { RandomStream } from '../model/random';
import { openWorkspace } from '../storage/workspace';
import type { Dataset } from '../../shared/contract/dataset';
import {
  type Content,
  contentOf,
  HISTORY_HEADER,
  makePlace,
  META_HEADER,
  metaRow,
  type Place,
  PROFILE_HEADER,
} from '../../../tests/support/importing';

let place: Place;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.remove());

const MONTHS = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}`);

/** A month: events of all kinds, with dirty rows and rows of the month before, new and changed profiles and albums, and a submission. */
function month(at: number): Record<string, Content | undefined> {
  const random = new RandomStream(at, 'month');
  const many = (count: number, make: (index: number) => string): string[] =>
    Array.from({ length: count }, (_, index) => make(index));
  const event = (of: RandomStream, when: number): string =>
    `${1 + of.below(4 + when)},${of.below(3)},${MONTHS[when]!.replace('-', '')}${10 + of.below(18)}1200${10 + of.below(60)},X,${101 + of.below(6 + when)}`;
  const history = (when: number): string[] => {
    const of = new RandomStream(when, 'history');
    return many(24, () => `${event(of, when)},${['', '0', '1500.0', '1500'][of.below(4)]},${'YN'[of.below(2)]},N`);
  };
  const last = at === 0 ? [] : history(at - 1).slice(-6);
  return {
    'history_data.csv': [
      HISTORY_HEADER,
      ...last,
      ...history(at),
      '1,2',
      `,1,20250101120000,X,101,0,N,N`,
      history(at)[0]!,
    ],
    'profile_data.csv':
      at % 3 === 2
        ? undefined
        : [
            PROFILE_HEADER,
            ...many(
              3 + at,
              (index) =>
                `${index + 1}${index === 2 ? '.0' : ''},${'MF'[(index + at) % 2]},${1 + ((index + at) % 13)},P0${1 + (at % 8)},,,K01,,`,
            ),
          ],
    'meta_data.csv':
      at % 4 === 1
        ? ''
        : [
            META_HEADER,
            ...many(5 + at, (index) =>
              metaRow(String(101 + index), `뽀로로 ${index}`, at % 2 ? 'Drama' : '', `소장르${at}`),
            ),
          ],
    'meta_data_plus.csv':
      at > 7
        ? undefined
        : [
            'album_id,keyword_type,keyword_name,keyword_value',
            `101,KWD,우정${at % 3},1`,
            `${101 + at},KWD,모험,2`,
            // An album that no other file names.
            `${900 + at},KWD,혼자,3`,
          ],
    'watch_e_data.csv': [
      'profile_id,ss_id,log_time,act_target_dtl,album_id,watch_time,total_time,continuous_play',
      ...many(6, () => `${event(random, at)},${random.below(3) ? random.below(700) : ''},600,Y`),
    ],
    'buy_data.csv':
      at % 5 ? undefined : ['profile_id,ss_id,log_time,act_target_dtl,album_id,payment', `${event(random, at)},1500`],
    'sample_submission.csv': at % 2 ? undefined : ['profile_id,predicted_list', `${90 + at},[]`, '2,[]', '1,[]'],
  };
}

const opened = async (dataset: Dataset) => place.open({ ...dataset, imported: true });

test(
  'twelve months added one by one give, at each step, the data set of their folder',
  { timeout: 240_000 },
  async () => {
    const year = path.join(place.folder, 'year');
    // Within one workspace, the import of the year would find the grown data set, as all files are the same.
    const workspace = await openWorkspace(path.join(place.folder, 'of-wholes'));
    let grown: Dataset | null = null;
    for (const [at, name] of MONTHS.entries()) {
      await place.write(`year/${name}`, month(at));
      const folder = await place.write(`months/${name}`, month(at));
      grown =
        grown === null
          ? await place.import(folder)
          : (await addFolder({ workspace: place.workspace, snapshot: await opened(grown), folder })).dataset;
      const whole = await place.import(year, { workspace });
      expect(whole.imported).toBe(true);
      expect(contentOf(grown), name).toEqual(contentOf(whole));
    }
    const snapshot = await opened(grown!);
    expect(await verifySnapshot(snapshot)).toEqual([]);
    expect(await loadSubmissionProfiles(snapshot)).toEqual(['90', '2', '1', '92', '94', '96', '98', '100']);
  },
);
