/** Titles without viewings, as people meet them: listed, scored, tried by a rule, checked, reviewed and exported. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../engine';
import { importFolder } from '../../../engine/import/import-folder';
import { openWorkspace } from '../../../engine/storage/workspace';
import { watchRun } from '../../../engine/runs/watch/watch-run';
import type { RuleEffect } from '../../../shared/contract/rule-answers';
import { ruleSetSchema, type RuleSet } from '../../../shared/contract/rules';
import { csvRows } from '../../../shared/values/csv';
import { finalValue } from '../../../shared/values/final-value';
import { LIST_LENGTH } from '../../../shared/limits';
import { temporaryWorkspace } from '../../../../tests/support/finished-run';
import { writeTables } from '../../../../tests/support/small-folder';
import { itemId, profileId, startRun } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';
import { particleAfter } from '../../../shared/words/particles';

const date = '2026-11-26';
const PROFILES = 24;
const ITEMS = 60;
/** First watched in the hold-out; never watched; an episode of a series; a title without metadata; one for grown-ups. */
const LATE = '8100';
const FRESH = '8200';
const EPISODE = '8302';
const BARE = '8400';
const GROWN = '8500';

const setOf = (...rules: object[]): RuleSet =>
  ruleSetSchema.parse({
    formatVersion: 1,
    rules: rules.map((rule, place) => ({ id: `r${place}`, name: `Rule ${place}`, ...rule })),
  });
const newTitles = { kind: 'new-titles', count: 2 };

/** Profiles of even rows watch cars, those of odd rows the sea; all of the even rows watch `LATE` last. */
async function writeFolder(folder: string, reversed = false): Promise<void> {
  const history = ['profile_id,ss_id,log_time,act_target_dtl,album_id,payment,continuous_play,short_trailer'];
  const people = ['profile_id,sex,age'];
  const albums: string[] = [];
  const genreOf = (even: boolean): string => (even ? '키즈,자동차' : '키즈,바다');
  for (let item = 0; item < ITEMS; item++)
    albums.push(`${itemId(item)},${item === 1 ? 'Otter Bay 1화' : `Story ${item}`},${genreOf(item % 2 === 0)}`);
  albums.push(
    `${LATE},A late car,${genreOf(true)}`,
    `${FRESH},A fresh car,${genreOf(true)}`,
    `${EPISODE},Otter Bay 2화,${genreOf(false)}`,
    `${BARE},,,`,
    `${GROWN},A car for the grown,${genreOf(true)}`,
  );
  const watch = (profile: number, item: string, day: number): void => {
    const minute = String((profile * 7 + day) % 60).padStart(2, '0');
    const at = `202603${String(day).padStart(2, '0')}12${minute}00`;
    history.push(`${profileId(profile)},${day},${at},IFSUC0001,${item},0,N,N`);
  };
  for (let profile = 0; profile < PROFILES; profile++) {
    people.push(`${profileId(profile)},${profile % 2 ? 'M' : 'F'},${1 + (profile % 12)}`);
    for (let event = 0; event < 8; event++)
      watch(profile, itemId((profile % 2) + 2 * ((profile + event * 3) % (ITEMS / 2))), 1 + event * 3);
    if (profile % 2 === 0) watch(profile, LATE, 28);
    else if (profile % 4 === 1) watch(profile, itemId(1), 2);
  }
  await writeTables(folder, {
    'history_data.csv': history,
    'profile_data.csv': people,
    'meta_data.csv': ['album_id,title,genre_large,genre_mid', ...(reversed ? albums.toReversed() : albums)],
  });
}

describe('titles without viewings', { tags: ['thorough'] }, () => {
  let client: Awaited<ReturnType<typeof createEngine>>['client'];
  let runId: string;
  let data: string;
  let folder: string;

  beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-new-titles-'));
    const workspace = await openWorkspace(path.join(folder, 'workspace'));
    await writeFolder(path.join(folder, 'theirs'));
    const dataset = await importFolder({ workspace, folder: path.join(folder, 'theirs') });
    const run = await startRun(workspace, dataset, { model: 'ease', 'stopping.share': 0.1 });
    const record = await finalValue(watchRun(run.folder));
    expect(record.status).toBe('finished');
    ({ client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere }));
    runId = run.runId;
    data = dataset.fingerprint;
  });

  afterAll(() => fs.rm(folder, { recursive: true, force: true }));

  const tried = async (set: RuleSet): Promise<RuleEffect> => finalValue(await client.rules.try({ runId, set, date }));
  const shown = async (profile: number, set: RuleSet) =>
    (await client.lists.show({ runId, profile: profileId(profile), rules: { set, date } })).items;
  async function exported(set: RuleSet, name: string) {
    const out = path.join(folder, name);
    const record = await client.runs.export({ runId, out, format: 'csv', rules: { set, date } });
    return { record, rows: [...csvRows(await fs.readFile(out, 'utf8'))].slice(1) };
  }

  it('are listed with the titles that they stand in for, and so are those that stand in for none', async () => {
    const told = await client.newTitles.list({ runId });
    expect(told.titles.map(({ item }) => item)).toEqual([FRESH, EPISODE, GROWN]);
    expect(told.standNowhere).toEqual([{ item: BARE, title: null }]);
    const [fresh, episode] = told.titles;
    expect(fresh).toMatchObject({ after: null, group: '자동차', profiles: PROFILES / 2 });
    expect(fresh!.like[0]!.shared.map(({ value }) => value)).toContain('자동차');
    expect(episode).toMatchObject({ after: { item: itemId(1), title: 'Otter Bay 1화' } });
    const opened = await client.titles.open({ runId, item: FRESH });
    expect(opened.similar!.slice(0, 3).map(({ item }) => item)).toEqual(fresh!.like.map(({ item }) => item));
    expect((await client.titles.open({ runId, item: BARE })).similar).toEqual([]);
    // Only the profiles that watched the first episode.
    const watchers = await Promise.all(
      Array.from({ length: PROFILES }, async (_, profile) =>
        (await client.profiles.open({ data, profile: profileId(profile) })).history.some(
          ({ item }) => item === itemId(1),
        ),
      ),
    );
    expect(episode!.profiles).toBe(watchers.filter(Boolean).length);
  });

  it('come into the lists of those who watched similar titles, with a reason that the history supports', async () => {
    const after = await shown(0, setOf(newTitles));
    expect(after).toHaveLength(LIST_LENGTH);
    expect(after.slice(-2).map(({ item }) => item)).toEqual([FRESH, GROWN]);
    const { newTitle, rules, ranked } = after.at(-2)!;
    expect({ rules, ranked }).toEqual({ rules: [{ id: 'r0', name: 'Rule 0' }], ranked: null });
    const { history } = await client.profiles.open({ data, profile: profileId(0) });
    const seen = new Set(history.map(({ item }) => item));
    for (const { item } of newTitle!.like) expect(seen).toContain(item);
    const [first, second] = newTitle!.like;
    expect(newTitle!.sentence).toEqual({
      en: `New, nobody has watched it yet: it is like “${first!.title}”, “${second!.title}”, which your child watched.`,
      ko: `아직 아무도 보지 않은 신작입니다. 아이가 본 ‘${first!.title}’, ‘${second!.title}’${particleAfter(second!.title!, '와(과)')} 비슷합니다.`,
    });
    for (const other of after.slice(0, -2)) expect(other.newTitle).toBeNull();
    const episode = (await shown(1, setOf({ ...newTitles, place: 1 })))[0]!;
    expect(episode.item).toBe(EPISODE);
    expect(episode.newTitle!.sentence).toEqual({
      en: 'New, nobody has watched it yet: it follows “Otter Bay 1화”, which your child watched.',
      ko: '아직 아무도 보지 않은 신작입니다. 아이가 본 ‘Otter Bay 1화’에 이어지는 회차입니다.',
    });
    expect((await shown(3, setOf({ ...newTitles, place: 1 }))).map(({ item }) => item)).not.toContain(EPISODE);
  });

  it('are explained as sums over the titles that they stand in for, and have the stated rank', async () => {
    const explain = (profile: number, item: string, set?: RuleSet) =>
      client.newTitles.explain({ runId, profile: profileId(profile), item, ...(set && { rules: { set, date } }) });
    expect(await explain(0, itemId(0))).toBeNull();
    await expect(explain(0, 'nothing')).rejects.toMatchObject({ code: 'not-found' });
    for (let profile = 0; profile < 6; profile++) {
      const { history } = await client.profiles.open({ data, profile: profileId(profile) });
      const seen = new Set(history.map(({ item }) => item));
      for (const item of [FRESH, EPISODE, BARE, GROWN]) {
        const told = (await explain(profile, item))!;
        expect(told.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(told.score, 12);
        for (const { id, value, watched } of told.parts) {
          expect(watched).toBe(seen.has(id));
          expect(value > 0).toBe(watched);
        }
        const places = async (count: number) =>
          (await explain(profile, item, setOf({ ...newTitles, count })))!.underRules!.rank;
        // As many places as there are titles before it are enough, and one less is not.
        if (told.rank === null) expect(await places(25)).toBeNull();
        else {
          expect(await places(told.rank)).not.toBeNull();
          if (told.rank > 1) expect(await places(told.rank - 1)).toBeNull();
        }
      }
    }
    const [fits, not] = [(await explain(0, FRESH))!, (await explain(1, FRESH))!];
    expect(fits).toMatchObject({ rank: 1, change: null, after: null, title: 'A fresh car' });
    expect(fits.score).toBeGreaterThan(0);
    // Behind the next episode of what it watched.
    expect(not).toMatchObject({ rank: null, score: 0, change: { item: not.parts[0]!.id, rank: 2 } });
    // A later episode names the one before it, whether that was watched or not.
    const before = { item: itemId(1), title: 'Otter Bay 1화' };
    expect(await explain(1, EPISODE)).toMatchObject({ rank: 1, after: { ...before, watched: true } });
    expect(await explain(3, EPISODE)).toMatchObject({
      rank: null,
      after: { ...before, watched: false },
      change: { ...before, rank: 1 },
    });
    expect(await explain(0, BARE)).toMatchObject({ parts: [], score: 0, rank: null, change: null });
    const asked = await client.profiles.whyNot({ runId, profile: profileId(0), item: FRESH });
    expect(asked).toMatchObject({ reason: 'not-learned', standIn: fits });
  });

  it('are exported as they were tried, in the same bytes each time, and never where a rule forbids them', async () => {
    const age = { kind: 'age', attribute: 'age', ages: { from: 7 }, titles: { ids: [GROWN] } };
    const set = setOf(newTitles, age);
    const effect = await tried(set);
    const [one, two] = [await exported(set, 'one.csv'), await exported(set, 'two.csv')];
    expect(two.record.sha256).toBe(one.record.sha256);
    const fresh = one.rows.filter(([, , item]) => Number(item) > Number(LATE));
    expect(effect.newTitles).toEqual({
      titles: 4,
      placed: new Set(fresh.map(([, , item]) => item)).size,
      lists: new Set(fresh.map(([profile]) => profile)).size,
      places: fresh.length,
    });
    expect(effect.coverage.after).toBeLessThanOrEqual(1);
    for (const [profile, , item, , score] of fresh) {
      expect(score).toBe('');
      const row = Array.from({ length: PROFILES }, (_, index) => profileId(index)).indexOf(profile!);
      if (item === GROWN) expect(1 + (row % 12)).toBeGreaterThanOrEqual(7);
    }
    expect(fresh.some(([, , item]) => item === GROWN)).toBe(true);
    expect(fresh.some(([, , item]) => item === BARE)).toBe(false);
    expect(one.record.checks.map(({ check }) => check)).toContain('new titles');
    const preview = await client.runs.previewExport({ runId, format: 'csv', rules: { set, date } });
    expect(preview.newTitles.map(({ item }) => item).toSorted()).toEqual(
      [...new Set(fresh.map(([, , item]) => item!))].toSorted(),
    );
    const plain = await client.runs.previewExport({ runId, format: 'csv' });
    expect(plain.newTitles).toEqual([]);
    // With the rule off, or its titles hidden, the lists have the bytes of those without it.
    const off = await exported(setOf({ ...newTitles, on: false }), 'off.csv');
    const hidden = { kind: 'hide', titles: { ids: [FRESH, EPISODE, GROWN] } };
    const hiding = await exported(setOf(newTitles, hidden), 'hidden.csv');
    const none = await exported(setOf(), 'none.csv');
    expect(off.record.sha256).toBe(none.record.sha256);
    expect(hiding.record.sha256).toBe(none.record.sha256);
  });

  it('are scored on the titles that were first watched in the hold-out, against leaving them out', async () => {
    const verdict = (await client.newTitles.judge({ runId, count: 2 }))!;
    expect(verdict).toMatchObject({ count: 2, place: null, watched: 1, viewings: PROFILES / 2, titles: 5 });
    expect(verdict.found).toBeGreaterThan(0);
    const { mean: score, low, high, before, after, isCertain } = verdict.gain;
    expect(score).toBeCloseTo(after - before, 12);
    expect(score).toBeGreaterThan(0);
    expect(isCertain).toBe(low > 0 || high < 0);
    expect(low).toBeLessThanOrEqual(score);
    expect(high).toBeGreaterThanOrEqual(score);
    // The cost of the rule is the same difference.
    const { cost } = await tried(setOf(newTitles));
    expect(cost!.mean).toBeCloseTo(score, 12);
    expect(await client.newTitles.judge({ runId, count: 2 })).toEqual(verdict);
  });

  it('are named in a comparison of two sets of rules, whichever set brings them in', async () => {
    const [bringing, without] = [setOf({ ...newTitles, place: 1 }), setOf()];
    for (const [before, after] of [
      [bringing, without],
      [without, bringing],
    ]) {
      const { lists } = await client.changes.lists({
        before: { runId, rules: { set: before!, date } },
        after: { runId, rules: { set: after!, date } },
      });
      const { came, went } = lists.find(({ profile }) => profile === profileId(0))!;
      const moved = before === bringing ? went : came;
      expect(moved).toContainEqual({ item: FRESH, title: 'A fresh car', place: 1, reason: 'rules' });
    }
  });

  it('are checked, and counted and named as what their rule ordered', async () => {
    const rules = { set: setOf(newTitles), date };
    const own = [{ id: 'own-1', name: 'Fresh', mode: 'on' as const, titles: { ids: [FRESH] }, most: 0 }];
    const { checks, ordered } = await client.checks.run({ runId, rules, own });
    expect(checks.find(({ id }) => id === 'own-1')!.count).toBe(0);
    // The other checks find in lists what the same rule placed.
    expect(ordered).toHaveLength(1);
    expect(ordered[0]!.lists).toBeGreaterThanOrEqual(PROFILES / 2);
    expect(ordered[0]!.titles).toContainEqual({ item: FRESH, title: 'A fresh car' });
  });

  it('are the same in whatever order the rows of the metadata come', { tags: ['rare'] }, async () => {
    const other = await temporaryWorkspace();
    const source = path.join(folder, 'reversed');
    await writeFolder(source, true);
    const dataset = await importFolder({ workspace: other, folder: source });
    expect(dataset.fingerprint).toBe(data);
    // From a bundle with its data, another workspace exports the same bytes.
    const bundle = path.join(folder, 'run.shelfwise');
    await finalValue(await client.runs.bundle({ runId, out: bundle, withData: true }));
    const elsewhere = await createEngine({
      workspaceFolder: (await temporaryWorkspace()).folder,
      launcher: trainersHere,
    });
    await finalValue(await elsewhere.client.runs.open({ file: bundle }));
    const set = setOf(newTitles);
    const out = path.join(folder, 'elsewhere.csv');
    const again = await elsewhere.client.runs.export({ runId, out, format: 'csv', rules: { set, date } });
    expect(again.sha256).toBe((await exported(set, 'here.csv')).record.sha256);
  });
});
