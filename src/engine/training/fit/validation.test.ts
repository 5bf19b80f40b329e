import { describe, expect, it } from 'vitest';
import { presetRecipe } from '../../../shared/recipe/presets';
import { completeRecipe } from '../../../shared/recipe/schema';
import { encodeConditions } from '../../data/conditions';
import { heldEvents } from '../../data/held-events';
import { buildHistories, rowsWithEntries } from '../../data/histories';
import type { TrainingData } from '../../data/tables';
import { loadBackend } from '../../model/backend';
import { RandomStreams } from '../../model/random';
import { watchedOf } from '../../model/ranking/lists';
import { trainStage } from './train-stage';
import { cutValidation } from './validation';

const PROFILES = 300;
const ITEMS = 30;
const WATCHED = 10;

/** Each profile watched ten titles, each starting at another one. */
function data(profiles = PROFILES): TrainingData {
  const pairs = Array.from({ length: profiles * WATCHED }, (_, pair) => ({
    profile: Math.floor(pair / WATCHED),
    item: (Math.floor(pair / WATCHED) + 3 * (pair % WATCHED)) % ITEMS,
  }));
  const interactions = {
    profile: Int32Array.from(pairs, ({ profile }) => profile),
    item: Int32Array.from(pairs, ({ item }) => item),
    time: null,
    weight: null,
  };
  return {
    events: heldEvents(interactions),
    histories: buildHistories(interactions, profiles, ITEMS, 'binary'),
    profiles: { ids: Array.from({ length: profiles }, (_, row) => String(row)), attributes: [] },
    items: { ids: Array.from({ length: ITEMS }, (_, item) => String(item)), titles: [], attributes: [] },
    now: null,
  };
}

const cut = async (scored: 'all' | 'some', seed = 1) => {
  const recipe = completeRecipe({ 'stopping.scored': scored, 'stopping.split': 'random' });
  return (await cutValidation(data(), recipe, new RandomStreams(seed)))!;
};

describe('the validation part', () => {
  it('scores some profiles after each epoch, drawn at random with the seed', async () => {
    const { targets, scored } = await cut('some');
    const [all, some] = [rowsWithEntries(targets), rowsWithEntries(scored)];
    expect([all.length, some.length]).toEqual([PROFILES, 256]);
    for (const row of some) expect(watchedOf(scored, row)).toEqual(watchedOf(targets, row));
    expect(rowsWithEntries((await cut('some')).scored)).toEqual(some);
    expect(rowsWithEntries((await cut('some', 2)).scored)).not.toEqual(some);
  });

  it('is at most 2048 profiles for the epochs, and 8192 for companions, which differ by less', async () => {
    const { targets, mixed } = (await cutValidation(
      data(9000),
      completeRecipe({ 'stopping.split': 'random' }),
      new RandomStreams(1),
    ))!;
    expect([targets, mixed].map((part) => rowsWithEntries(part).length)).toEqual([2048, 8192]);
  });

  it('scores all profiles if the recipe says so', async () => {
    const { targets, scored } = await cut('all');
    expect(scored).toEqual(targets);
  });

  it('judges an epoch by the scored profiles', async () => {
    const { kernels } = await loadBackend();
    const validation = await cut('some');
    const recipe = completeRecipe({ 'structure.width': 8 }, presetRecipe('balanced'));
    const { histories, profiles } = validation.fit;
    const conditions = encodeConditions(profiles);
    const random = new RandomStreams(1);
    const judged: unknown[] = [];
    await trainStage(
      { kernels, recipe, random, stage: 'choose', histories, conditions, epochs: 2, validation },
      {
        onEpoch: async ({ validation: metrics }) => void judged.push(metrics?.profiles),
        betweenSteps: async () => undefined,
      },
    );
    expect(judged).toEqual([256, 256]);
  });
});
