/** Tuning an open profile: neutral gives the stored list, moves add up, and what a model cannot follow is refused by name. */
import { describe, expect, it } from 'vitest';
import { readListsAndVocabulary } from '../../../engine/runs/lists-file';
import { readVocabulary } from '../../../engine/runs/vocabulary';
import { NEUTRAL_TUNING, type TunedList, type Tuning } from '../../../shared/contract/tuning';
import { recipeWithTuning } from '../../../shared/recipe/from-tuning';
import { DEFAULT_RECIPE } from '../../../shared/recipe/schema';
import { finalValue } from '../../../shared/values/final-value';
import { profileId } from '../../../../tests/support/trained-run';
import { type Opened, openedRun } from '../../../../tests/support/tuned-run';
import { everyNth } from '../../../../tests/support/tried';

const COUNT = 25;

function tune(run: Opened, profile: string, changes: Partial<Tuning> = {}, count = COUNT): Promise<TunedList> {
  return run.client.lists.show({ runId: run.runId, profile, tuning: { ...NEUTRAL_TUNING, ...changes }, count });
}

const ids = (list: TunedList): string[] => list.items.map(({ item }) => item);
const historyOf = async (run: Opened, profile: string): Promise<string[]> =>
  (await run.client.profiles.open({ data: run.data, profile })).history.map(({ item }) => item);

/** Expects every title of both lists once: kept with its rank before, new (before null), or gone. */
function expectMovesToAddUp(neutral: TunedList, tuned: TunedList): void {
  const before = new Map(neutral.items.map(({ item, rank }) => [item, rank]));
  for (const { item, before: rank } of tuned.items) expect(rank).toBe(before.get(item) ?? null);
  const kept = tuned.items.filter((item) => item.before !== null).length;
  expect(kept + tuned.gone.length).toBe(neutral.items.length);
  for (const { item, before: rank } of tuned.gone) {
    expect(before.get(item)).toBe(rank);
    expect(ids(tuned)).not.toContain(item);
  }
}

describe('tuning a run of the autoencoder', () => {
  it('applies each knob', async () => {
    const run = await openedRun();
    const lists = (await readListsAndVocabulary(run.folder)).lists;
    const { items } = await readVocabulary(run.folder);

    // Neutral gives the stored list of every profile, bit for bit, and the same scores when computed again.
    for (let row = 0; row < 24; row++) {
      const neutral = await tune(run, profileId(row));
      expect(neutral.neutral).toBe(true);
      expect(neutral.gone).toEqual([]);
      expect(ids(neutral)).toEqual(
        Array.from(lists.items.subarray(row * lists.count, row * lists.count + COUNT), (item) => items[item]!),
      );
      const stored = lists.scores.slice(row * lists.count, row * lists.count + COUNT);
      expect(Float32Array.from(neutral.items, ({ score }) => score!)).toEqual(stored);
      // More places than stored must be scored: they begin with the stored ones.
      const longer = await tune(run, profileId(row), {}, 200);
      expect(longer.items.slice(0, COUNT)).toEqual(neutral.items);
      expect(longer.items).toHaveLength(items.length);
    }
    const profile = profileId(3);
    const neutral = await tune(run, profile);
    const history = await historyOf(run, profile);

    // A tuning that changes nothing is neutral, in whatever form.
    const own = (await run.client.profiles.open({ data: run.data, profile })).attributes;
    const same: Partial<Tuning>[] = [
      { mask: 7 },
      { attributes: Object.fromEntries(own.map(({ name, value }) => [name, value])) },
      { directions: [{ direction: 0, amount: 0 }] },
      { neighbours: { count: 3, share: 0 } },
      { removed: [history[0]!], added: [history[0]!] },
      { added: [history[1]!] },
      { removed: [neutral.items.find(({ watched }) => !watched)!.item] },
      { watched: 'exclude' },
    ];
    for (const tuning of same)
      expect(await tune(run, profile, tuning)).toMatchObject({ neutral: true, items: neutral.items });

    // Hidden titles: as many as the share says, more with a larger share, others with another mask, and still watched.
    const half = await tune(run, profile, { hidden: 0.5 });
    const most = await tune(run, profile, { hidden: 0.75 });
    expect(half.hidden).toHaveLength(Math.round(history.length / 2));
    expect(most.hidden).toEqual(expect.arrayContaining(half.hidden));
    expect(await tune(run, profile, { hidden: 0.5 })).toMatchObject({ items: half.items, hidden: half.hidden });
    const masks = await Promise.all([1, 2, 3, 4, 5].map((mask) => tune(run, profile, { hidden: 0.5, mask })));
    expect(masks.some(({ hidden }) => hidden.join() !== half.hidden.join())).toBe(true);
    expect(half.items.filter(({ watched }) => watched).map(({ item }) => item)).toEqual(
      expect.arrayContaining(half.items.filter(({ item }) => history.includes(item)).map(({ item }) => item)),
    );
    expect(history).toEqual(expect.arrayContaining(half.hidden));

    // A removed title is recommended again; removing all equals hiding all, except for what counts as watched.
    const without = await tune(run, profile, { removed: [history[0]!], watched: 'include' }, 200);
    expect(without.items.find(({ item }) => item === history[0])!.watched).toBe(false);
    const allHidden = await tune(run, profile, { hidden: 1, watched: 'include' }, 200);
    const allRemoved = await tune(run, profile, { removed: history, watched: 'include' }, 200);
    expect(allHidden.items.map(({ item, score }) => [item, score])).toEqual(
      allRemoved.items.map(({ item, score }) => [item, score]),
    );
    const added = await tune(run, profile, { added: [neutral.items[0]!.item] });
    expect(added.items.slice(0, 10).map(({ item }) => item)).not.toContain(neutral.items[0]!.item);

    // The profile: strength 0 means unknown, whatever attributes are given.
    const silent = await tune(run, profile, { condition: 0 });
    const unknown = await tune(run, profile, { attributes: Object.fromEntries(own.map(({ name }) => [name, null])) });
    expect(silent.items.map(({ item, score }) => [item, score])).toEqual(
      unknown.items.map(({ item, score }) => [item, score]),
    );
    const louder = await tune(run, profile, { condition: 2 });
    expect(louder.items.map(({ score }) => score)).not.toEqual(neutral.items.map(({ score }) => score));
    // The path from unknown over as trained to twice is linear: the middle lies half way.
    const scoreOf = (list: TunedList, item: string): number => list.items.find((entry) => entry.item === item)!.score!;
    const [none, once, twice] = await Promise.all(
      [0, 1, 2].map((condition) => tune(run, profile, { condition, watched: 'include' }, 200)),
    );
    for (const { item } of once!.items)
      expect(scoreOf(once!, item)).toBeCloseTo((scoreOf(none!, item) + scoreOf(twice!, item)) / 2, 4);
    await expect(tune(run, profile, { attributes: { sex: 'X' } })).rejects.toMatchObject({ code: 'usage' });
    await expect(tune(run, profile, { attributes: { colour: 'red' } })).rejects.toMatchObject({ code: 'usage' });

    // Neighbours and directions.
    const mixed = await tune(run, profile, { neighbours: { count: 5, share: 0.5 } });
    expect(mixed.neutral).toBe(false);
    const directions = await run.client.tuning.directions({ runId: run.runId, count: 4 });
    expect(directions).toHaveLength(4);
    const shares = directions.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((left, right) => right - left));
    const [first] = directions;
    const raised = await tune(run, profile, { directions: [{ direction: 0, amount: 3 }], watched: 'include' }, 200);
    const lowered = await tune(run, profile, { directions: [{ direction: 0, amount: -3 }], watched: 'include' }, 200);
    for (const { item } of first!.raises) expect(scoreOf(raised, item)).toBeGreaterThan(scoreOf(lowered, item));
    for (const { item } of first!.lowers) expect(scoreOf(raised, item)).toBeLessThan(scoreOf(lowered, item));
    await expect(tune(run, profile, { directions: [{ direction: 63, amount: 1 }] })).rejects.toMatchObject({
      code: 'usage',
    });

    for (const tuned of [half, most, added, silent, louder, mixed]) expectMovesToAddUp(neutral, tuned);

    // The nearest profiles watched the same group of titles.
    const neighbours = await run.client.profiles.neighbours({ runId: run.runId, profile, count: 5 });
    expect(neighbours).toHaveLength(5);
    expect(neighbours.map(({ profile: other }) => other)).not.toContain(profile);
    for (const { shared, watched } of neighbours) expect(shared).toBeLessThanOrEqual(watched);
    expect(neighbours[0]!.attributes.find(({ name }) => name === 'sex')).toMatchObject({ value: expect.any(String) });
  });
});

describe('a tuning taken into the recipe of a new run', () => {
  const TAKEN: readonly (Partial<Tuning> & { model?: string })[] = [
    {
      hidden: 0.4,
      mask: 3,
      condition: 0.5,
      neighbours: { count: 3, share: 0.2 },
      directions: [
        { direction: 2, amount: -1.5 },
        { direction: 0, amount: 2 },
      ],
    },
    { condition: 1.5, neighbours: { count: 4, share: 0.4 }, watched: 'include' },
    { model: 'item-knn', hidden: 0.5, mask: 1 },
  ];
  it.each(everyNth(TAKEN, 3))(
    'gives the same list there, bit for bit, to every profile: %o',
    async ({ model = 'dae', ...changes }) => {
      const run = await openedRun({ model });
      const tuning: Tuning = { ...NEUTRAL_TUNING, ...changes };
      const { recipe, notTaken } = recipeWithTuning(run.record.recipe, tuning);
      expect(notTaken).toEqual([]);
      const { runId } = await run.client.runs.start({ data: run.data, recipe, seed: run.record.seed });
      const record = await finalValue(await run.client.runs.watch({ runId }));
      expect(record).toMatchObject({ status: 'finished', weightsSha256: run.record.weightsSha256 });
      expect(record.listsSha256).not.toBe(run.record.listsSha256);
      for (let row = 0; row < 24; row++) {
        const tuned = await tune(run, profileId(row), tuning);
        const taken = await tune({ ...run, runId }, profileId(row));
        const shown = (list: TunedList) => list.items.map(({ rank, item, score }) => [rank, item, score]);
        expect(taken.neutral).toBe(true);
        expect(shown(taken)).toEqual(shown(tuned));
        // Scores computed again equal the stored ones.
        expect(shown(await tune({ ...run, runId }, profileId(row), {}, 200)).slice(0, COUNT)).toEqual(shown(taken));
      }
    },
  );

  it('names what no recipe can hold', () => {
    const tuning = {
      ...NEUTRAL_TUNING,
      added: ['1'],
      condition: 2,
      directions: [{ direction: 3, amount: 3 }],
    };
    const base = { ...DEFAULT_RECIPE, 'scoring.condition': 1.5, 'scoring.directions': '4:2.5' };
    expect(recipeWithTuning(base, tuning)).toEqual({ recipe: base, notTaken: ['condition', 'added', 'directions'] });
  });

  it('hides instead of what the recipe hides, and adds to its pushes', () => {
    const tuning = {
      ...NEUTRAL_TUNING,
      hidden: 0.5,
      mask: 2,
      directions: [
        { direction: 8, amount: 1 },
        { direction: 3, amount: -0.5 },
      ],
    };
    const base = { ...DEFAULT_RECIPE, 'scoring.hidden': 0.25, 'scoring.mask': 9, 'scoring.directions': '4:0.5 5:1' };
    expect(recipeWithTuning(base, tuning)).toEqual({
      recipe: { ...base, 'scoring.hidden': 0.5, 'scoring.mask': 2, 'scoring.directions': '5:1 9:1' },
      notTaken: [],
    });
  });
});

describe('the list of a run against that of another', () => {
  it('shows what moved, by the IDs of the titles', async () => {
    const run = await openedRun();
    const { recipe, seed } = run.record;
    const { runId } = await run.client.runs.start({ data: run.data, recipe, seed: seed + 1 });
    await finalValue(await run.client.runs.watch({ runId }));
    for (const tuning of [NEUTRAL_TUNING, { ...NEUTRAL_TUNING, condition: 2 }]) {
      const profile = profileId(6);
      const other = await tune({ ...run, runId }, profile);
      const list = await run.client.lists.show({ runId: run.runId, profile, tuning, count: COUNT, against: runId });
      expect(list.against).toEqual({ runId, sameData: true });
      // The list itself is the same without a comparison.
      const alone = await run.client.lists.show({ runId: run.runId, profile, tuning, count: COUNT });
      const shown = ({ items }: TunedList) => items.map(({ item, score, badges }) => [item, score, badges]);
      expect(shown(list)).toEqual(shown(alone));
      expectMovesToAddUp(other, list);
    }
    const itself = await run.client.lists.show({
      runId: run.runId,
      profile: profileId(6),
      tuning: NEUTRAL_TUNING,
      against: run.runId,
    });
    expect(itself.items.every(({ rank, before }) => rank === before)).toBe(true);
  });
});

describe('tuning a baseline', () => {
  it('applies changes of the history and refuses the rest by name', async () => {
    const run = await openedRun({ model: 'item-knn' });
    const profile = profileId(2);
    const neutral = await tune(run, profile);
    expect(neutral.neutral).toBe(true);
    const history = await historyOf(run, profile);
    for (const changes of [{ hidden: 0.5 }, { removed: history.slice(0, 3) }, { added: [neutral.items[0]!.item] }]) {
      const tuned = await tune(run, profile, changes);
      expect(tuned.neutral).toBe(false);
      expectMovesToAddUp(neutral, tuned);
    }
    const refused: [string, Partial<Tuning>][] = [
      ['condition', { condition: 0.5 }],
      ['attributes', { attributes: { sex: 'M' } }],
      ['neighbours', { neighbours: { count: 5, share: 0.5 } }],
      ['directions', { directions: [{ direction: 0, amount: 1 }] }],
    ];
    for (const [knob, changes] of refused)
      await expect(tune(run, profile, changes)).rejects.toMatchObject({
        code: 'usage',
        message: expect.stringMatching(new RegExp(`^${knob} cannot be tuned`)),
      });
    expect(await run.client.tuning.directions({ runId: run.runId })).toEqual([]);
    expect(await run.client.profiles.neighbours({ runId: run.runId, profile })).toEqual([]);
    await expect(tune(run, profile, { added: ['nowhere'] })).rejects.toMatchObject({ code: 'not-found' });
  });
});
