/** Saved rules that are on count without being asked for, are told, and follow the data. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../engine';
import type { ExportRecord } from '../../../shared/contract/run';
import { NEUTRAL_TUNING } from '../../../shared/contract/tuning';
import { ruleSetSchema, type RulesChoice, type RuleSet } from '../../../shared/contract/rules';
import { finalValue } from '../../../shared/values/final-value';
import { today } from '../../../shared/values/day';
import { forgetIn, importedFolder, PEOPLE } from '../../../../tests/support/forgetting';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { writeTables } from '../../../../tests/support/small-folder';
import { importDistinctive, itemId, profileId, trainedRun } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';
import type { Opened } from '../../../../tests/support/tuned-run';

const setOf = (...rules: object[]): RuleSet =>
  ruleSetSchema.parse({
    formatVersion: 1,
    rules: rules.map((rule, place) => ({ id: `r${place}`, name: `Rule ${place}`, ...rule })),
  });
const always = { name: 'Campaign', kind: 'pin', place: 1, titles: { ids: [itemId(58)] } };
/** Of December. */
const campaign = { ...always, from: '2026-12-01', until: '2026-12-31' };
const DECEMBER = '2026-12-08';
const draft = { name: 'Draft', kind: 'hide', titles: { ids: [itemId(3)] }, on: false };

describe('rules that are saved and on', { tags: ['thorough'] }, () => {
  let opened: Opened;
  let revision: number;
  beforeEach(async () => {
    const trained = await trainedRun();
    const { client } = await createEngine({ workspaceFolder: trained.workspace.folder, launcher: trainersHere });
    opened = { ...trained, client, runId: trained.record.runId, data: trained.dataset.fingerprint };
    revision = 0;
  });
  const save = async (...rules: object[]): Promise<void> => {
    ({ revision } = await opened.client.rules.set({ data: opened.data, revision, set: setOf(...rules) }));
  };
  async function exported(
    rules?: RulesChoice,
    format: 'submission' | 'csv' = 'submission',
  ): Promise<ExportRecord & { firsts: string[] }> {
    const out = path.join(await temporaryFolder(), 'lists');
    const record = await opened.client.runs.export({ runId: opened.runId, out, format, ...(rules && { rules }) });
    const [, ...rows] = (await fs.readFile(out, 'utf8')).trim().split('\n');
    return { ...record, firsts: rows.map((row) => /\[(\d+)/.exec(row)?.[1] ?? '') };
  }
  const pinnedIn = ({ firsts }: { firsts: string[] }): number => firsts.filter((first) => first === itemId(58)).length;

  it('stand in every export that says nothing of rules, on their days; none and another set are what has to be said', async () => {
    await save(always, draft);
    const plain = await exported('none');
    expect(plain).not.toHaveProperty('rulesSha256');
    const record = await exported();
    expect(pinnedIn(record)).toBeGreaterThan(16);
    expect(pinnedIn(plain)).toBeLessThan(pinnedIn(record));
    expect(record).toMatchObject({ rulesDate: today(), rules: { revision: 1, names: ['Campaign'], gone: [] } });
    expect(pinnedIn(await exported({ set: setOf(draft) }))).toBe(pinnedIn(plain));
    // A day alone.
    await save(campaign, draft);
    expect(await exported({ date: '2027-01-01' })).toMatchObject({ rules: { names: [] }, rulesDate: '2027-01-01' });
    expect(pinnedIn(await exported({ date: '2027-01-01' }))).toBe(pinnedIn(plain));
    expect(pinnedIn(await exported({ date: DECEMBER }))).toBe(pinnedIn(record));
    const { lines } = await opened.client.runs.previewExport({
      runId: opened.runId,
      format: 'submission',
      rules: { date: DECEMBER },
      lines: 100,
    });
    expect(lines.filter((line) => line.includes(`[${itemId(58)},`))).toHaveLength(pinnedIn(record));
  });

  it('are said to count for the first time until an export has had them, and again where they change', async () => {
    await save(campaign, draft);
    const counting = async (): Promise<boolean | undefined> =>
      (await opened.client.rules.counting({ data: opened.data }))?.isFirst;
    expect(await counting()).toBe(true);
    await exported('none');
    await exported({ set: setOf(campaign) });
    expect(await counting()).toBe(true);
    expect(await exported({ date: '2026-11-30' })).toMatchObject({ rules: { isFirst: true, waiting: ['Campaign'] } });
    expect(await counting()).toBe(false);
    expect(await exported()).toMatchObject({ rules: { isFirst: false } });
    // A draft that is off counts nowhere.
    await save(campaign, { ...draft, name: 'Another draft' });
    expect(await counting()).toBe(false);
    await save(campaign, { ...draft, on: true });
    expect(await counting()).toBe(true);
    expect((await opened.client.rules.get({ data: opened.data })).revision).toBe(3);
  });

  it('that cannot be kept everywhere, or name what is gone, are told with the export and stop none', async () => {
    await save({ ...always, name: 'Watched', titles: { ids: [itemId(0), 'gone-1'] } });
    const { rules } = await exported();
    expect(rules).toMatchObject({
      unmet: [{ name: 'Watched' }],
      gone: [{ name: 'Watched', what: ['gone-1'], count: 1 }],
    });
    const watched = rules!.unmet[0]!.lists;
    expect(watched).toBeGreaterThan(0);
    expect(watched).toBeLessThan(24);
    expect(rules!.unmet[0]!.why).toEqual([{ reason: 'watched', count: watched }]);
    await save(
      { kind: 'hide', titles: { attributes: { studio: ['x'] } } },
      { kind: 'hide', titles: { ids: [itemId(5)] }, profiles: { attributes: { age: ['99'], city: ['a'] } } },
      { kind: 'age', titles: { series: ['No such series'] }, attribute: 'years', ages: { from: 3 } },
    );
    expect((await exported()).rules!.gone).toEqual([
      { name: 'Rule 0', what: ['studio'], count: 1 },
      { name: 'Rule 1', what: ['age: 99', 'city'], count: 2 },
      { name: 'Rule 2', what: ['No such series', 'years'], count: 2 },
    ]);
  });

  it('that leave a list too short refuse a submission by name, and no other format', async () => {
    await save({ name: 'Too strict', kind: 'at-most', count: 20 });
    await expect(exported()).rejects.toMatchObject({
      code: 'bad-data',
      message: expect.stringMatching(/Too strict.*Nothing was written/) as string,
    });
    expect((await exported({}, 'csv')).rules!.unmet).toEqual([
      { name: 'Too strict', lists: 24, why: [{ reason: 'too-few-titles', count: 24 }] },
    ]);
  });

  it('are part of what is approved: another day, other rules or a tuning need a new approval', async () => {
    await save(campaign, draft);
    const { client, runId } = opened;
    const signed = { runId, by: 'Kim', reason: 'looked at all' };
    const standing = async (rules: RulesChoice): Promise<unknown> =>
      (await client.review.approvals({ runId, rules })).standing;
    const november = { date: '2026-11-30' };
    await client.review.approve({ ...signed, rules: november });
    expect(await exported(november)).toMatchObject({ approval: { by: 'Kim' } });
    expect(await standing({ date: '2026-11-29' })).toBe('holds');
    // The campaign begins: the same rules make other lists.
    expect(await standing({ date: DECEMBER })).toBe('other-lists');
    expect(await exported({ date: DECEMBER })).toMatchObject({ approval: null });
    expect(await standing('none')).toBe('other-rules');
    const { current } = await client.review.approve({ ...signed, rules: { date: DECEMBER } });
    expect(current).toMatchObject({ rulesDate: DECEMBER, rules: { revision: 1, names: ['Campaign'] } });
    const record = await exported({ date: DECEMBER });
    expect(record).toMatchObject({ approval: { by: 'Kim' }, deliveredSha256: current!.deliveredSha256 });
    await save({ ...campaign, place: 2 }, draft);
    expect(await standing({ date: DECEMBER })).toBe('other-rules');

    const tuning = { tuning: { ...NEUTRAL_TUNING, condition: 2 } };
    const tuned = { runId, tuning, rules: 'none' as const };
    expect((await client.review.approvals(tuned)).standing).toBe('other-rules');
    const approved = await client.review.approve({ ...signed, ...tuned });
    expect(approved.current).toMatchObject({ rulesSha256: null, tuning: { name: null, segment: null } });
    expect((await client.review.approvals(tuned)).standing).toBe('holds');
    expect(await standing('none')).toBe('other-tuning');
    const out = path.join(await temporaryFolder(), 'tuned.csv');
    expect(await client.runs.export({ ...tuned, out, format: 'submission' })).toMatchObject({
      approval: { by: 'Kim' },
    });
    const withdrawn = await client.review.withdraw({ ...signed, reason: 'no' });
    expect(withdrawn).toMatchObject({
      current: null,
      all: [{ kind: 'withdrawn', tuning: approved.current!.tuning }, {}, {}, {}],
    });
  });

  it('change what is checked, and approvals keep what the checks then found', async () => {
    const [listed] = (await exported('none')).firsts;
    await save({ name: 'Nothing to see', kind: 'hide', titles: { ids: [listed] } });
    const { client, runId } = opened;
    const own = [{ id: 'own-one' as const, name: 'One', mode: 'on' as const, titles: { ids: [listed!] }, most: 0 }];
    const found = async (rules?: RulesChoice): Promise<number | null> => {
      const { checks } = await client.checks.run({ runId, own, ...(rules && { rules }) });
      return checks.find(({ id }) => id === 'own-one')!.count;
    };
    expect(await found()).toBe(0);
    expect(await found('none')).toBeGreaterThan(0);
    const before = await client.checks.settings({ data: opened.data });
    await client.checks.set({ data: opened.data, revision: before.revision, own });
    const foundBy = async (rules?: RulesChoice): Promise<number> => {
      const { current } = await client.review.approve({ runId, by: 'Kim', reason: 'r', ...(rules && { rules }) });
      return current!.found.find(({ check }) => check === 'own-one')!.count;
    };
    expect(await foundBy()).toBe(0);
    expect(await foundBy('none')).toBe(await found('none'));
  });
});

describe('saved rules follow the data', () => {
  it('with their history, when a folder is added', async () => {
    const { workspace, dataset } = await importDistinctive();
    const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
    const data = dataset.fingerprint;
    await client.rules.set({ data, revision: 0, set: setOf(always) });
    await client.rules.set({ data, revision: 1, set: setOf(always, draft) });
    const { fingerprint: grown } = await finalValue(await client.datasets.add({ data, folder: await later() }));
    expect(await client.rules.get({ data: grown })).toMatchObject({ revision: 2, set: setOf(always, draft) });
    const history = await client.rules.history({ data: grown });
    expect(history.versions.map((version) => version.rules)).toEqual([2, 1, 0]);
    expect(await client.rules.restore({ data: grown, revision: 2, to: 1 })).toMatchObject({ set: setOf(always) });
  });

  it('with their history, when a profile is forgotten', async () => {
    const { engine, dataset } = await importedFolder(PEOPLE.letters);
    const data = dataset.fingerprint;
    await engine.client.rules.set({ data, revision: 0, set: setOf(draft) });
    await engine.client.rules.set({ data, revision: 1, set: setOf(draft, { ...draft, id: 'two' }) });
    const { replaced } = await forgetIn(engine, { data, profile: PEOPLE.letters.id });
    const { revision, versions } = await engine.client.rules.history({ data: replaced[0]!.after! });
    expect([revision, versions.map((version) => version.rules)]).toEqual([2, [2, 1, 0]]);
  });

  it('to a changed folder that is imported anew, once that is asked for', { tags: ['rare'] }, async () => {
    const { workspace, dataset, source } = await importDistinctive();
    const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
    const from = dataset.fingerprint;
    await client.rules.set({ data: from, revision: 0, set: setOf(draft) });
    await client.rules.set({ data: from, revision: 1, set: setOf(always, draft) });
    expect(await client.rules.before({ data: from })).toBeNull();
    await fs.appendFile(
      path.join(source, 'history_data.csv'),
      `${profileId(0)},1,20260401120000,IFSUC0001,${itemId(9)},0,N,N\n`,
    );
    const { fingerprint: data } = await finalValue(await client.datasets.import({ folder: source }));
    expect(data).not.toBe(from);
    expect(await client.rules.counting({ data })).toBeNull();
    expect(await client.rules.before({ data })).toMatchObject({ data: from, rules: 2, on: 1 });
    expect(await client.rules.adopt({ data, from })).toMatchObject({ set: setOf(always, draft), revision: 2 });
    expect((await client.rules.history({ data })).versions).toHaveLength(3);
    expect(await client.rules.counting({ data })).toMatchObject({ names: ['Campaign'], isFirst: true });
    expect(await client.rules.before({ data })).toBeNull();
    await expect(client.rules.adopt({ data, from })).rejects.toMatchObject({ code: 'busy' });
  });

  it('without members that the other folder no longer has, in no version', { tags: ['rare'] }, async () => {
    const { workspace, dataset, source } = await importDistinctive();
    const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
    const from = dataset.fingerprint;
    const [stays, gone] = [profileId(0), profileId(1)];
    const of = (id: string, profiles: string[]): object => ({
      ...always,
      id,
      profiles: { members: { segment: 's', name: 'Picked', day: '2026-04-01', profiles } },
    });
    const setWith = (...rules: object[]): RuleSet => ruleSetSchema.parse({ formatVersion: 2, rules });
    await client.rules.set({ data: from, revision: 0, set: setWith(of('alone', [gone])) });
    await client.rules.set({ data: from, revision: 1, set: setWith(of('both', [stays, gone]), of('alone', [gone])) });
    for (const name of await fs.readdir(source)) {
      const lines = (await fs.readFile(path.join(source, name), 'utf8')).split('\n');
      await fs.writeFile(path.join(source, name), lines.filter((line) => !line.startsWith(`${gone},`)).join('\n'));
    }
    const { fingerprint: data } = await finalValue(await client.datasets.import({ folder: source }));
    const { set } = await client.rules.adopt({ data, from });
    expect(set.rules.map(({ id, profiles }) => [id, profiles!.members!.profiles])).toEqual([['both', [stays]]]);
    const kept = await fs.readFile(path.join(workspace.folder, 'rules', `${data}.json`), 'utf8');
    expect(kept).not.toContain(`"${gone}"`);
  });

  async function later(): Promise<string> {
    const folder = path.join(await temporaryFolder(), 'later');
    await writeTables(folder, {
      'history_data.csv': [
        'profile_id,ss_id,log_time,act_target_dtl,album_id,payment,continuous_play,short_trailer',
        `${profileId(0)},1,20260401120000,IFSUC0001,${itemId(9)},0,N,N`,
      ],
      'profile_data.csv': ['profile_id,sex,age'],
      'meta_data.csv': ['album_id,title', `${itemId(9)},"Title, no. 9"`],
    });
    return folder;
  }
});
