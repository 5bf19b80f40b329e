/** Limits of a run, lowered, as no test can make two billion events. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { selectTrainingData } from '../data/selection';
import type { Snapshot } from '../data/snapshot-tables';
import { MEMORY } from '../machine/environment/memory';
import { loadDatasetSession } from '../sessions/dataset-session';
import { DEFAULT_RECIPE } from '../../shared/recipe/schema';
import { textOf } from '../../shared/words/sentence';
import { contestFolder, historyRow, makePlace, type Place } from '../../../tests/support/importing';

const limits = vi.hoisted(() => ({ events: 3, characters: 1000, ids: 100 }));
vi.mock('../../shared/limits', async (original) => {
  const numbers = await original<typeof import('../../shared/limits')>();
  return Object.defineProperties(
    { ...numbers },
    {
      MOST_EVENTS: { get: () => limits.events },
      MOST_IDS: { get: () => limits.ids },
      MOST_VOCABULARY_CHARACTERS: { get: () => limits.characters },
    },
  );
});

let place: Place;
let snapshot: Snapshot;
beforeAll(async () => {
  place = await makePlace();
  const rows = ['101', '102', '103'].map((item) => historyRow({ profile: '1', item, time: '20260302000000' }));
  snapshot = await place.open(await place.import(await place.write('data', contestFolder(rows))));
});
afterAll(() => place.remove());

const refusalOf = (asked: Promise<unknown>): Promise<string | null> =>
  asked.then(
    () => null,
    ({ code, said }) => `${code}: ${textOf(said)}`,
  );
const refusal = (): Promise<string | null> => refusalOf(selectTrainingData(snapshot, DEFAULT_RECIPE));

test('events and IDs up to the limits are read', async () => {
  expect(await refusal()).toBeNull();
});

test('more events than a run can hold are refused before they are read', async () => {
  limits.events = 2;
  expect(await refusal()).toMatch(/^too-large: These settings select 3 events, and a model holds at most 2\./);
  limits.events = 3;
});

test('IDs that are together too long for a text are refused before training', async () => {
  limits.characters = 15;
  expect(await refusal()).toMatch(/^too-large: The IDs of \d+ children and 3 titles come to more than 15 characters/);
  limits.characters = 1000;
});

test('more profiles or titles than the limit are refused before training and display', async () => {
  limits.ids = 2;
  const expected = /^too-large: There are \d+ children and 3 titles, and no more than 2 of either/;
  expect(await refusal()).toMatch(expected);
  expect(await refusalOf(loadDatasetSession(snapshot))).toMatch(expected);
  limits.ids = 100;
});

test('viewings that do not fit into memory are refused before they are read for display', async () => {
  vi.stubEnv(MEMORY, '0.0001');
  expect(await refusalOf(loadDatasetSession(snapshot))).toMatch(
    /^too-large: To show this data set, all of its 3 viewings/,
  );
  vi.unstubAllEnvs();
  expect(await refusalOf(loadDatasetSession(snapshot))).toBeNull();
});
