/** What tells of a forgotten profile without being kept under its ID: texts of people, and values and titles that only it had. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { readVocabulary } from '../../../engine/runs/vocabulary';
import { keepRefresh, listRefreshes } from '../../refresh/engine/kept-refreshes';
import { readAudit } from '../../../engine/kept/audit/read';
import { ruleSetOf } from '../../../shared/contract/rules';
import { filesWith } from '../../../../tests/support/decoded-files';
import { forgetIn, importedFolder, importInto, PEOPLE, planIn, runOn } from '../../../../tests/support/forgetting';

const { id: profile } = PEOPLE.digits;
const rules = (list: readonly object[]) => ({ formatVersion: 1 as const, rules: list as never });

it('texts that mention it are listed before: those of the past lose the sentence, the others are left to the user', async () => {
  const used = await importedFolder(PEOPLE.digits);
  const { engine, workspace, dataset } = used;
  const { client } = engine;
  const data = dataset.fingerprint;
  const { runId } = (await runOn(used)).record;

  await client.review.approve({
    runId,
    by: 'Minji',
    reason: `목록 열 개를 봄. ${profile}의 부모가 물어봄. 모두 좋음.`,
  });
  await client.review.decide({ runId, profile: '103', decision: 'again', owner: `${profile}번 담당`, revision: 0 });
  await client.profiles.setNote({ data, profile: '101', text: `Friend of #${profile}. Likes bears.`, revision: 0 });
  await client.profiles.setNote({ data, profile: '101', text: 'Likes bears.', revision: 1 });
  await client.profiles.setNote({ data, profile: '102', text: `${profile}와 같은 반`, revision: 0 });
  await client.segments.keep({ data, name: `seg-${profile}`, filter: { watched: { from: 1 } } });
  await client.runs.mark({ runId, revision: 0, name: `프로필#${profile}`, note: `(${profile}) first` });
  await client.rules.set({
    data,
    revision: 0,
    set: rules([{ id: 'a', name: `${profile}번 고정`, kind: 'hide', titles: { ids: ['500'] } }]),
  });

  await keepRefresh(workspace, {
    refreshId: 'fone',
    state: 'exported',
    reason: { message: `The rule “${profile}번 고정” found no place.` },
    startedAt: '2026-04-06T04:00:00.000Z',
    endedAt: '2026-04-06T05:00:00.000Z',
    from: { runId, data },
    folder: '/theirs/april',
    dataset: null,
    run: null,
    compared: null,
    lastExports: [],
    checks: { stopped: [], found: [{ id: 'own', name: `Check of #${profile}`, mode: 'on', count: 1 }] },
    export: {
      file: '/theirs/lists.csv',
      sha256: 'a'.repeat(64),
      format: 'csv',
      profiles: 3,
      rulesSha256: 'b'.repeat(64),
      rulesDate: '2026-04-06',
      rules: {
        names: [`${profile}번 고정`, 'Spring'],
        waiting: [],
        unmet: [{ name: `${profile}번 고정`, lists: 1, why: [] }],
        gone: [],
        revision: 3,
        isFirst: false,
      },
      released: { how: 'approved', by: `Teacher of ${profile}` },
    },
  });

  const plan = await planIn(engine, { data, profile });
  expect(plan.mentions.map(({ where, id }) => `${where} ${id}`).sort()).toEqual(
    [
      'owner 103',
      'profile-note 102',
      `rule-name ${profile}번 고정`,
      `run-name ${runId}`,
      `run-note ${runId}`,
      `segment-name seg-${profile}`,
    ].sort(),
  );
  expect(plan.goes.map(({ where }) => where).sort()).toEqual(['approval', 'audit', 'audit', 'notes', 'refreshes']);
  expect(plan.goes).toContainEqual({ where: 'notes', id: '101' });

  const done = await forgetIn(engine, { data, profile });
  const after = done.replaced[0]!.after!;
  expect((await client.review.approvals({ runId })).all).toMatchObject([{ reason: '목록 열 개를 봄. 모두 좋음.' }]);
  const { versions } = await client.profiles.noteHistory({ data: after, profile: '101' });
  expect(versions.map(({ text }) => text)).toEqual(['Likes bears.', 'Likes bears.']);
  expect((await readAudit(workspace, [after])).entries.filter(({ what }) => what === 'forgotten')).toHaveLength(2);
  const [refresh] = await listRefreshes(workspace);
  expect(refresh!.export!.rules).toMatchObject({ names: ['Spring'], unmet: [] });
  expect(refresh!.export!.released).toEqual({ how: 'approved', by: '' });
  expect(refresh!.checks!.found).toEqual([{ id: 'own', name: null, mode: 'on', count: 1 }]);
  expect(refresh!.reason!.message).toMatch(/mentioned a child that was forgotten/);
  // What the plan leaves to the user is where it was, and nowhere else.
  const left = (await filesWith(workspace.folder, profile)).toSorted();
  expect(left).toEqual(
    ['decisions', 'marks', 'notes', 'rules', 'segments'].map((folder) =>
      path.join(folder, folder === 'marks' ? 'runs.json' : `${after}.json`),
    ),
  );
});

it('goes from the members that rules are for, in every version; a rule for it alone goes', async () => {
  const used = await importedFolder(PEOPLE.digits);
  const { engine, workspace, dataset } = used;
  const { client } = engine;
  const data = dataset.fingerprint;
  await client.segments.keep({ data, name: 'both', filter: { profiles: [profile, '101'] } });
  await client.segments.keep({ data, name: 'alone', filter: { profiles: [profile] } });
  const [both, alone] = [
    await client.rules.members({ data, segment: 'both' }),
    await client.rules.members({ data, segment: 'alone' }),
  ];
  expect(both).toMatchObject({ name: 'both', profiles: expect.arrayContaining([profile, '101']) as string[] });
  const hide = { kind: 'hide' as const, titles: { ids: ['500'] }, on: true };
  const set = ruleSetOf([
    { ...hide, id: 'both', name: 'For both', profiles: { members: both } },
    { ...hide, id: 'alone', name: 'For one', profiles: { members: alone } },
    { ...hide, id: 'all', name: 'For all' },
  ]);
  await client.rules.set({ data, revision: 0, set });
  await client.rules.set({ data, revision: 1, set: ruleSetOf(set.rules.slice(2)) });
  await client.rules.set({ data, revision: 2, set });

  const plan = await planIn(engine, { data, profile });
  expect(plan.goes.map(({ where, id }) => `${where} ${id}`)).toEqual(
    expect.arrayContaining(['rules For both', 'rules For one']),
  );
  const after = (await forgetIn(engine, { data, profile })).replaced[0]!.after!;
  const left = async (): Promise<unknown> =>
    (await client.rules.get({ data: after })).set.rules.map(({ id, profiles }) => [id, profiles?.members?.profiles]);
  expect(await left()).toEqual([
    ['both', ['101']],
    ['all', undefined],
  ]);
  // The history has the same, and a file of rules does not bring it back.
  await client.rules.restore({ data: after, revision: 3, to: 1 });
  expect(await left()).toEqual([
    ['both', ['101']],
    ['all', undefined],
  ]);
  await client.rules.set({ data: after, revision: 4, set: ruleSetOf(set.rules.slice(0, 1)) });
  expect(await left()).toEqual([['both', ['101']]]);
  await expect(
    client.rules.set({ data: after, revision: 5, set: ruleSetOf(set.rules.slice(1, 2)) }),
  ).rejects.toMatchObject({ code: 'usage' });
  const stored = await fs.readFile(path.join(workspace.rules, `${after}.json`), 'utf8');
  expect(stored).not.toContain(`"${profile}"`);
});

it('values and titles that only it had go from rules, checks, segments, tunings, labels and runs', async () => {
  const used = await importedFolder(PEOPLE.digits);
  const { engine, workspace, dataset } = used;
  const { client } = engine;
  const data = dataset.fingerprint;
  const run = await runOn(used);
  const { runId } = run.record;
  const keyword = dataset.profileAttributes.find(({ categories }) => categories.includes('P77'))!.name;

  const hide = { kind: 'hide', titles: { ids: ['500'] } };
  await client.rules.set({
    data,
    revision: 0,
    set: rules([
      { id: 'own', name: 'Own value', ...hide, profiles: { attributes: { [keyword]: ['P77'] } } },
      { id: 'both', name: 'Both values', ...hide, profiles: { attributes: { [keyword]: ['P01', 'P77'] } } },
      { id: 'title', name: 'Own title', kind: 'hide', titles: { ids: ['999'] } },
      { id: 'others', name: 'Others', ...hide, profiles: { attributes: { [keyword]: ['P01'] } } },
    ]),
  });
  await client.checks.set({
    data,
    revision: 0,
    own: [{ id: 'own-p', name: 'Own check', mode: 'on', most: 0, titles: { ids: ['999'] } }],
  });
  await client.segments.keep({ data, name: 'of the value', filter: { attributes: { [keyword]: ['P77'] } } });
  await client.segments.keep({ data, name: 'of two values', filter: { attributes: { [keyword]: ['P77', 'P01'] } } });
  await client.tuning.keep({ data, name: 'with its title', runId, tuning: { added: ['999', '500'] } as never });
  await client.labels.set({
    data,
    revision: 0,
    entries: [
      { attribute: keyword, code: 'P77', label: 'Bears' },
      { attribute: keyword, code: 'P01', label: 'Songs' },
    ],
  });
  const before = (await readVocabulary(run.folder)).items;
  expect(before).toContain('999');

  const plan = await planIn(engine, { data, profile });
  expect(plan.goes.map(({ where, id }) => `${where} ${id}`).sort()).toEqual(
    [
      'checks Own check',
      `labels ${keyword} P77`,
      'rules Both values',
      'rules Own title',
      'rules Own value',
      'segments of the value',
      'segments of two values',
      'tunings with its title',
    ].sort(),
  );

  const after = (await forgetIn(engine, { data, profile })).replaced[0]!.after!;
  const { set } = await client.rules.get({ data: after });
  expect(set.rules.map(({ name, profiles }) => [name, profiles?.attributes?.[keyword]])).toEqual([
    ['Both values', ['P01']],
    ['Others', ['P01']],
  ]);
  expect((await client.segments.list({ data: after })).map(({ name, filter }) => [name, filter.attributes])).toEqual([
    ['of two values', { [keyword]: ['P01'] }],
  ]);
  expect((await client.tuning.list({ data: after })).map(({ tuning }) => tuning.added)).toEqual([['500']]);
  expect((await client.checks.settings({ data: after })).own).toEqual([]);
  expect((await client.labels.get({ data: after })).entries).toMatchObject([{ code: 'P01' }]);
  // The columns of the model stay; their names say nothing.
  const { items, profiles } = await readVocabulary(run.folder);
  expect(profiles).toBeNull();
  expect(items).toEqual(before.map((item) => (item === '999' ? '(forgotten 1)' : item)));
  expect(await filesWith(workspace.folder, 'P77')).toEqual([]);
  expect(await filesWith(workspace.folder, '"999"')).toEqual([]);
});

it('a run whose data is gone loses the names of all its titles, and says so', { tags: ['rare'] }, async () => {
  const used = await importedFolder(PEOPLE.digits);
  const { engine, folder, dataset, workspace } = used;
  const gone = await runOn(used);
  await fs.appendFile(path.join(folder, 'history_data.csv'), '101,99,20260401120000,IFSUC0001,502,0,N,N\n');
  const later = await importInto(engine, folder);
  await fs.rm(path.join(workspace.datasets, dataset.fingerprint), { recursive: true });

  await forgetIn(engine, { data: later.fingerprint, profile });
  expect(await fs.readdir(gone.folder)).not.toContain('vocabulary.json');
  expect((await engine.client.runs.get({ runId: gone.record.runId })).forgotten?.message).toMatch(
    /names of its titles/,
  );
});
