/** Why a title is in a list: the stated effect of leaving something out equals the list without it. */
import { describe, expect, it } from 'vitest';
import { NEUTRAL_TUNING, type Tuning } from '../../../shared/contract/tuning';
import type { Effect } from '../../../shared/contract/explanation';
import { profileId } from '../../../../tests/support/trained-run';
import { type Opened, openedRun } from '../../../../tests/support/tuned-run';

/** All titles in the order of a tuning, watched ones included. */
async function everything(run: Opened, profile: string, changes: Partial<Tuning>) {
  const tuning: Tuning = { ...NEUTRAL_TUNING, ...changes, watched: 'include' };
  return (await run.client.lists.show({ runId: run.runId, profile, tuning, count: 200 })).items;
}

/** What the lists show about one title with and without something. */
async function expected(
  run: Opened,
  profile: string,
  item: string,
  tuning: Partial<Tuning>,
  without: Partial<Tuning>,
  watched: readonly string[],
): Promise<Effect> {
  const margin = (items: Awaited<ReturnType<typeof everything>>): number =>
    items.find((other) => other.item === item)!.score! -
    items.reduce((sum, { score }) => sum + score!, 0) / items.length;
  const [withIt, withoutIt] = await Promise.all([
    everything(run, profile, tuning),
    everything(run, profile, { ...tuning, ...without }),
  ]);
  const candidates = withoutIt.filter((other) => !watched.includes(other.item));
  return {
    effect: margin(withIt) - margin(withoutIt),
    rank: candidates.findIndex((other) => other.item === item) + 1,
  };
}

describe('an explanation', () => {
  it('agrees with the lists, as trained and under a tuning', async () => {
    const run = await openedRun();
    const profile = profileId(3);
    const { history, attributes } = await run.client.profiles.open({ data: run.data, profile });
    const watched = history.map(({ item }) => item);
    const tunings: Partial<Tuning>[] = [
      {},
      { condition: 1.5, neighbours: { count: 4, share: 0.3 }, attributes: { age: '2' } },
    ];
    for (const tuning of tunings) {
      const list = await run.client.lists.show({
        runId: run.runId,
        profile,
        tuning: { ...NEUTRAL_TUNING, ...tuning },
        count: 25,
      });
      const { item, score, rank } = list.items[4]!;
      const told = await run.client.profiles.explain({
        runId: run.runId,
        profile,
        item,
        tuning: { ...NEUTRAL_TUNING, ...tuning },
      });
      expect(told).toMatchObject({ item, score, rank });
      const check = async (effect: Effect | null, without: Partial<Tuning>): Promise<void> => {
        const wanted = await expected(run, profile, item, tuning, without, watched);
        expect(effect!.effect).toBeCloseTo(wanted.effect, 4);
        expect(effect!.rank).toBe(wanted.rank);
      };
      expect(told.titles.map((title) => title.item).sort()).toEqual([...watched].sort());
      for (const title of told.titles) await check(title, { removed: [title.item] });
      await check(told.history, { removed: watched });
      expect(told.attributes.map(({ name }) => name).sort()).toEqual(['age', 'sex']);
      const changed = tuning.attributes ?? {};
      for (const { name, value, ...effect } of told.attributes) {
        expect(value).toBe(name in changed ? '2' : attributes.find((other) => other.name === name)!.value);
        await check(effect, { attributes: { ...changed, [name]: null } });
      }
      await check(told.profileAttributes, { attributes: { age: null, sex: null } });
      const effects = told.titles.map(({ effect }) => effect);
      expect(effects).toEqual(effects.toSorted((left, right) => right - left));
    }
  });

  it('names only what the model uses', async () => {
    const run = await openedRun();
    const profile = profileId(2);
    const ask = async (tuning: Partial<Tuning>, item: string) =>
      run.client.profiles.explain({ runId: run.runId, profile, item, tuning: { ...NEUTRAL_TUNING, ...tuning } });
    const { history } = await run.client.profiles.open({ data: run.data, profile });
    const { items } = await run.client.lists.show({ runId: run.runId, profile });
    const watched = history.map(({ item }) => item);
    const { item } = items[0]!;
    expect(await ask({ removed: watched }, item)).toMatchObject({ history: null, titles: [] });
    expect((await ask({ hidden: 0.5 }, item)).titles).toHaveLength(watched.length - Math.round(watched.length / 2));
    expect(await ask({ attributes: { age: null, sex: null } }, item)).toMatchObject({
      profileAttributes: null,
      attributes: [],
    });
    // A watched title has a rank among all.
    const all = await everything(run, profile, {});
    expect((await ask({}, watched[0]!)).rank).toBe(all.find((other) => other.item === watched[0])!.rank);
    await expect(ask({}, '71')).rejects.toMatchObject({ code: 'not-found', message: expect.stringContaining('71') });
  });

  it('of a baseline omits the attributes', async () => {
    const run = await openedRun({ model: 'item-knn' });
    const profile = profileId(1);
    const { history } = await run.client.profiles.open({ data: run.data, profile });
    const { items } = await run.client.lists.show({ runId: run.runId, profile });
    const { item } = items[0]!;
    const told = await run.client.profiles.explain({ runId: run.runId, profile, item });
    expect(told).toMatchObject({ profileAttributes: null, attributes: [], rank: 1 });
    for (const title of told.titles) {
      const wanted = await expected(
        run,
        profile,
        item,
        {},
        { removed: [title.item] },
        history.map((entry) => entry.item),
      );
      expect(title.effect).toBeCloseTo(wanted.effect, 5);
      expect(title.rank).toBe(wanted.rank);
    }
  });
});
