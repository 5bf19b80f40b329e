/** Limits of a run, lowered: nobody makes two billion events for a test. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { selectTrainingData } from '../../src/engine/data/selection';
import type { Snapshot } from '../../src/engine/data/snapshot-tables';
import { DEFAULT_RECIPE } from '../../src/shared/recipe/schema';
import { textOf } from '../../src/shared/sentences/sentence';
import { contestFolder, historyRow, makePlace, type Place } from './importing';

const limits = vi.hoisted(() => ({ events: 3, characters: 1000 }));
vi.mock('../../src/shared/limits', async (original) => {
  const numbers = await original<typeof import('../../src/shared/limits')>();
  return Object.defineProperties(
    { ...numbers },
    {
      MOST_EVENTS: { get: () => limits.events },
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

const refusal = async (): Promise<string | null> =>
  selectTrainingData(snapshot, DEFAULT_RECIPE).then(
    () => null,
    ({ code, said }) => `${code}: ${textOf(said)}`,
  );

test('as many events, and as long a vocabulary, as the limits say are read', async () => {
  expect(await refusal()).toBeNull();
});

test('more events than a run holds are refused before they are read', async () => {
  limits.events = 2;
  expect(await refusal()).toMatch(/^too-large: The recipe selects 3 events, and a run holds at most 2\./);
  limits.events = 3;
});

test('IDs that no text holds are refused before anything is trained', async () => {
  limits.characters = 15;
  expect(await refusal()).toMatch(/^too-large: The IDs of \d+ profiles? and 3 titles come to more than 15 characters/);
  limits.characters = 1000;
});
