/** Checks of a whole run, and the queue that they make, over lists held in memory. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Approval } from '../../../../shared/contract/approvals';
import type { RunRecord } from '../../../../shared/contract/run';
import { ShelfwiseError } from '../../../../shared/errors';
import { dataOf, prepared } from '../../../../../tests/support/any-rules';
import { FINGERPRINT, sessionInMemory } from '../../../../../tests/support/session-in-memory';
import type { NamedLists } from '../../../../engine/delivery/compare';
import { setNote } from '../../../../engine/kept/notes';
import { setRules } from '../../../../engine/kept/rules';
import { hashRules } from '../../../../engine/rules/rule-set';
import type { RunSession } from '../../../../engine/sessions/run-session';
import { openWorkspace, type Workspace } from '../../../../engine/storage/workspace';
import { CHECK_IDS, type CheckId } from '../../contract/check-table';
import { type OwnCheck, ownCheckSchema } from '../../contract/checks';
import { aboutOf } from '../../contract/about';
import { setCheckSettings } from '../check-settings';
import { decide } from '../decisions';
import { type CheckRequest, makeChecks } from './check-lists';
import { causesOf } from './causes';
import { checkLists } from './check-report';
import { runBefore } from './lists-before';
import { reviewPlace, reviewQueue } from './review-queue';
import { sinceApproval } from './since-approval';

/** The runs of the workspace, with their lists and approvals: none lies in a file. */
const there: { record: RunRecord; lists?: NamedLists; approval?: Partial<Approval> | Error; session?: RunSession }[] =
  [];
const ofRun = (folder: string) => there.find(({ record }) => path.basename(folder) === record.runId);
vi.mock('../../../../engine/runs/store', async (original) => ({
  ...(await original<object>()),
  listRuns: async () => there.map(({ record }) => record),
}));
vi.mock('../../../../engine/runs/lists-file', async (original) => ({
  ...(await original<object>()),
  readListsAndVocabulary: async (folder: string) => {
    const lists = ofRun(folder)?.lists;
    if (lists === undefined) throw new Error('It has no lists.');
    return lists;
  },
}));
vi.mock('../../../../engine/runs/approvals', async (original) => ({
  ...(await original<object>()),
  readApprovals: async (folder: string) => {
    const approval = ofRun(folder)?.approval;
    if (approval instanceof Error) throw approval;
    return {
      current: approval === undefined ? null : { rulesSha256: null, rulesDate: null, tuning: null, ...approval },
    };
  },
}));

/** Eight profiles; p0 watched three titles, p1 one, and the others none. */
const data = dataOf(60, [[0, 1, 2], [8], [], [], [], [], [], []]);
const session = (more: object = {}): RunSession => sessionInMemory({ data, ...more });
const own = (name: string, more: object): OwnCheck =>
  ownCheckSchema.parse({ id: `own-${name}`, name: name.toUpperCase(), ...more });
const ids = (...items: number[]) => ({ titles: { ids: items.map((item) => `t${item}`) } });
const only = (...wanted: CheckId[]) =>
  CHECK_IDS.map((id) => ({ id, mode: wanted.includes(id) ? ('on' as const) : ('off' as const) }));
const none = only();
const ruleSet = (...rules: object[]) =>
  prepared(
    rules.map((rule, place) => ({ id: `r${place}`, name: `R${place}`, ...rule })),
    data,
  ).set;

let workspace: Workspace;
const context = () => ({
  workspace,
  sessions: async () =>
    ({
      withRun: async (runId: string, use: (one: RunSession) => unknown) => {
        const found = there.find(({ record }) => record.runId === runId)?.session;
        if (found === undefined) throw new ShelfwiseError('not-found', 'Its data is gone.');
        return use(found);
      },
    }) as never,
});
beforeEach(async () => {
  there.length = 0;
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'checks-'));
  onTestFinished(() => fs.rm(folder, { recursive: true, force: true }));
  workspace = await openWorkspace(path.join(folder, 'workspace'));
});

const report = (request: CheckRequest, run = session()) => checkLists(context(), run, { rules: 'none', ...request });
const checkOf = async (id: string, request: CheckRequest, run = session()) =>
  (await report(request, run)).checks.find((check) => check.id === id)!;

describe('the checks of a run', () => {
  test('say what they found of whom, and which of them stop', async () => {
    const checks = [
      own('five', { ...ids(5), profiles: { text: 'p1' } }),
      own('six', { ...ids(6), mode: 'stop', profiles: { text: 'p2' } }),
      own('none', { ...ids(59), mode: 'stop' }),
      own('off', { ...ids(5), mode: 'off' }),
    ];
    const found = await report({ settings: none, own: checks, date: '2026-11-26' });
    expect(found).toMatchObject({ runId: 'made-run', date: '2026-11-26', since: null, lists: 8, stopped: ['own-six'] });
    const own4 = found.checks.slice(-4);
    expect(own4.map(({ count, profiles }) => [count, profiles])).toEqual([
      [1, ['p1']],
      [1, ['p2']],
      [0, []],
      [null, []],
    ]);
    expect(own4[0]).toMatchObject({
      name: 'FIVE',
      mode: 'on',
      limit: 0,
      notApplicable: null,
    });
    expect(found.checks.slice(0, -4).every(({ count, mode }) => count === null && mode === 'off')).toBe(true);
  });

  test('name neither where a tenth of the lists is flagged or fewer', async () => {
    const twenty = sessionInMemory({
      data: dataOf(
        60,
        Array.from({ length: 20 }, () => []),
      ),
    });
    const some = (text: string) => [own('some', { ...ids(3), profiles: { text } })];
    const few = await checkOf('own-some', { settings: none, own: some('p7') }, twenty);
    expect(few).toMatchObject({ count: 1, commonest: null, stricter: null });
    const more = await checkOf('own-some', { settings: none, own: some('p1') }, twenty);
    expect(more).toMatchObject({ count: 11, commonest: { lists: 11 }, stricter: { limit: 1, count: 0 } });
  });

  test('name the title that most findings of too many are about, and a stricter limit under which few are left', async () => {
    const many = own('many', { ...ids(3, 4, 8), profiles: { watched: { to: 0 } } });
    const found = await checkOf('own-many', { settings: none, own: [many] });
    expect(found).toMatchObject({ count: 6, commonest: { item: 't3', title: null, lists: 6 } });
    expect(found.stricter).toEqual({ limit: 3, count: 0, profiles: [] });
    const most = own('most', { ...ids(4, 8, 2), most: 2 });
    // p0 watched title 2, and p1 title 8: of both two are left.
    const of = await checkOf('own-most', { settings: none, own: [most] });
    expect(of).toMatchObject({ count: 6, limit: 2, commonest: { item: 't2', lists: 6 } });
  });

  test('of the program are made with the limit that is set, and say why one does not apply', async () => {
    expect(await checkOf('no-metadata', { settings: only('no-metadata') })).toMatchObject({
      count: 8,
      limit: null,
      stricter: null,
    });
    expect(await checkOf('changed', { settings: only('changed') })).toMatchObject({
      notApplicable: 'no-earlier-run',
      count: null,
    });
    expect(await checkOf('shaky', { settings: only('shaky') })).toMatchObject({ count: null });
    expect(await checkOf('group', { settings: only('group') })).toMatchObject({ notApplicable: 'no-test-part' });
    const oneSeries = async (limit: number) =>
      (
        await checkOf('one-series', {
          settings: [...only().filter(({ id }) => id !== 'one-series'), { id: 'one-series', limit }],
        })
      ).count;
    expect([await oneSeries(6), await oneSeries(7)]).toEqual([7, 0]);
  });

  test('are of the saved settings and own checks where none are given', async () => {
    const saved = own('saved', ids(5));
    await setCheckSettings(workspace, FINGERPRINT, { settings: none, own: [saved], revision: 0 });
    const found = await report({});
    expect(found.checks.filter(({ mode }) => mode !== 'off').map(({ id }) => id)).toEqual(['own-saved']);
    expect(
      (await report({ settings: only('no-metadata'), own: [] })).checks.filter(({ mode }) => mode !== 'off'),
    ).toHaveLength(1);
  });

  test('are of the lists under the rules that count on the day', async () => {
    await setRules(workspace, FINGERPRINT, {
      revision: 0,
      set: ruleSet({ kind: 'hide', ...ids(5), until: '2026-11-26' }),
    });
    const five = [own('five', ids(5))];
    const count = async (request: CheckRequest) =>
      (await checkLists(context(), session(), { settings: none, own: five, ...request })).checks.at(-1)!.count;
    expect(await count({ date: '2026-11-26' })).toBe(0);
    expect(await count({ date: '2026-11-27' })).toBe(8);
    expect(await count({ rules: { date: '2026-11-26' } })).toBe(0);
    expect(await count({ rules: 'none', date: '2026-11-26' })).toBe(8);
    const { date } = await checkLists(context(), session(), { settings: none, rules: { date: '2026-11-20' } });
    expect(date).toBe('2026-11-20');
  });

  test('are kept for the next page, and made again for other settings, rules or days', async () => {
    const run = session();
    const make = (request: CheckRequest) =>
      makeChecks(context(), run, { settings: none, rules: 'none', date: '2026-11-26', ...request });
    const first = await make({});
    expect(await make({})).toBe(first);
    for (const other of [{ settings: only('no-metadata') }, { own: [own('x', ids(5))] }, { date: '2026-11-27' }])
      expect(await make(other)).not.toBe(first);
  });

  test('may be of lists that were made already, which are not kept', async () => {
    const run = session();
    const { items } = await run.data();
    const lists = await run.lists();
    const made = { items, lists: { ...lists, items: lists.items.map((item) => (item === 5 ? 50 : item)) } };
    const five = { settings: none, own: [own('five', ids(5))], rules: 'none' as const };
    expect((await checkLists(context(), run, { ...five, made })).checks.at(-1)!.count).toBe(0);
    expect((await checkLists(context(), run, five)).checks.at(-1)!.count).toBe(8);
  });

  test('are made anew after a failure', async () => {
    const run = session();
    const { lists } = run;
    Object.assign(run, { lists: async () => Promise.reject(new Error('The disk is away.')) });
    await expect(report({}, run)).rejects.toThrow('away');
    Object.assign(run, { lists });
    expect((await report({}, run)).lists).toBe(8);
  });
});

const record = (runId: string, more: object = {}): RunRecord =>
  ({ ...session().record, runId, createdAt: '2026-11-20T10:00:00.000Z', ...more }) as RunRecord;
async function listsOf(run: RunSession): Promise<NamedLists> {
  const { profiles, items } = await run.data();
  return { lists: await run.lists(), profiles: profiles.ids, items: items.ids };
}

describe('the run before', () => {
  const now = session().record;
  const found = async (choice: 'none' | undefined = 'none') =>
    (await runBefore(workspace, now, choice))?.record.runId ?? null;
  const put = async (...records: RunRecord[]): Promise<void> => {
    const lists = await listsOf(session());
    there.splice(0, there.length, ...records.map((one) => ({ record: one, lists })));
  };

  test('is the latest finished one with lists on data of the same name', async () => {
    expect(await found()).toBeNull();
    await put(
      record('older', { createdAt: '2026-11-19T10:00:00.000Z' }),
      record('latest'),
      record('later', { createdAt: '2026-11-27T10:00:00.000Z' }),
      record(now.runId, { createdAt: '2026-11-20T11:00:00.000Z' }),
      record('stopped', { createdAt: '2026-11-21T10:00:00.000Z', status: 'stopped' }),
      record('listless', { createdAt: '2026-11-21T10:00:00.000Z', listsSha256: null }),
      record('other', { createdAt: '2026-11-21T10:00:00.000Z', dataset: { fingerprint: FINGERPRINT, name: 'other' } }),
      record('same-moment', { createdAt: now.createdAt }),
    );
    expect(await found()).toBe('latest');
  });

  test('is rather the one that was trained again on new data', async () => {
    const base = { createdAt: '2026-11-10T10:00:00.000Z', dataset: { fingerprint: 'earlier', name: 'made' } };
    await put(record('latest'), record('base', base));
    expect((await runBefore(workspace, { ...now, parent: 'base' }, 'none'))?.record.runId).toBe('base');
    await put(record('latest'), record('base', { ...base, dataset: now.dataset }));
    expect((await runBefore(workspace, { ...now, parent: 'base' }, 'none'))?.record.runId).toBe('latest');
  });

  test('is the next one where the lists of one cannot be read', async () => {
    await put(record('older', { createdAt: '2026-11-19T10:00:00.000Z' }), record('latest'));
    there[1] = { record: there[1]!.record };
    expect(await found()).toBe('older');
  });

  test('has the rules that count for its own data', async () => {
    await put(record('latest'));
    await setRules(workspace, FINGERPRINT, { revision: 0, set: ruleSet({ kind: 'hide', ...ids(5) }) });
    expect((await runBefore(workspace, now, undefined))?.rules?.names).toEqual(['R0']);
    expect((await runBefore(workspace, now, 'none'))?.rules).toBeNull();
  });

  /** Lists of which that of p7 has other titles than before. */
  const changed = (
    request: CheckRequest = {},
    run = session({ scoreOf: (item: number, row: number) => (row === 7 ? item : -item) }),
  ) => checkOf('changed', { settings: only('changed'), ...request }, run);

  test('is compared with by the check of what changed, and named', async () => {
    await put(record('latest'));
    expect(await changed()).toMatchObject({ count: 1, profiles: ['p7'] });
    expect((await report({ settings: none })).since).toBe('latest');
  });

  test('is compared with under the rules of both, and as trained where its data is gone', async () => {
    await put(record('latest'));
    const hide = { kind: 'hide', ...ids(...Array.from({ length: 25 }, (_, item) => item)), profiles: { text: 'p6' } };
    await setRules(workspace, FINGERPRINT, { revision: 0, set: ruleSet(hide) });
    const date = { rules: { date: '2026-11-26' } };
    there[0] = { ...there[0]!, session: session() };
    expect(await changed(date)).toMatchObject({ profiles: ['p7'] });
    there[0] = { record: there[0].record, lists: there[0].lists! };
    expect(await changed(date)).toMatchObject({ profiles: ['p7'] });
  });
});

describe('the queue of lists to review', () => {
  const checks = [
    own('five', { ...ids(5), profiles: { watched: { from: 1 } } }),
    own('six', { ...ids(6, 7), mode: 'stop', profiles: { text: 'p1' } }),
    own('seven', { ...ids(7), profiles: { text: 'p4' } }),
  ];
  const asked = { of: 'odd', order: 'need', settings: none, own: checks, rules: 'none', start: 0, end: 10 } as const;
  const queue = (more: object = {}, run = session()) => reviewQueue(context(), run, { ...asked, ...more });
  const profilesOf = async (more: object = {}, run = session()): Promise<string[]> =>
    (await queue(more, run)).rows.map(({ profile }) => profile);

  test('has the flagged lists with their reasons, a stopping one counting three times', async () => {
    const { odd, decided, total, approved, rows } = await queue();
    expect({ odd, decided, total, approved }).toEqual({ odd: 3, decided: 0, total: 3, approved: null });
    expect(rows.map(({ profile, need, reach }) => [profile, need, reach])).toEqual([
      ['p1', 4, 2],
      ['p0', 1, 2],
      ['p4', 1, 1],
    ]);
    expect(rows[0]).toMatchObject({ changed: null, isDecided: false, noted: false, decision: { decision: null } });
    expect(rows[0]!.reasons).toEqual([
      {
        check: 'own-five',
        name: 'FIVE',
        value: null,
        count: 1,
        lists: 2,
        titles: [{ item: 't5', title: 'Cloud Airfield, part 2', lists: 2, note: null, isDecided: false }],
        isDecided: false,
      },
      {
        check: 'own-six',
        name: 'SIX',
        value: null,
        count: 2,
        lists: 1,
        titles: [
          { item: 't6', title: '별사탕 궁전 2화', lists: 1, note: null, isDecided: false },
          { item: 't7', title: 'Single 7 story', lists: 1, note: null, isDecided: false },
        ],
        isDecided: false,
      },
    ]);
  });

  test('is in the order of need or of how many children see it, and read page by page', async () => {
    expect(await profilesOf({ order: 'reach' })).toEqual(['p0', 'p1', 'p4']);
    expect(await profilesOf({ start: 1, end: 2 })).toEqual(['p0']);
    expect(await profilesOf({ profile: 'p4' })).toEqual(['p4']);
    expect((await queue({ profile: 'p9' })).total).toBe(0);
  });

  test('may be of one check, one title, one value or one owner', async () => {
    expect(await profilesOf({ check: 'own-five' })).toEqual(['p1', 'p0']);
    expect(await profilesOf({ item: 't7' })).toEqual(['p1', 'p4']);
    expect(await profilesOf({ item: 't7', check: 'own-seven' })).toEqual(['p4']);
    expect(await profilesOf({ value: 'no value' })).toEqual([]);
    const run = session();
    await decide(workspace, FINGERPRINT, 'p0', run.record, { owner: 'Mina', revision: 0 });
    expect(await profilesOf({ owner: 'Mina' })).toEqual(['p0']);
    const series = {
      settings: [...only().filter(({ id }) => id !== 'one-series'), { id: 'one-series', mode: 'on', limit: 6 }],
      own: [],
    };
    const { rows } = await queue(series);
    expect(rows).toHaveLength(7);
    expect(await profilesOf({ ...series, value: rows[0]!.reasons[0]!.value })).not.toHaveLength(0);
  });

  test('tells what is decided from what is open, and keeps in sight what was decided since a moment', async () => {
    const run = session();
    await decide(workspace, FINGERPRINT, 'p0', run.record, { decision: 'fine', revision: 0 });
    await setNote(workspace, FINGERPRINT, 'p4', { text: 'Look again.', revision: 0 });
    const all = await queue({}, run);
    expect(all).toMatchObject({ odd: 3, decided: 1, total: 3 });
    expect(all.rows.map(({ isDecided, noted }) => [isDecided, noted])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
    expect(await profilesOf({ state: 'open' }, run)).toEqual(['p1', 'p4']);
    expect(await profilesOf({ state: 'decided' }, run)).toEqual(['p0']);
    expect(await profilesOf({ state: 'open', since: '2020-01-01T00:00:00.000Z' }, run)).toEqual(['p1', 'p0', 'p4']);
    expect(await profilesOf({ state: 'open', since: '2099-01-01T00:00:00.000Z' }, run)).toEqual(['p1', 'p4']);
  });

  test('of the rest has all other lists, or a sample of which a longer one begins with a shorter one', async () => {
    const rest = ['p2', 'p3', 'p5', 'p6', 'p7'];
    expect(await profilesOf({ of: 'rest' })).toEqual(rest);
    const sample = (count: number, seed = 1) => profilesOf({ of: 'rest', sample: { count, seed } });
    const [long, short] = [await sample(4), await sample(2)];
    expect(long).toHaveLength(4);
    expect(long.slice(0, 2)).toEqual(short);
    expect((await sample(9)).toSorted()).toEqual(rest);
    expect(await sample(5, 2)).not.toEqual(await sample(5, 1));
  });

  test('says what stands before and after a list, and keeps the place of one that has left it', async () => {
    const run = session();
    const placeOf = (profile: string, more: object = {}) => reviewPlace(context(), run, { ...asked, profile, ...more });
    expect(await placeOf('p0')).toMatchObject({
      place: 1,
      total: 3,
      decided: 0,
      index: 1,
      previous: 'p1',
      next: 'p4',
      row: { profile: 'p0', need: 1 },
    });
    expect(await placeOf('p1')).toMatchObject({ place: 0, index: 0, previous: null, next: 'p0' });
    expect(await placeOf('p4')).toMatchObject({ place: 2, previous: 'p0', next: null });
    expect(await placeOf('p7', { seen: 1 })).toMatchObject({ place: null, index: 1, previous: 'p1', next: 'p0' });
    expect(await placeOf('p7')).toMatchObject({ place: null, index: 0, previous: null, next: 'p1' });
    expect(await placeOf('p7', { seen: 99 })).toMatchObject({ index: 3, previous: 'p4', next: null });
    await decide(workspace, FINGERPRINT, 'p0', run.record, { decision: 'fine', revision: 0 });
    expect(await placeOf('p4', { state: 'open' })).toMatchObject({ place: 2, decided: 1, index: 1, previous: 'p1' });
    await expect(placeOf('p99')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('decisions by finding', () => {
  const checks = [own('five', ids(5, 6)), own('six', { ...ids(9), profiles: { text: 'p2' } })];
  const asked = { settings: none, own: checks, rules: 'none' } as const;
  const queue = (run: RunSession, more: object = {}) =>
    reviewQueue(context(), run, { of: 'odd', order: 'need', start: 0, end: 20, ...asked, ...more });
  const rowOf = async (run: RunSession, profile: string, more: object = {}) =>
    (await queue(run, { profile, ...more })).rows[0]!;
  const say = async (run: RunSession, profile: string, part: Parameters<typeof aboutOf>[1] = {}) => {
    const row = await rowOf(run, profile);
    const { revision } = row.decision;
    const change = { decision: 'fine', revision, of: aboutOf(row, part) } as const;
    await decide(workspace, FINGERPRINT, profile, run.record, change);
  };
  const later = () => session({ record: { runId: 'later-run', listsSha256: 'cd'.repeat(32) } });

  test('follow to another run, and lapse where other titles are flagged', async () => {
    await say(session(), 'p3');
    expect(await queue(later())).toMatchObject({ odd: 8, decided: 1 });
    expect(await rowOf(later(), 'p3')).toMatchObject({ isDecided: true });
    const more = [own('five', ids(5, 6, 7)), checks[1]!];
    expect(await rowOf(later(), 'p3', { own: more })).toMatchObject({ isDecided: false });
    const { checks: both } = await checkLists(context(), later(), asked);
    expect(both.slice(-2).map(({ count, undecided }) => [count, undecided])).toEqual([
      [8, 7],
      [1, 1],
    ]);
  });

  test('of one title leave the rest of a list to decide', async () => {
    await say(session(), 'p2', { check: 'own-five', item: 't5' });
    const { reasons, isDecided } = await rowOf(session(), 'p2');
    expect(isDecided).toBe(false);
    expect(reasons[0]).toMatchObject({ isDecided: false, titles: [{ isDecided: true }, { isDecided: false }] });
    const open = async (more: object) => (await queue(session(), { state: 'open', ...more })).total;
    expect(await open({ check: 'own-five', item: 't5' })).toBe(7);
    expect(await open({ check: 'own-five' })).toBe(8);
    await say(session(), 'p2', { check: 'own-five' });
    expect(await open({ check: 'own-five' })).toBe(7);
    expect(await rowOf(session(), 'p2')).toMatchObject({ isDecided: false });
  });

  test('of 1.0 are about a list: what is found in it follows too, while its run is there', async () => {
    await decide(workspace, FINGERPRINT, 'p3', session().record, { decision: 'fine', revision: 0 });
    expect(await queue(later())).toMatchObject({ decided: 0 });
    there.push({ record: session().record, session: session() });
    expect(await queue(later())).toMatchObject({ decided: 1 });
    const more = [own('five', ids(5, 6)), own('six', { ...ids(9), profiles: { text: 'p3' } })];
    expect(await queue(later(), { own: more })).toMatchObject({ decided: 1 });
    const others = session({ record: { runId: 'later-run' }, scoreOf: (item: number) => (item === 5 ? -99 : -item) });
    expect(await queue(others)).toMatchObject({ decided: 0 });
  });

  test('to look again come last, and the largest causes explain the others', async () => {
    const run = session();
    const { revision } = (await rowOf(run, 'p2')).decision;
    await decide(workspace, FINGERPRINT, 'p2', run.record, { decision: 'again', revision });
    expect((await queue(run, { order: 'reach' })).rows.at(-1)!.profile).toBe('p2');
    const six = Array.from({ length: 6 }, (_, at) =>
      own(`${at}`, { ...ids(at + 10), profiles: { text: `p${at + 2}` } }),
    );
    const found = await causesOf(context(), run, { ...asked, own: six });
    expect(found).toMatchObject({ lists: 6, undecided: 6, explained: 5, unexplained: { lists: 1, undecided: 1 } });
    expect(found.causes.map(({ check }) => check)).toEqual(six.slice(0, 5).map(({ id }) => id));
    expect(found.also).toBeNull();
    const also = await causesOf(context(), run, { ...asked, own: six, also: six[5]!.id });
    expect(also).toMatchObject({ ...found, also: { check: six[5]!.id, lists: 1, undecided: 1 } });
    const rest = await queue(run, { own: six, unexplained: true });
    expect(rest.rows.map(({ profile }) => profile)).toEqual(['p7']);
  });
});

describe('what a rule ordered', () => {
  const pin = { kind: 'pin', place: 1, ...ids(40), profiles: { text: 'p4' } };
  const forty = own('forty', { ...ids(40, 5), mode: 'stop' });
  const rules = (...all: object[]) => ({ rules: { set: ruleSet(...all), date: '2026-11-26' } });
  const made = (request: CheckRequest) => checkLists(context(), session(), { settings: none, ...request });

  test('is set aside and counted, where nothing else is found', async () => {
    const found = await made({ own: [own('forty', ids(40))], ...rules(pin) });
    expect(found.checks.at(-1)).toMatchObject({ count: 0 });
    expect(found.ordered).toMatchObject([{ rule: 'r0', name: 'R0', lists: 1, isConfirmed: false, blocks: [] }]);
    const { reasons } = (
      await reviewQueue(context(), session(), {
        of: 'odd',
        order: 'need',
        start: 0,
        end: 9,
        settings: none,
        own: [forty],
        profile: 'p4',
        ...rules(pin),
      })
    ).rows[0]!;
    expect(reasons[0]!.titles.map(({ item }) => item)).toEqual(['t5']);
    expect((await made({ own: [forty], ...rules({ kind: 'hide', ...ids(6) }) })).ordered).toEqual([]);
  });

  test('blocks by age until a person has confirmed the rule, whatever it is called', async () => {
    const ages = { kind: 'numeric', name: 'age', values: Float64Array.from([3, 3, 3, 3, 9, 3, 3, 3]) } as const;
    const limits = {
      kind: 'categorical',
      name: 'age_rating',
      categories: ['7+'],
      codes: new Int32Array(60).fill(-1),
    } as const;
    limits.codes[40] = 0;
    const of = {
      ...data,
      profiles: { ...data.profiles, attributes: [ages] },
      items: { ...data.items, attributes: [limits] },
    };
    const run = () => sessionInMemory({ data: of as never });
    const age = { settings: [...none.filter(({ id }) => id !== 'age'), { id: 'age', mode: 'stop' } as const] };
    const ordered = rules({ ...pin, profiles: { text: 'p5' } });
    const report5 = () => checkLists(context(), run(), { ...age, ...ordered });
    const first = await report5();
    expect(first).toMatchObject({ stopped: ['age'], ordered: [{ blocks: ['age'], lists: 1 }] });
    const confirmed = [first.ordered[0]!.ruleSha256];
    await setCheckSettings(workspace, FINGERPRINT, { confirmed, revision: 0 });
    expect(await report5()).toMatchObject({ stopped: [], ordered: [{ isConfirmed: true, blocks: [], lists: 1 }] });
    const renamed = rules({ ...pin, name: 'Other', until: '2027-01-01', profiles: { text: 'p5' } });
    expect(await checkLists(context(), run(), { ...age, ...renamed })).toMatchObject({ stopped: [] });
    const other = rules({ ...pin, place: 2, profiles: { text: 'p5' } });
    expect(await checkLists(context(), run(), { ...age, ...other })).toMatchObject({ stopped: ['age'] });
  });
});

describe('what changed since lists were approved', () => {
  const earlier = session({ scoreOf: (item: number, row: number) => (row === 3 ? item : -item) });
  const since = async (run = session()) => sinceApproval(context(), run, await listsOf(run));
  const approved = (at: string, more: object = {}): Partial<Approval> => ({ by: 'Mina', at, ...more });
  const AT = '2026-11-21T10:00:00.000Z';
  const put = async (runId: string, approval: Partial<Approval> | Error, more: object = {}): Promise<void> => {
    there.push({ record: record(runId, more), lists: await listsOf(earlier), approval });
  };

  test('is told of each list: how many titles are new, and by whom the others were approved', async () => {
    await put('approved', approved(AT));
    expect(await since()).toEqual({
      approved: { runId: 'approved', by: 'Mina', at: AT, asTrained: false },
      changed: [0, 0, 0, 25, 0, 0, 0, 0],
    });
  });

  test('is nothing where no lists of data of this name are approved here', async () => {
    await put('damaged', new Error('Damaged.'));
    await put('other', approved(AT), { dataset: { fingerprint: FINGERPRINT, name: 'other' } });
    await put('listless', approved(AT), { listsSha256: null });
    await put('brought', approved(AT, { brought: {} }));
    there.push({ record: record('open') });
    expect(await since()).toBeNull();
  });

  test('is since the latest approval', async () => {
    await put('later', approved('2026-11-23T10:00:00.000Z'));
    await put('first', approved(AT));
    expect((await since())?.approved.runId).toBe('later');
    await put('last', approved('2026-11-24T10:00:00.000Z'));
    expect((await since())?.approved.runId).toBe('last');
  });

  test('is since lists under the approved rules where those are saved, else as trained, which it says', async () => {
    const hide = ruleSet({ kind: 'hide', ...ids(4), profiles: { text: 'p2' } });
    const saved = await setRules(workspace, FINGERPRINT, { revision: 0, set: hide });
    const rules = { rulesSha256: hashRules(saved.set), rulesDate: '2026-11-20' };
    await put('ruled', approved(AT, rules));
    there[0] = { ...there[0]!, session: earlier };
    expect(await since()).toMatchObject({ approved: { asTrained: false }, changed: [0, 0, 1, 25, 0, 0, 0, 0] });
    const trained = { approved: { asTrained: true }, changed: [0, 0, 0, 25, 0, 0, 0, 0] };
    for (const other of [
      { ...rules, rulesSha256: 'e'.repeat(64) },
      { ...rules, tuning: {} as never },
      { tuning: {} as never },
    ]) {
      there[0] = { ...there[0]!, approval: approved(AT, other) };
      expect(await since()).toMatchObject(trained);
    }
    // Its data is gone.
    there[0] = { record: there[0]!.record, lists: there[0]!.lists!, approval: approved(AT, rules) };
    expect(await since()).toMatchObject(trained);
  });

  test('orders the queue: lists with the most new titles first', async () => {
    await put('approved', approved(AT));
    const request = {
      of: 'odd',
      order: 'changed',
      settings: only('no-metadata'),
      rules: 'none',
      start: 0,
      end: 9,
    } as const;
    const { rows, approved: by } = await reviewQueue(context(), session(), request);
    expect(by).toMatchObject({ runId: 'approved' });
    expect(rows.slice(0, 2).map(({ profile, changed }) => [profile, changed])).toEqual([
      ['p3', 25],
      ['p0', 0],
    ]);
    there.length = 0;
    const without = await reviewQueue(context(), session(), request);
    expect(without).toMatchObject({ approved: null });
    expect(without.rows[0]).toMatchObject({ profile: 'p0', changed: null });
  });
});
