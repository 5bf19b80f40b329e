import { describe, expect, test } from 'vitest';
import { presetRecipe } from '../../shared/recipe/presets';
import { buildHistories, momentAfter } from '../data/histories';
import type { TrainingData } from '../data/tables';
import { loadBackend } from '../model/backend';
import { RandomStream, RandomStreams } from '../model/random';
import { chooseTrend } from './trend-strength';

const PROFILES = 200;
const ITEMS = 80;
const EVENTS = 6000;
const DAY = 86_400;

/** Half a year of events, whose item is drawn by `itemOf`. */
function dataOf(
  itemOf: (day: number, profile: number, random: RandomStream) => number,
  withTimes = true,
): TrainingData {
  const random = new RandomStream(3, 'trend-strength.test');
  const profile = Int32Array.from({ length: EVENTS }, () => random.below(PROFILES));
  const day = (event: number): number => Math.floor((event * 180) / EVENTS);
  const interactions = {
    profile,
    item: Int32Array.from(profile, (row, event) => itemOf(day(event), row, random)),
    time: withTimes ? Float64Array.from(profile, (_, event) => 1_700_000_000 + day(event) * DAY) : null,
    weight: new Float32Array(EVENTS).fill(1),
  };
  return {
    interactions,
    histories: buildHistories(interactions, PROFILES, ITEMS, 'binary'),
    profiles: { ids: Array.from({ length: PROFILES }, (_, row) => String(row)), attributes: [] },
    items: { ids: Array.from({ length: ITEMS }, (_, item) => String(item)), titles: [], attributes: [] },
    now: momentAfter(interactions),
  };
}

const recipe = { ...presetRecipe('balanced'), 'ease.regularisation': 20 };
const { kernels } = await loadBackend('portable');
const chosen = (data: TrainingData): Promise<number> =>
  chooseTrend(data, { recipe, random: new RandomStreams(1), kernels, pause: async () => undefined });

describe('the strength of the trend part', () => {
  test('is at least its own scale where everybody watches what is new', async () => {
    const freshest = (day: number, _profile: number, random: RandomStream): number =>
      Math.min(ITEMS - 1, Math.floor((day * (ITEMS - 12)) / 180) + random.below(12));
    expect(await chosen(dataOf(freshest))).toBeGreaterThanOrEqual(1);
  });

  test('is less where each profile keeps to its own corner, whatever the day', async () => {
    const ownCorner = (_day: number, profile: number, random: RandomStream): number =>
      (profile % 2) * 40 + ((profile % 4) >> 1) * 20 + random.below(random.below(20) + 1);
    expect(await chosen(dataOf(ownCorner))).toBeLessThan(1);
  });

  test('is 0 without times', async () => {
    expect(await chosen(dataOf((_day, profile) => profile % ITEMS, false))).toBe(0);
  });
});
