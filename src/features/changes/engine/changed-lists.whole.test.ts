/** What changed between two runs or exports: counted as the exported files differ, with the reason that is known. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../engine';
import type { ChangedGroup, ChangedLists, ChangeReason } from '../contract/changes';
import { ruleSetSchema, type RuleSet } from '../../../shared/contract/rules';
import { NEUTRAL_TUNING } from '../../../shared/contract/tuning';
import { completeRecipe } from '../../../shared/recipe/schema';
import { csvRows } from '../../../shared/values/csv';
import { finalValue } from '../../../shared/values/final-value';
import { MODEL, writeMonth } from '../../../../tests/support/months';
import { itemId, profileId, SMALL_RECIPE } from '../../../../tests/support/trained-run';
import { trainersHere as launcher } from '../../../../tests/support/trainers-here';

type Client = Awaited<ReturnType<typeof createEngine>>['client'];
const date = '2026-11-26';
const setOf = (...rules: object[]): RuleSet =>
  ruleSetSchema.parse({
    formatVersion: 1,
    rules: rules.map((rule, place) => ({ id: `r${place}`, name: `Rule ${place}`, ...rule })),
  });

let place: string;
let client: Client;
/** Of March, and of March and April. */
let march: string;
let april: string;
let data: string;
let later: string;

async function trained(of: string, seed: number, model: object = MODEL): Promise<string> {
  const { runId } = await client.runs.start({ data: of, recipe: completeRecipe({ ...SMALL_RECIPE, ...model }), seed });
  expect(await finalValue(await client.runs.watch({ runId }))).toMatchObject({ status: 'finished' });
  return runId;
}

beforeAll(async () => {
  place = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-changes-'));
  ({ client } = await createEngine({ workspaceFolder: path.join(place, 'workspace'), launcher }));
  ({ fingerprint: data } = await finalValue(
    await client.datasets.import({ folder: await writeMonth(place, 'march') }),
  ));
  march = await trained(data, 5);
  const added = await finalValue(await client.datasets.add({ data, folder: await writeMonth(place, 'april') }));
  later = added.fingerprint;
  april = await trained(later, 5);
}, 60_000);
afterAll(() => fs.rm(place, { recursive: true, force: true }));

let files = 0;
async function exported(runId: string, rules: { set: RuleSet; date: string } | 'none' = 'none') {
  const out = path.join(place, `${files++}.csv`);
  const { sha256 } = await client.runs.export({ runId, out, format: 'csv', rules });
  const lists = new Map<string, string[]>();
  for (const [profile, , item] of [...csvRows(await fs.readFile(out, 'utf8'))].slice(1))
    lists.set(profile!, [...(lists.get(profile!) ?? []), item!]);
  return { sha256, lists };
}

/** What a comparison has to count, from two exported files. */
function differences(before: Map<string, string[]>, after: Map<string, string[]>) {
  const only = (these: string[], those: string[]): string[] => these.filter((item) => !those.includes(item));
  const all = [...after].map(([profile, list]) => {
    const was = before.get(profile)!;
    return { profile, came: only(list, was), went: only(was, list), isSame: String(list) === String(was) };
  });
  const changed = all.filter(({ came, went }) => came.length + went.length > 0);
  const count = (side: 'came' | 'went'): number => changed.reduce((sum, one) => sum + one[side].length, 0);
  return {
    profiles: all.length,
    changed: all.filter(({ isSame }) => !isSame).length,
    reordered: all.filter(({ isSame }) => !isSame).length - changed.length,
    came: count('came'),
    went: count('went'),
    lists: new Map(changed.map(({ profile, came, went }) => [profile, { came, went }])),
  };
}

function expectCounted(told: ChangedLists, before: Map<string, string[]>, after: Map<string, string[]>): void {
  const { lists, ...counts } = differences(before, after);
  expect(told).toMatchObject(counts);
  const ids = (moved: readonly { item: string }[]): string[] => moved.map(({ item }) => item);
  expect(new Map(told.lists.map(({ profile, came, went }) => [profile, { came: ids(came), went: ids(went) }]))).toEqual(
    lists,
  );
  const shared = told.lists.map((list) => list.shared);
  expect(shared).toEqual(shared.toSorted((left, right) => left - right));
  const sum = (rows: readonly { came: number; went: number }[]) => [
    rows.reduce((total, { came }) => total + came, 0),
    rows.reduce((total, { went }) => total + went, 0),
  ];
  expect(sum(told.reasons)).toEqual([counts.came, counts.went]);
  expect(sum(told.titles)).toEqual([counts.came, counts.went]);
  for (const { item, before: was, after: is, came, went } of told.titles) {
    const inLists = (of: Map<string, string[]>): number =>
      [...of.values()].filter((list) => list.includes(item)).length;
    expect([was, is]).toEqual([inLists(before), inLists(after)]);
    expect(is - was).toBe(came - went);
  }
}

const reasonsOf = ({ reasons }: ChangedLists): ChangeReason[] => reasons.map(({ reason }) => reason).toSorted();

describe('what changed in the lists', { tags: ['thorough'] }, () => {
  it('after a month was added is what two exports differ in: watched since, and learned from new viewings', async () => {
    const [was, is] = [await exported(march), await exported(april)];
    const sides = { before: { runId: march, rules: 'none' }, after: { runId: april, rules: 'none' } } as const;
    const told = await client.changes.lists(sides);
    expectCounted(told, was.lists, is.lists);
    expect(told).toMatchObject({ isSameData: false, gone: 0, fresh: 0, before: { data }, after: { data: later } });
    expect(reasonsOf(told)).toContain('watched');
    for (const { profile, shared: _, ...moves } of told.lists)
      expect(await client.changes.list({ ...sides, profile })).toEqual(moves);
    expect(await client.changes.list({ ...sides, profile: 'of neither' })).toBeNull();
    for (const { profile, viewings, came, went } of told.lists) {
      const { history } = await client.profiles.open({ data: later, profile });
      const before = await client.profiles.open({ data, profile });
      expect(viewings).toBe(history.length - before.history.length);
      const seen = new Set(history.map(({ item }) => item));
      for (const { item, reason } of went) expect(reason).toBe(seen.has(item) ? 'watched' : 'viewings');
      for (const { reason } of came) expect(reason).toBe('viewings');
    }
  });

  it('under other rules on the same run is theirs alone, by segment too', async () => {
    await client.segments.keep({ data, name: 'girls', filter: { attributes: { sex: ['F'] } } });
    const hide = setOf({ kind: 'hide', titles: { ids: [itemId(2)] }, profiles: { attributes: { sex: ['F'] } } });
    const [was, is] = [await exported(march), await exported(march, { set: hide, date })];
    const told = await client.changes.lists({
      before: { runId: march, rules: 'none' },
      after: { runId: march, rules: { set: hide, date } },
    });
    expectCounted(told, was.lists, is.lists);
    expect(told.changed).toBeGreaterThan(0);
    expect(reasonsOf(told)).toEqual(['rules']);
    expect(told.isSameData).toBe(true);
    expect(told.segments).toMatchObject([{ name: 'girls', profiles: 12, changed: told.changed, came: told.came }]);
    // All of them, and those of a group.
    const sides = {
      before: { runId: march, rules: 'none' },
      after: { runId: march, rules: { set: hide, date } },
    } as const;
    const { lists } = differences(was.lists, is.lists);
    const profilesOf = async (of?: ChangedGroup) =>
      (await client.changes.profiles({ ...sides, ...(of && { of }) })).map(({ profile }) => profile);
    const girls = told.segments[0]!.id;
    expect(await profilesOf()).toEqual([...lists.keys()]);
    expect(await profilesOf({ segment: girls })).toEqual([...lists.keys()]);
    const boys = await client.segments.keep({ data, name: 'boys', filter: { attributes: { sex: ['M'] } } });
    expect(await profilesOf({ segment: boys.id })).toEqual([]);
    await client.segments.remove({ data, id: boys.id, revision: boys.revision });
    await expect(profilesOf({ segment: 'gone' })).rejects.toMatchObject({ code: 'not-found' });
    const [entered] = [...lists.values()].flatMap(({ came }) => came);
    const withIt = [...lists].filter(([, { came, went }]) => [...came, ...went].includes(entered!));
    expect(await profilesOf({ item: entered! })).toEqual(withIt.map(([profile]) => profile));
    expect(await profilesOf({ item: 'nothing' })).toEqual([]);
    // None of these titles has a genre.
    expect(await profilesOf({ group: null })).toEqual([...lists.keys()]);
    expect(await profilesOf({ group: 'Fairies' })).toEqual([]);
    // The other way round, too.
    const back = await client.changes.lists({
      before: { runId: march, rules: { set: hide, date } },
      after: { runId: march, rules: 'none' },
    });
    expectCounted(back, is.lists, was.lists);
    expect(reasonsOf(back)).toEqual(['rules']);
  });

  it('between two models of one data set is the model', async () => {
    const other = await trained(data, 5, { model: 'ease', 'stopping.share': 0.2 });
    const [was, is] = [await exported(march), await exported(other)];
    const told = await client.changes.lists({
      before: { runId: march, rules: 'none' },
      after: { runId: other, rules: 'none' },
    });
    expectCounted(told, was.lists, is.lists);
    expect(reasonsOf(told)).toEqual(['model']);
  });

  it('beyond what another seed of the same recipe moves: measured once, in an archived run, after all other trainings', async () => {
    const recipe = { model: 'als', 'als.passes': 1, 'als.factors': 4 };
    const [was, is] = [await trained(data, 5, recipe), await trained(later, 5, recipe)];
    const sides = { before: { runId: was, rules: 'none' }, after: { runId: is, rules: 'none' } } as const;
    expect((await client.changes.lists(sides)).chance).toBeNull();
    // One run on both sides, and a model without chance, have nothing to measure.
    const nothing = { seeds: [], titles: { most: 0 }, groups: { most: 0 }, places: 0 };
    expect((await client.changes.lists({ before: sides.after, after: sides.after })).chance).toMatchObject(nothing);
    expect((await client.changes.lists({ before: { runId: march }, after: { runId: april } })).chance).toMatchObject(
      nothing,
    );
    const waiting = await client.queue.add({ data, recipe: completeRecipe({ ...SMALL_RECIPE, ...MODEL }), seed: 7 });
    const measuring = await client.changes.measureChance({ runId: is });
    expect((await measuring.next()).value).toMatchObject({ phase: 'turn' });
    await client.queue.remove({ id: waiting.id });
    expect(await finalValue(measuring)).toEqual({ seeds: [6] });
    const other = (await client.runs.list()).find(({ seed, parent }) => seed === 6 && parent === is)!;
    expect(other.marks.archived).toBe(true);
    expect(await finalValue(await client.changes.measureChance({ runId: is }))).toEqual({ seeds: [6] });
    const told = await client.changes.lists(sides);
    const alone = differences((await exported(is)).lists, (await exported(other.runId)).lists);
    const movedBy = (before: number, after: number): number => Math.abs(Math.sqrt(after) - Math.sqrt(before));
    const countIn = ({ lists }: { lists: Map<string, string[]> }, item: string): number =>
      [...lists.values()].filter((list) => list.includes(item)).length;
    const [own, theirs] = [await exported(is), await exported(other.runId)];
    const items = new Set([own, theirs].flatMap(({ lists }) => [...lists.values()].flat()));
    const most = Math.max(...Array.from(items, (item) => movedBy(countIn(own, item), countIn(theirs, item))));
    expect(most).toBeGreaterThan(0);
    expect(told.chance).toMatchObject({ seeds: [6], titles: { most }, places: alone.came });
    const further = told.titles.filter(({ before, after }) => movedBy(before, after) > most);
    expect(told.chance!.titles.beyond).toBe(further.length);
    for (const { reason, came, byChance } of told.reasons) {
      expect(byChance).toBeLessThanOrEqual(came);
      if (reason === 'watched' || reason === 'catalogue') expect(byChance).toBe(0);
    }
  });

  it('refuses a tuning by the directions of another run, as an export does', async () => {
    const directions = [{ direction: 1, amount: 1.5 }];
    const asked = client.changes.lists({
      before: { runId: march },
      after: { runId: march, tuning: { ...NEUTRAL_TUNING, directions }, madeOn: april },
    });
    await expect(asked).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining(`directions of the model ${april}`) as string,
    });
  });

  it('compares exports as they were delivered', async () => {
    const pin = setOf({ kind: 'pin', titles: { ids: [itemId(50)] }, place: 1 });
    await client.rules.set({ data, revision: 0, set: pin });
    const out = path.join(place, 'pinned.csv');
    const { sha256 } = await client.runs.export({ runId: march, out, format: 'csv' });
    await client.rules.set({ data, revision: 1, set: setOf() });
    const plain = await exported(march);
    const told = await client.changes.lists({
      before: { runId: march, exported: plain.sha256 },
      after: { runId: march, exported: sha256.slice(0, 12) },
    });
    expect(told.before).toMatchObject({ rules: null });
    expect(told.after.rules!.names).toEqual(['Rule 0']);
    expect(told.after.exportedAt).not.toBeNull();
    expect(told.titles.find(({ item }) => item === itemId(50))).toMatchObject({ reason: 'rules' });
    // Rules of a revision are those that were saved then, whatever is saved now.
    const under = (revision: number) =>
      client.changes.lists({
        before: { runId: march, rules: 'none' },
        after: { runId: march, rules: { revision, date } },
      });
    const revised = await under(1);
    expect(revised.after.rules).toEqual({ ...told.after.rules, revision: 1, date });
    expect(revised.lists).toEqual(told.lists);
    expect((await under(2)).changed).toBe(0);
    await expect(under(9)).rejects.toMatchObject({ code: 'not-found' });
    const asked = (exportedBefore: string) =>
      client.changes.lists({ before: { runId: march, exported: exportedBefore }, after: { runId: march } });
    await expect(asked('0000')).rejects.toMatchObject({ code: 'not-found' });
    expect(told.lists.some(({ profile }) => profile === profileId(0))).toBe(true);
  });
});
