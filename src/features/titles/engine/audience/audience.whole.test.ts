/** The audience of titles: those whose delivered lists have them, why, whom new ones suit, and what it takes to reach more. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../../engine';
import { makeMap } from '../../../map/engine/make-map';
import { importFolder } from '../../../../engine/import/import-folder';
import { watchRun } from '../../../../engine/runs/watch/watch-run';
import { openWorkspace } from '../../../../engine/storage/workspace';
import type { RuleEffect } from '../../../../shared/contract/rule-answers';
import { ruleSetOf, ruleSetSchema, type RuleSet } from '../../../../shared/contract/rules';
import { csvRows } from '../../../../shared/values/csv';
import { finalValue } from '../../../../shared/values/final-value';
import { LIST_LENGTH } from '../../../../shared/limits';
import { temporaryFolder } from '../../../../../tests/support/finished-run';
import { writeTables } from '../../../../../tests/support/small-folder';
import { itemId, profileId, startRun } from '../../../../../tests/support/trained-run';
import { trainersHere } from '../../../../../tests/support/trainers-here';
import { type Opened, openedRun } from '../../../../../tests/support/tuned-run';

const date = '2026-11-26';
const setOf = (...rules: object[]): RuleSet =>
  ruleSetSchema.parse({
    formatVersion: 1,
    rules: rules.map((rule, place) => ({ id: `r${place}`, name: `Rule ${place}`, ...rule })),
  });
const PINNED = itemId(58);
const pin = { kind: 'pin', titles: { ids: [PINNED] }, place: 2, profiles: { attributes: { sex: ['M'] } } };

/** Place of the best of some titles in each list of an exported file, by profile. */
async function exportedPlaces(
  { client, runId }: Pick<Opened, 'client' | 'runId'>,
  rules: { set: RuleSet; date: string } | 'none',
  items: readonly string[],
): Promise<Map<string, number>> {
  const out = path.join(await temporaryFolder(), 'lists.csv');
  await client.runs.export({ runId, out, format: 'csv', rules });
  const places = new Map<string, number>();
  for (const [profile, rank, item] of [...csvRows(await fs.readFile(out, 'utf8'))].slice(1))
    if (items.includes(item!)) places.set(profile!, Math.min(places.get(profile!) ?? Infinity, Number(rank)));
  return places;
}

const rowOf = new Map(Array.from({ length: 24 }, (_, row) => [profileId(row), row]));

describe('the audience of titles', { tags: ['thorough'] }, () => {
  it('is who has them in an exported list, at the places there, by attribute, segment and taste', async () => {
    const run = await openedRun({ model: 'ease' });
    const { client, runId, data } = run;
    await client.segments.keep({ data, name: 'small', filter: { attributes: { age: ['1', '2', '3'] } } });
    const titles = { ids: [PINNED] };
    expect((await client.titles.audience({ runId, titles })).by.taste).toBeNull();
    await makeMap(run.workspace.folder, { runId, of: 'profiles' }, () => undefined);
    const map = await client.map.get({ runId, of: 'profiles' });
    for (const rules of ['none', { set: setOf(pin), date }] as const) {
      const places = await exportedPlaces(run, rules, titles.ids);
      const audience = await client.titles.audience({ runId, titles, rules });
      expect(audience).toMatchObject({ count: 1, profiles: 24, recommended: places.size });
      const histogram = new Array<number>(LIST_LENGTH).fill(0);
      for (const place of places.values()) histogram[place - 1]!++;
      expect(audience.places).toEqual(histogram);
      expect(new Map(audience.receivers.map(({ profile, place }) => [profile, place]))).toEqual(places);
      expect(await client.titles.receivers({ runId, titles, rules })).toEqual(
        audience.receivers.map(({ profile }) => profile),
      );
      const rows = [...places.keys()].map((profile) => rowOf.get(profile)!);
      expect(audience.by.attributes.find(({ name }) => name === 'sex')!.values).toEqual([
        { value: 'F', profiles: rows.filter((row) => row % 2 === 0).length, of: 12 },
        { value: 'M', profiles: rows.filter((row) => row % 2 === 1).length, of: 12 },
      ]);
      expect(audience.by.segments).toMatchObject([
        { name: 'small', profiles: rows.filter((row) => row % 12 < 3).length, of: 6 },
      ]);
      expect(audience.by.taste!.map(({ profiles, size }) => [profiles, size])).toEqual(
        map.clusters.map(({ size }, own) => [rows.filter((row) => map.cluster[row] === own).length, size]),
      );
    }
    const ruled = await client.titles.audience({ runId, titles, rules: { set: setOf(pin), date } });
    const plain = await client.titles.audience({ runId, titles, rules: 'none' });
    expect(ruled.asRanked).toBe(plain.recommended);
    expect(ruled.recommended).toBeGreaterThan(plain.recommended);
    expect(ruled.places[1]).toBeGreaterThan(plain.places[1]!);
  });

  it('is that of the saved rules unless others are given, in the list of titles and on one, too', async () => {
    const { client, runId, data } = await openedRun({ model: 'ease' });
    const before = await client.titles.open({ runId, item: PINNED });
    await client.rules.set({ data, revision: 0, set: setOf(pin) });
    const { recommended, meanPlace } = await client.titles.audience({ runId, titles: { ids: [PINNED] } });
    expect(recommended).toBeGreaterThan(before.recommended!);
    expect(await client.titles.open({ runId, item: PINNED })).toMatchObject({ recommended, meanRank: meanPlace });
    const page = await client.titles.page({ data, runId, start: 0, end: 60 });
    expect(page.rows.find(({ item }) => item === PINNED)).toMatchObject({ recommended, meanRank: meanPlace });
    const without = await client.titles.open({ runId, item: PINNED, rules: 'none' });
    expect(without).toEqual(before);
  });

  it('asks about several titles as one, and names what the data does not have', async () => {
    const run = await openedRun({ model: 'ease' });
    const { client, runId } = run;
    const ids = [itemId(2), itemId(3), itemId(4)];
    const places = await exportedPlaces(run, 'none', ids);
    const audience = await client.titles.audience({ runId, titles: { ids } });
    expect(audience.count).toBe(3);
    expect(audience.recommended).toBe(places.size);
    expect(audience.meanPlace).toBeCloseTo(
      [...places.values()].reduce((sum, place) => sum + place, 0) / places.size,
      12,
    );
    for (const titles of [{ ids: ['nowhere'] }, { series: ['No such series'] }, { text: 'no such title' }])
      await expect(client.titles.audience({ runId, titles })).rejects.toMatchObject({ code: 'not-found' });
    await expect(client.titles.audience({ runId, titles: {} })).rejects.toMatchObject({ code: 'usage' });
  });

  it('gets them for the parts that its scores are made of, on average', async () => {
    const { client, runId } = await openedRun();
    const { receivers } = await client.titles.audience({ runId, titles: { ids: [itemId(4)] } });
    const why = await client.titles.audienceWhy({ runId, titles: { ids: [itemId(4)] } });
    expect(why).toMatchObject({ sample: receivers.length, of: receivers.length });
    expect(receivers.length).toBeGreaterThan(1);
    const told = await Promise.all(
      receivers.map(({ profile }) => client.profiles.explain({ runId, profile, item: itemId(4) })),
    );
    const mean = told.reduce((sum, { score }) => sum + score, 0) / told.length;
    // At most ten watched titles are told.
    const history = told.flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'history'));
    const shown = why.parts.filter(({ kind }) => kind === 'history');
    const others = why.parts.filter(({ kind }) => kind !== 'history').reduce((sum, { value }) => sum + value, 0);
    const all = history.reduce((sum, { value }) => sum + value, 0) / told.length;
    expect(others + all).toBeCloseTo(mean, 4);
    for (const { id, value, raises } of shown) {
      const own = history.filter((part) => part.id === id);
      expect(value).toBeCloseTo(own.reduce((sum, part) => sum + part.value, 0) / told.length, 6);
      expect(raises).toBe(own.filter((part) => part.value > 0).length);
    }
    const sex = why.parts.find(({ kind, id }) => kind === 'attribute' && id === 'sex')!;
    expect(sex.values.toSorted()).toEqual(
      [...new Set(receivers.map(({ profile }) => (rowOf.get(profile)! % 2 === 0 ? 'F' : 'M')))].toSorted(),
    );
  });

  it('grows by rules whose effect and cost are those of trying them', async () => {
    const run = await openedRun({ model: 'ease' });
    const { client, runId, data } = run;
    const titles = { ids: [PINNED] };
    const { recommended } = await client.titles.audience({ runId, titles });
    const wanted = recommended + 4;
    const reach = await client.titles.reach({ runId, titles, goal: { profiles: wanted } });
    expect(reach).toMatchObject({ wanted, now: recommended, profiles: 24, isWider: false });
    expect(reach.options.length).toBeGreaterThan(1);
    expect(new Set(reach.options.map(({ rule }) => rule.kind))).toEqual(new Set(['boost', 'pin']));
    for (const { rule, reached, changed, unmet, isEnough, cost } of reach.options) {
      const set = ruleSetOf([rule]);
      expect((await client.titles.audience({ runId, titles, rules: { set, date } })).recommended).toBe(reached);
      const effect: RuleEffect = await finalValue(await client.rules.try({ runId, set, date }));
      expect(effect.changed).toBe(changed);
      expect(effect.brokenCount - effect.broken.filter(({ profile }) => profile === null).length).toBe(unmet);
      expect(effect.cost!.mean).toBeCloseTo(cost!.mean, 12);
      expect(isEnough).toBe(reached >= wanted);
      // No list that has the title gets it further down.
      const before = await exportedPlaces(run, 'none', titles.ids);
      const after = await exportedPlaces(run, { set, date }, titles.ids);
      for (const [profile, place] of before) expect(after.get(profile)).toBeLessThanOrEqual(place);
    }
    // What suffices stands first, the nearest to what is wanted before what overshoots; the cheapest of those alike.
    const order = reach.options.map(({ isEnough, reached, cost }) => ({ isEnough, reached, score: cost!.mean }));
    expect(order.filter(({ isEnough }) => isEnough).length).toBeGreaterThan(1);
    expect(new Set(order.map(({ reached }) => reached)).size).toBeGreaterThan(1);
    expect(order).toEqual(
      order.toSorted(
        (left, right) =>
          Number(right.isEnough) - Number(left.isEnough) ||
          Math.abs(left.reached - wanted) - Math.abs(right.reached - wanted) ||
          right.score - left.score,
      ),
    );

    const own = { ...pin, id: 'pin-1', profiles: { attributes: { age: ['1', '2'] } } };
    // On top of saved rules, under an ID that is free, and against what those cost.
    await client.rules.set({ data, revision: 0, set: setOf(own) });
    const more = await client.titles.reach({ runId, titles, goal: { profiles: 21 } });
    expect(more.now).toBeGreaterThan(recommended);
    expect(more.options.some(({ rule }) => rule.kind === 'pin')).toBe(true);
    for (const { rule, reached } of more.options) {
      expect(rule.id).not.toBe('pin-1');
      const set = ruleSetOf([...setOf(own).rules, rule]);
      expect((await client.titles.audience({ runId, titles, rules: { set, date } })).recommended).toBe(reached);
    }
    await expect(client.titles.reach({ runId, titles, goal: { profiles: 25 } })).rejects.toMatchObject({
      code: 'usage',
    });
  });

  it('grows to a segment by rules for its profiles, and says where no rule can name them all', async () => {
    const { client, runId, data } = await openedRun({ model: 'ease' });
    const titles = { ids: [PINNED] };
    const small = await client.segments.keep({ data, name: 'small', filter: { attributes: { age: ['1', '2'] } } });
    const reach = await client.titles.reach({ runId, titles, goal: { segment: small.id } });
    expect(reach).toMatchObject({ wanted: 4, profiles: 4, isWider: false });
    expect(reach.options[0]).toMatchObject({ rule: { profiles: { attributes: { age: ['1', '2'] } } } });
    for (const { rule, changed } of reach.options) {
      expect(rule.profiles).toEqual({ attributes: { age: ['1', '2'] } });
      expect(changed).toBeLessThanOrEqual(4);
    }
    const picked = await client.segments.keep({ data, name: 'picked', filter: { profiles: [profileId(3)] } });
    const one = await client.titles.reach({ runId, titles, goal: { segment: picked.id } });
    expect(one).toMatchObject({ wanted: 1, isWider: true });
    expect(one.options.every(({ rule }) => rule.profiles === undefined)).toBe(true);
    await expect(client.titles.reach({ runId, titles, goal: { segment: 'gone' } })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

/** First watched in the hold-out; never watched; two episodes of a series of which the first was watched; like nothing. */
const LATE = '8100';
const FRESH = '8200';
const NEXT = '8302';
const BARE = '8400';

/** Profiles of even rows watch cars, those of odd rows the sea. */
async function writeWithNewTitles(folder: string): Promise<void> {
  const history = ['profile_id,ss_id,log_time,act_target_dtl,album_id,payment,continuous_play,short_trailer'];
  const people = ['profile_id,sex,age'];
  const albums = ['album_id,title,genre_large,genre_mid'];
  const genreOf = (even: boolean): string => (even ? '키즈,자동차' : '키즈,바다');
  for (let item = 0; item < 60; item++)
    albums.push(`${itemId(item)},${item === 1 ? 'Otter Bay 1화' : `Story ${item}`},${genreOf(item % 2 === 0)}`);
  albums.push(
    `${LATE},A late car,${genreOf(true)}`,
    `${FRESH},A fresh car,${genreOf(true)}`,
    `${NEXT},Otter Bay 2화,${genreOf(false)}`,
    `${BARE},,,`,
  );
  const watch = (profile: number, item: string, day: number): void => {
    const at = `202603${String(day).padStart(2, '0')}12${String((profile * 7 + day) % 60).padStart(2, '0')}00`;
    history.push(`${profileId(profile)},${day},${at},IFSUC0001,${item},0,N,N`);
  };
  for (let profile = 0; profile < 24; profile++) {
    people.push(`${profileId(profile)},${profile % 2 ? 'M' : 'F'},${1 + (profile % 12)}`);
    for (let event = 0; event < 8; event++)
      watch(profile, itemId((profile % 2) + 2 * ((profile + event * 3) % 30)), 1 + event * 3);
    if (profile % 2 === 0) watch(profile, LATE, 28);
    else if (profile % 4 === 1) watch(profile, itemId(1), 2);
  }
  await writeTables(folder, { 'history_data.csv': history, 'profile_data.csv': people, 'meta_data.csv': albums });
}

describe('titles without viewings', { tags: ['thorough'] }, () => {
  let client: Opened['client'];
  let runId: string;
  let data: string;
  let folder: string;

  beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-audience-'));
    const workspace = await openWorkspace(path.join(folder, 'workspace'));
    const source = path.join(folder, 'theirs');
    await writeWithNewTitles(source);
    const dataset = await importFolder({ workspace, folder: source });
    const run = await startRun(workspace, dataset, { model: 'ease', 'stopping.share': 0.1 });
    expect((await finalValue(watchRun(run.folder))).status).toBe('finished');
    ({ client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere }));
    ({ runId } = run);
    data = dataset.fingerprint;
  });
  afterAll(() => fs.rm(folder, { recursive: true, force: true }));

  it('name whom they would suit, as many as the list of new titles says', async () => {
    const { titles } = await client.newTitles.list({ runId });
    for (const { item, profiles } of titles) {
      const { suits, recommended } = await client.titles.audience({ runId, titles: { ids: [item] } });
      expect(suits!.profiles).toBe(profiles);
      expect(suits!.next + suits!.strengths.reduce((sum, part) => sum + part.profiles, 0)).toBe(profiles);
      expect(
        suits!.by.attributes.find(({ name }) => name === 'sex')!.values.reduce((sum, one) => sum + one.profiles, 0),
      ).toBe(profiles);
      // Each is told as the explanation for one profile tells it.
      for (const { profile, share, after } of suits!.best) {
        const stands = (await client.newTitles.explain({ runId, profile, item }))!;
        expect(stands.rank).not.toBeNull();
        expect(share).toBeCloseTo(stands.score, 9);
        if (after !== null) expect(stands.after).toEqual({ ...after, watched: true });
      }
      const shares = suits!.best.filter(({ after }) => after === null).map(({ share }) => share);
      expect(shares).toEqual(shares.toSorted((left, right) => right - left));
      expect(recommended).toBe(0);
    }
    const { popularity } = await client.titles.open({ runId, item: itemId(1) });
    expect((await client.titles.audience({ runId, titles: { ids: [NEXT] } })).suits).toMatchObject({
      next: popularity,
      profiles: popularity,
    });
    expect((await client.titles.audience({ runId, titles: { ids: [BARE] } })).suits).toMatchObject({
      profiles: 0,
      best: [],
    });
    expect((await client.titles.audience({ runId, titles: { ids: [LATE] } })).suits).toBeNull();
  });

  it('have an audience under a rule for new titles, and no parts of a score', async () => {
    const rules = { set: setOf({ kind: 'new-titles', count: 1 }), date };
    const audience = await client.titles.audience({ runId, titles: { ids: [FRESH] }, rules });
    expect(audience).toMatchObject({ recommended: 12, asRanked: 0 });
    expect(await client.titles.open({ runId, item: FRESH, rules })).toMatchObject({ recommended: 12 });
    expect(await client.titles.audienceWhy({ runId, titles: { ids: [FRESH] }, rules })).toEqual({
      sample: 0,
      of: 0,
      parts: [],
    });
    const { rows } = await client.titles.page({ data, runId, start: 0, end: 99, rules });
    expect(rows.find(({ item }) => item === FRESH)!.recommended).toBe(12);
  });

  it('reach those whom they suit by a place for new titles', async () => {
    const titles = { ids: [FRESH] };
    const { options, now } = await client.titles.reach({ runId, titles, goal: { profiles: 10 } });
    expect(now).toBe(0);
    expect(options).toMatchObject([
      { rule: { kind: 'new-titles', count: 1, titles }, reached: 12, isEnough: true, unmet: 0 },
    ]);
  });

  it('are asked about as a series, together with the episodes that were watched', async () => {
    const audience = await client.titles.audience({ runId, titles: { series: ['otter bay'] } });
    expect(audience.titles.map(({ item }) => item)).toEqual([itemId(1), NEXT]);
    const { popularity } = await client.titles.open({ runId, item: itemId(1) });
    expect(audience.watched).toBe(popularity);
    expect(audience.suits).toMatchObject({ titles: 1, next: popularity });
  });
});
