/** Why a title is not in a list: the stated effect of a change equals the list under it. */
import { describe, expect, it } from 'vitest';
import { NEUTRAL_TUNING, type Tuning } from '../../../shared/contract/tuning';
import type { WhyNotChange } from '../contract/why-not';
import { itemId, profileId } from '../../../../tests/support/trained-run';
import { type Opened, openedRun } from '../../../../tests/support/tuned-run';

const PROFILES = [0, 3, 8].map(profileId);

/** All unwatched titles in the order of a tuning. */
async function everything(run: Opened, profile: string, tuning: Tuning): Promise<string[]> {
  const { items } = await run.client.lists.show({ runId: run.runId, profile, tuning, count: 200 });
  return items.filter(({ watched }) => !watched).map(({ item }) => item);
}

const parts = ({ added, removed, attributes }: WhyNotChange): number =>
  added.length + removed.length + attributes.length;

async function expectTrue(run: Opened, profile: string, tuning: Tuning): Promise<{ found: number; not: number }> {
  const before = await everything(run, profile, tuning);
  const counts = { found: 0, not: 0 };
  for (const item of before.slice(25)) {
    const told = await run.client.profiles.whyNot({ runId: run.runId, profile, item, tuning });
    expect(told).toMatchObject({ reason: 'outranked', item, rank: before.indexOf(item) + 1 });
    expect(told.score!).toBeLessThanOrEqual(told.needed!);
    expect(told.tried).toBeGreaterThan(0);
    counts[told.change === null ? 'not' : 'found']++;
    const all = told.change === null ? [] : [told.change, ...told.others];
    for (const change of all) {
      const after = await everything(run, profile, change.tuning);
      expect(after.indexOf(item) + 1).toBe(change.rank);
      expect(change.rank).toBeLessThanOrEqual(25);
      const list = after.slice(0, 25);
      expect(before.slice(0, 25).filter((other) => list.includes(other))).toHaveLength(change.stay);
      expect(parts(change)).toBe(parts(all[0]!));
      expect(change.stay).toBeLessThanOrEqual(all[0]!.stay);
    }
  }
  return counts;
}

describe('why not', () => {
  it('names changes whose lists have the title, at the stated rank', { tags: ['thorough'] }, async () => {
    const run = await openedRun();
    const all = { found: 0, not: 0 };
    for (const profile of PROFILES) {
      const { found, not } = await expectTrue(run, profile, NEUTRAL_TUNING);
      all.found += found;
      all.not += not;
    }
    // Titles of the other group are far away; those just behind the list are near.
    expect(all.found).toBeGreaterThan(0);
    expect(all.not).toBeGreaterThan(0);
    await expectTrue(run, PROFILES[1]!, { ...NEUTRAL_TUNING, attributes: { age: '2' }, removed: [itemId(2)] });
  });

  it('names attributes only if the model knows them', async () => {
    const run = await openedRun({ model: 'item-knn' });
    const [profile] = PROFILES;
    const before = await everything(run, profile!, NEUTRAL_TUNING);
    const told = await run.client.profiles.whyNot({ runId: run.runId, profile: profile!, item: before[25]! });
    expect(told.change).not.toBeNull();
    for (const change of [told.change!, ...told.others]) expect(change.attributes).toEqual([]);
    // The most watched titles are the same for everyone: no profile brings another title in, and the answer says so.
    const popular = await openedRun({ model: 'popularity' });
    const [last] = (await everything(popular, profile!, NEUTRAL_TUNING)).slice(-1);
    const none = await popular.client.profiles.whyNot({ runId: popular.runId, profile: profile!, item: last! });
    expect(none).toMatchObject({ reason: 'outranked', change: null, others: [] });
    expect(none.tried).toBeGreaterThan(1);
  });

  it('says at once if a title may not be recommended, or is in the list', async () => {
    const run = await openedRun();
    const profile = profileId(2);
    const ask = async (item: string, tuning: Partial<Tuning> = {}) =>
      run.client.profiles.whyNot({ runId: run.runId, profile, item, tuning: { ...NEUTRAL_TUNING, ...tuning } });
    const { history } = await run.client.profiles.open({ data: run.data, profile });
    const { items } = await run.client.lists.show({ runId: run.runId, profile });
    const { item: watched } = history[0]!;
    expect(await ask(items[4]!.item)).toMatchObject({ reason: 'listed', rank: 5, change: null, tried: 0 });
    expect(await ask(watched)).toMatchObject({ reason: 'watched', rank: null, needed: null, change: null, tried: 0 });
    expect((await ask(watched, { watched: 'include' })).reason).not.toBe('watched');
    expect((await ask(watched, { removed: [watched] })).reason).not.toBe('watched');
    // No profile had watched it: it is in the data, and no run knows it.
    expect(await ask(itemId(1))).toMatchObject({ reason: 'not-learned', title: 'Title, no. 1', rank: null, tried: 0 });
    await expect(ask('71')).rejects.toMatchObject({ code: 'not-found', message: expect.stringContaining('71') });
    await expect(run.client.profiles.whyNot({ runId: run.runId, profile: 'x', item: watched })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
