/** Rules as people meet them: saved by revision, tried on a run, applied to exports, forgotten with a profile. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../engine';
import { deliveredLists } from '../../../engine/delivery/deliver';
import { Sessions } from '../../../engine/sessions/sessions';
import { readVocabulary } from '../../../engine/runs/vocabulary';
import { NEUTRAL_TUNING } from '../../../shared/contract/tuning';
import type { RuleEffect } from '../../../shared/contract/rule-answers';
import {
  RULES_VERSION,
  ruleSetOf,
  type RulesChoice,
  ruleSetSchema,
  type RuleSet,
} from '../../../shared/contract/rules';
import { today } from '../../../shared/values/day';
import { stepFrom } from '../../../shared/contract/kept';
import { csvRows } from '../../../shared/values/csv';
import { finalValue } from '../../../shared/values/final-value';
import { LIST_LENGTH } from '../../../shared/limits';
import { forgetIn, importedFolder, PEOPLE } from '../../../../tests/support/forgetting';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { trainedRun, importDistinctive, itemId, profileId } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';
import type { Opened } from '../../../../tests/support/tuned-run';

const date = '2026-11-26';
const setOf = (...rules: object[]): RuleSet =>
  ruleSetSchema.parse({
    formatVersion: rules.some((rule) => JSON.stringify(rule).includes('"members"')) ? 2 : 1,
    rules: rules.map((rule, place) => ({ id: `r${place}`, name: `Rule ${place}`, ...rule })),
  });
const hide = { kind: 'hide', titles: { ids: [itemId(0), itemId(1)] } };
const pin = { kind: 'pin', titles: { ids: [itemId(58)] }, place: 2 };

describe('saved rules', () => {
  it('have revisions, and a change of an earlier one is refused', async () => {
    const { workspace, dataset } = await importDistinctive();
    const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
    const data = dataset.fingerprint;
    expect(await client.rules.get({ data })).toMatchObject({
      set: setOf(),
      revision: 0,
      changedAt: null,
      conflicts: [],
    });
    const first = await client.rules.set({ data, revision: 0, set: setOf(hide) });
    expect(first).toMatchObject({ set: setOf(hide), revision: 1 });
    await expect(client.rules.set({ data, revision: 0, set: setOf() })).rejects.toMatchObject({ code: 'busy' });
    const second = await client.rules.set({ data, revision: 1, set: setOf(hide, { ...pin, titles: hide.titles }) });
    expect(second.conflicts).toEqual([{ kind: 'pin-hidden', rules: ['r0', 'r1'], wins: 'r0', titles: 2 }]);
    const step = async (direction: 'back' | 'forward') => {
      const { revision, versions } = await client.rules.history({ data });
      return client.rules.restore({ data, revision, to: stepFrom(versions, direction)!.revision });
    };
    expect((await step('back')).rulesSha256).toBe(first.rulesSha256);
    expect((await step('forward')).rulesSha256).toBe(second.rulesSha256);
    // What is changed after a step back leads back to where it began, and a version that was chosen to what was left.
    const { revision } = await step('back');
    const third = await client.rules.set({ data, revision, set: setOf(pin) });
    expect((await step('back')).rulesSha256).toBe(first.rulesSha256);
    expect((await step('back')).set.rules).toEqual([]);
    expect((await step('forward')).rulesSha256).toBe(first.rulesSha256);
    expect((await step('forward')).rulesSha256).toBe(third.rulesSha256);
    const chosen = await client.rules.history({ data });
    await client.rules.restore({ data, revision: chosen.revision, to: second.revision });
    expect((await step('back')).rulesSha256).toBe(third.rulesSha256);
  });

  it('keep a sentence with an empty blank, which changes neither what counts nor its hash', async () => {
    const { workspace, dataset } = await importDistinctive();
    const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
    const data = dataset.fingerprint;
    const waits = { id: 'pin-1', form: 'pin' as const, at: 0, name: '', on: true, others: { ids: [itemId(3)] } };
    const full = await client.rules.set({ data, revision: 0, set: setOf(hide) });
    const both = await client.rules.set({ data, revision: 1, set: setOf(hide), unfinished: [waits] });
    expect(both).toMatchObject({ revision: 2, unfinished: [waits], rulesSha256: full.rulesSha256 });
    expect(both.titles.map(({ item }) => item)).toContain(itemId(3));
    expect((await client.rules.counting({ data }))!.set.rules.map(({ id }) => id)).toEqual(['r0']);
    // A program that knows rules alone leaves it there; a rule under its ID gives it another one.
    const others = await client.rules.set({ data, revision: 2, set: setOf({ ...pin, id: 'pin-1' }) });
    expect(others.unfinished).toEqual([{ ...waits, id: 'pin-2' }]);
    await expect(
      client.rules.set({ data, revision: 3, set: setOf(), unfinished: [{ ...waits, place: '9' } as never] }),
    ).rejects.toMatchObject({ code: 'usage' });
  });

  it('are for the members of a segment on a day, and say when these changed', async () => {
    const { workspace, dataset } = await importDistinctive();
    const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
    const data = dataset.fingerprint;
    const picked = [profileId(0), profileId(3)];
    const segment = await client.segments.keep({ data, name: 'Picked', filter: { profiles: picked } });
    const members = await client.rules.members({ data, segment: 'Picked' });
    expect(members).toEqual({ segment: segment.id, name: 'Picked', day: today(), profiles: picked });
    const set = ruleSetOf(setOf({ ...hide, profiles: { members } }, hide).rules);
    expect(set.formatVersion).toBe(2);
    expect(await client.rules.membersSince({ data, set })).toEqual([{ rule: 'r0', isKnown: true, came: 0, left: 0 }]);
    const { id, revision } = segment;
    await client.segments.keep({
      data,
      id,
      revision,
      name: 'Picked',
      filter: { profiles: [picked[1]!, profileId(5)] },
    });
    expect(await client.rules.membersSince({ data, set })).toEqual([{ rule: 'r0', isKnown: true, came: 1, left: 1 }]);
    await client.segments.remove({ data, id, revision: revision + 1 });
    expect(await client.rules.membersSince({ data, set })).toMatchObject([{ isKnown: false }]);
    // What people wrote makes a segment, too; one by figures of a run needs the run.
    await client.profiles.setNote({ data, profile: profileId(2), text: 'Likes bears.', revision: 0 });
    await client.segments.keep({ data, name: 'Noted', filter: { noted: true } });
    expect(await client.rules.members({ data, segment: 'Noted' })).toMatchObject({ profiles: [profileId(2)] });
    await client.segments.keep({ data, name: 'Scored', filter: { score: { from: 0 } } });
    await expect(client.rules.members({ data, segment: 'Scored' })).rejects.toMatchObject({ code: 'usage' });
    await client.segments.keep({ data, name: 'Empty', filter: { reviewed: true } });
    await expect(client.rules.members({ data, segment: 'Empty' })).rejects.toMatchObject({ code: 'usage' });
    await expect(client.rules.members({ data, segment: 'Nothing' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('show what conflicts in this data', async () => {
    const { workspace, dataset } = await importDistinctive();
    const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
    const kinds = async (...rules: object[]) =>
      (await client.rules.check({ data: dataset.fingerprint, set: setOf(...rules) })).conflicts.map(({ kind }) => kind);
    expect(await kinds(pin, { ...pin, titles: { ids: [itemId(3)] } })).toEqual(['same-place']);
    expect(await kinds(pin, { ...pin, place: 3 })).toEqual(['same-title']);
    expect(await kinds({ ...hide, kind: 'boost', places: 3 }, { ...hide, kind: 'bury', places: 3 })).toEqual([
      'up-and-down',
    ]);
    expect(await kinds({ kind: 'hide', titles: { ids: ['nothing'] } })).toEqual(['no-titles']);
    expect(await kinds({ ...hide, profiles: { text: 'nobody' } })).toEqual(['no-profiles']);
    expect(await kinds({ kind: 'hide', titles: { attributes: { colour: ['red'] } } })).toEqual(['no-attribute']);
    // Never on the same day, or for the same profile.
    expect(await kinds({ ...pin, until: '2026-01-31' }, { ...pin, place: 3, from: '2026-02-01' })).toEqual([]);
    const girls = { attributes: { sex: ['F'] } };
    const boys = { attributes: { sex: ['M'] } };
    expect(await kinds({ ...pin, profiles: girls }, { ...pin, place: 3, profiles: boys })).toEqual([]);
  });

  it('of a newer version, or damaged, are reported and left as they are', async () => {
    const { workspace, dataset } = await importDistinctive();
    const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
    const data = dataset.fingerprint;
    await client.rules.set({ data, revision: 0, set: setOf(hide) });
    const file = path.join(workspace.rules, `${data}.json`);
    const text = await fs.readFile(file, 'utf8');
    const changed = async (from: string, to: string) => {
      expect(text).toContain(from);
      await fs.writeFile(file, text.replace(from, to));
      const answer = client.rules.set({ data, revision: 1, set: setOf() });
      const code = await answer.then(
        () => null,
        (thrown: { code: string }) => thrown.code,
      );
      expect(await fs.readFile(file, 'utf8')).toBe(text.replace(from, to));
      return code;
    };
    expect(await changed('"kind": "hide"', '"kind": "praise"')).toBe('bad-data');
    const version = /"set": \{\s+"formatVersion": 1/.exec(text)![0];
    expect(await changed(version, version.replace('1', `${RULES_VERSION + 1}`))).toBe('newer-version');
  });

  it('for a forgotten profile are removed with its ID', async () => {
    const { engine, workspace, dataset } = await importedFolder(PEOPLE.letters);
    const data = dataset.fingerprint;
    const { id } = PEOPLE.letters;
    const text = { ...hide, titles: { ids: ['500'] }, profiles: { text: id } };
    await engine.client.rules.set({ data, revision: 0, set: setOf({ ...hide, name: `For ${id}` }) });
    await engine.client.rules.set({ data, revision: 1, set: setOf(text, { ...hide, id: 'other' }) });
    const { replaced } = await forgetIn(engine, { data, profile: id });
    const after = replaced[0]!.after!;
    const kept = await engine.client.rules.get({ data: after });
    expect(kept.set.rules.map((rule) => rule.id)).toEqual(['other']);
    expect(await fs.readFile(path.join(workspace.rules, `${after}.json`), 'utf8')).not.toContain(id);
  });
});

describe('a run under rules', { tags: ['thorough'] }, () => {
  let opened: Opened;
  beforeEach(async () => {
    const trained = await trainedRun();
    const { client } = await createEngine({ workspaceFolder: trained.workspace.folder, launcher: trainersHere });
    opened = { ...trained, client, runId: trained.record.runId, data: trained.dataset.fingerprint };
  });
  const tried = async (set: RuleSet): Promise<RuleEffect> =>
    finalValue(await opened.client.rules.try({ runId: opened.runId, set, date }));

  async function exported(set: RuleSet | null, name: string) {
    const out = path.join(await temporaryFolder(), name);
    const rules = set === null ? ('none' as const) : { set, date };
    const record = await opened.client.runs.export({ runId: opened.runId, out, format: 'csv', rules });
    const [, ...rows] = [...csvRows(await fs.readFile(out, 'utf8'))];
    const lists = new Map<string, string[]>();
    for (const [profile, , item] of rows) lists.set(profile!, [...(lists.get(profile!) ?? []), item!]);
    return { record, out, rows, lists };
  }

  it('shows their effect before they are on, and exports the same', async () => {
    const set = setOf(hide, pin);
    const effect = await tried(set);
    const [before, after] = [await exported(null, 'before.csv'), await exported(set, 'after.csv')];
    const differs = [...before.lists].filter(([profile, list]) => after.lists.get(profile)!.join() !== list.join());
    expect(effect.changed).toBe(differs.length);
    const { items } = await readVocabulary(opened.folder);
    const titles = (lists: Map<string, string[]>): number => new Set([...lists.values()].flat()).size / items.length;
    expect(effect.coverage).toEqual({ before: titles(before.lists), after: titles(after.lists) });
    for (const list of after.lists.values()) {
      expect(list).not.toContain(itemId(0));
      expect(new Set(list).size).toBe(LIST_LENGTH);
    }
    for (const { profile, after: own } of effect.most)
      expect(own.map(({ item }) => item)).toEqual(after.lists.get(profile));
    const unkept = new Set(effect.broken.map(({ profile }) => profile));
    const changed = differs.map(([profile]) => profile);
    for (const { rule, lists, first, broken, why } of effect.rules) {
      expect(first.length).toBeGreaterThan(0);
      expect(first.length).toBeLessThanOrEqual(Math.min(lists, 20));
      expect(changed).toEqual(expect.arrayContaining(first));
      expect(why.reduce((sum, { count }) => sum + count, 0)).toBe(broken);
      for (const { reason, count } of why)
        expect(effect.broken.filter((one) => one.rule === rule && one.reason === reason)).toHaveLength(count);
    }
    for (const [profile, list] of after.lists) expect(list[1] === itemId(58)).toBe(!unkept.has(profile));
    // A title pinned from beyond the stored places has no score; every other line has one.
    for (const [, , item, , score] of after.rows) if (item !== itemId(58)) expect(score).toMatch(/^-?\d/);
  });

  it('gives the same bytes for the same rules on the same day, and can be exported again', async () => {
    const set = setOf(hide, { kind: 'at-most', count: 20, titles: { text: 'no. 1' } });
    const [one, two] = [await exported(set, 'one.csv'), await exported(set, 'two.csv')];
    expect(two.record.sha256).toBe(one.record.sha256);
    const { rulesSha256 } = await opened.client.rules.check({ data: opened.data, set });
    expect(one.record).toMatchObject({ rulesSha256, rulesDate: date });
    const { runId, client, data } = opened;
    const again = { runId, format: 'csv' as const, out: one.out, sha256: one.record.sha256 };
    await expect(client.runs.export(again)).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('no longer saved') as string,
    });
    const other = { set: setOf(hide), date };
    await expect(client.runs.export({ ...again, rules: other })).rejects.toMatchObject({ code: 'different' });
    const { revision } = await client.rules.get({ data });
    await client.rules.set({ data, revision, set });
    expect(await client.runs.export(again)).toMatchObject({ sha256: one.record.sha256, rulesSha256 });
    expect(await exported(null, 'plain.csv')).not.toHaveProperty('record.rulesSha256');
  });

  it('has no cost without rules, and a cost with an interval with them', async () => {
    const nothing = await tried(setOf());
    expect(nothing).toMatchObject({ changed: 0, brokenCount: 0, rules: [], most: [] });
    expect(nothing.cost).toMatchObject({ mean: 0, low: 0, high: 0, isCertain: false });
    const halved = await tried(setOf({ kind: 'at-most', count: 3, titles: { text: 'title' } }));
    const { mean, low, high, before, after } = halved.cost!;
    expect(mean).toBeCloseTo(after - before, 12);
    expect(low).toBeLessThanOrEqual(mean);
    expect(high).toBeGreaterThanOrEqual(mean);
    expect(mean).toBeLessThan(0);
    // Three titles are left for each list, which is reported for every profile and the unknown one.
    expect(halved.broken.filter(({ reason }) => reason === 'too-few-titles')).toHaveLength(25);
    expect(halved.rescored).toBe(0);
  });

  it('gives the same lists if profiles have to be scored again', async () => {
    const set = setOf(
      hide,
      { kind: 'at-most', count: 15, titles: { text: 'title' } },
      { ...hide, kind: 'boost', places: 9 },
    );
    await new Sessions(opened.workspace).withRun(opened.runId, async (session) => {
      const whole = await deliveredLists(session, { rules: { set, date } });
      const stored = await session.lists();
      const places = 28;
      const cut = (values: Int32Array | Float32Array): number[] =>
        Array.from(values).filter((_, at) => at % stored.count < places);
      const lists = {
        count: places,
        items: Int32Array.from(cut(stored.items)),
        scores: Float32Array.from(cut(stored.scores)),
      };
      const short = Object.create(session, { lists: { value: () => Promise.resolve(lists) } }) as typeof session;
      const { under } = await deliveredLists(short, { rules: { set, date } });
      expect(whole.under.ruled.rescored).toBe(0);
      expect(under.ruled.rescored).toBe(25);
      expect(under.ruled.lists).toEqual(whole.under.ruled.lists);
      expect(under.ruled.broken).toEqual(whole.under.ruled.broken);
    });
  });

  it('shows in the list of one profile the places before them and the rules that moved a title', async () => {
    const { client, runId } = opened;
    const shown = async (rules: RulesChoice) =>
      (await client.lists.show({ runId, profile: profileId(2), rules })).items;
    const [own, there] = [await shown({ set: setOf(pin), date }), await shown('none')];
    expect(own[1]).toMatchObject({ item: itemId(58), rules: [{ id: 'r0' }] });
    expect(own[0]).toMatchObject({ item: there[0]!.item, ranked: 1, rules: [] });
  });

  it('compares a saved revision with other rules: what they differ in, and the lists that do', async () => {
    const { client, runId, data } = opened;
    const [first, second] = [
      setOf(hide, pin),
      setOf(pin, { ...hide, on: false }, { ...pin, place: 5, titles: hide.titles }),
    ];
    await client.rules.set({ data, revision: 0, set: first });
    await client.rules.set({ data, revision: 1, set: setOf() });
    const rules = await client.rules.compare({ data, before: { revision: 1 }, after: { set: second } });
    // r0 and r1 have changed content, r2 is new.
    expect(rules.changed.map(({ after: { id }, parts }) => [id, parts])).toEqual([
      ['r0', ['kind', 'place', 'titles']],
      ['r1', ['kind', 'on', 'place', 'titles']],
    ]);
    expect(rules).toMatchObject({
      added: [{ id: 'r2' }],
      removed: [],
      moved: [],
      before: { rules: 2 },
      after: { rules: 3 },
    });
    const [one, other] = [await exported(first, 'one.csv'), await exported(second, 'other.csv')];
    const differs = [...one.lists].filter(([profile, list]) => other.lists.get(profile)!.join() !== list.join());
    const changes = await client.changes.lists({
      before: { runId, rules: { revision: 1, date } },
      after: { runId, rules: { set: second, date } },
    });
    expect(changes.changed).toBe(differs.length);
    expect(changes.lists.length).toBe(differs.length - changes.reordered);
    for (const { profile, came, went } of changes.lists) {
      const [before, after] = [one.lists.get(profile)!, other.lists.get(profile)!];
      expect(came.map(({ item }) => item)).toEqual(after.filter((item) => !before.includes(item)));
      expect(went.map(({ item }) => item)).toEqual(before.filter((item) => !after.includes(item)));
    }
    const gone = client.rules.compare({ data, before: { revision: 9 }, after: { set: second } });
    await expect(gone).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is refused for a file without rules', async () => {
    const file = path.join(await temporaryFolder(), 'rules.json');
    const { client, data } = opened;
    const read = async (text: string) => {
      await fs.writeFile(file, text);
      return client.rules.readFile({ data, file }).then(
        ({ set }) => set.rules.length,
        (thrown: { code: string }) => thrown.code,
      );
    };
    expect(await read('{"formatVersion": 1, "rules": []}')).toBe(0);
    expect(await read('\uFEFF{"formatVersion": 1, "rules": []}')).toBe(0);
    expect(await read('no JSON')).toBe('bad-data');
    expect(await read('{"formatVersion": 9}')).toBe('newer-version');
    expect(await read(`{"formatVersion": 1, "rules": [], "x": "${'y'.repeat(4_000_000)}"}`)).toBe('bad-data');
    await fs.rm(file);
    await expect(client.rules.readFile({ data, file })).rejects.toMatchObject({ code: 'not-found' });
    await fs.mkdir(file);
    await expect(client.rules.readFile({ data, file })).rejects.toMatchObject({ code: 'bad-data' });
  });
});

describe('why a title is where it is under rules', () => {
  it('names the rules that moved it and its place; the parts still sum to the score', async () => {
    const trained = await trainedRun();
    const { client } = await createEngine({ workspaceFolder: trained.workspace.folder, launcher: trainersHere });
    const profile = profileId(0);
    const { runId } = trained.record;
    const [first, second] = (await client.lists.show({ runId, profile })).items;
    const set = setOf(
      { kind: 'hide', titles: { ids: [first!.item] } },
      { kind: 'pin', titles: { ids: [second!.item] }, place: 9 },
    );
    const rules = { set, date };
    const plain = await client.profiles.explain({ runId, profile, item: second!.item });
    const told = await client.profiles.explain({ runId, profile, item: second!.item, rules });
    expect(plain.underRules).toBe(null);
    expect(told.underRules).toEqual({ rank: 9, rules: [{ id: 'r1', name: 'Rule 1' }] });
    expect(told.parts).toEqual([...plain.parts, { kind: 'rule', id: 'r1', value: 0 }]);
    const hidden = await client.profiles.explain({ runId, profile, item: first!.item, rules });
    expect(hidden.underRules).toEqual({ rank: null, rules: [] });
    const tuning = { ...NEUTRAL_TUNING, condition: 1.5 };
    // Under a tuning too it is the place in the list that is shown.
    const tuned = await client.profiles.explain({ runId, profile, item: second!.item, rules, tuning });
    const { items } = await client.lists.show({ runId, profile, tuning, rules });
    expect(tuned.underRules!.rank).toBe(9);
    expect(items[8]).toMatchObject({ item: second!.item, ranked: tuned.rank, rules: [{ id: 'r1', name: 'Rule 1' }] });
  });
});
