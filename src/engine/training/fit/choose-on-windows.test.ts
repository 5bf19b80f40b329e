import { describe, expect, test } from 'vitest';
import type { Mixture } from '../../../shared/contract/run';
import type { CompanionName } from '../../../shared/recipe/companion-names';
import { presetRecipe } from '../../../shared/recipe/presets';
import type { Recipe } from '../../../shared/recipe/table';
import { momentAfter } from '../../data/events';
import { heldEvents } from '../../data/held-events';
import { buildHistories } from '../../data/histories';
import type { TrainingData } from '../../data/tables';
import { loadBackend } from '../../model/backend';
import { RandomStream, RandomStreams } from '../../model/random';
import { chooseOnWindows } from './choose-on-windows';

const PROFILES = 200;
const ITEMS = 80;
const EVENTS = 6000;
const DAY = 86_400;

/** Half a year of events, with items drawn by `itemOf`. */
function dataOf(itemOf: (day: number, profile: number, random: RandomStream) => number): TrainingData {
  const random = new RandomStream(3, 'trend-strength.test');
  const profile = Int32Array.from({ length: EVENTS }, () => random.below(PROFILES));
  const day = (event: number): number => Math.floor((event * 180) / EVENTS);
  const interactions = {
    profile,
    item: Int32Array.from(profile, (row, event) => itemOf(day(event), row, random)),
    time: Float64Array.from(profile, (_, event) => 1_700_000_000 + day(event) * DAY),
    weight: new Float32Array(EVENTS).fill(1),
  };
  return {
    events: heldEvents(interactions),
    histories: buildHistories(interactions, PROFILES, ITEMS, 'binary'),
    profiles: { ids: Array.from({ length: PROFILES }, (_, row) => String(row)), attributes: [] },
    items: { ids: Array.from({ length: ITEMS }, (_, item) => String(item)), titles: [], attributes: [] },
    now: momentAfter(interactions),
  };
}

const recipe = { ...presetRecipe('balanced'), 'ease.regularisation': 20 };
const { kernels } = await loadBackend();
const chosen = async (
  data: TrainingData,
  companions: CompanionName[] = [],
  knobs: Partial<Recipe> = {},
): Promise<Mixture | null> =>
  chooseOnWindows(data, companions, {
    recipe: { ...recipe, ...knobs },
    random: new RandomStreams(1),
    kernels,
    pause: async () => undefined,
  });

/** Every profile watches what is new. */
const freshest = (day: number, _profile: number, random: RandomStream): number =>
  Math.min(ITEMS - 1, Math.floor((day * (ITEMS - 12)) / 180) + random.below(12));
/** Each profile stays in its own corner, whatever the day. */
const ownCorner = (_day: number, profile: number, random: RandomStream): number =>
  (profile % 2) * 40 + ((profile % 4) >> 1) * 20 + random.below(random.below(20) + 1);

describe('choosing on windows in time', () => {
  test('takes the trend at least at its own scale if every profile watches what is new', async () => {
    expect((await chosen(dataOf(freshest)))!.trend).toBeGreaterThanOrEqual(1);
  });

  test('takes less of it if each profile stays in its own corner', async () => {
    expect((await chosen(dataOf(ownCorner)))!.trend).toBeLessThan(1);
  });

  test('ignores the trend if the recipe has none', async () => {
    expect((await chosen(dataOf(freshest), [], { 'mixture.trend': false }))!.trend).toBe(0);
  });

  test('gives no share to a companion that knows no more than the model beside it', async () => {
    expect((await chosen(dataOf(freshest), ['ease']))!.shares).toEqual({});
  });

  test('gives a share to a companion that knows the corners when the model beside it does not', async () => {
    const { shares } = (await chosen(dataOf(ownCorner), ['item-knn'], { 'ease.regularisation': 1 }))!;
    expect(shares['item-knn']).toBeGreaterThan(0);
    // Half of the share that does best beside the stand-in.
    expect(shares['item-knn']).toBeLessThanOrEqual(0.5);
  });

  test('returns nothing if no profile watched anything new', async () => {
    const same = dataOf((_day, profile) => profile % ITEMS);
    expect(await chosen(same)).toBeNull();
  });
});
