import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { NEUTRAL_TUNING, type Tuning } from '../../shared/contract/tuning';
import type { AppliedRules, RuleSet } from '../../shared/contract/rules';
import { dataOf, DAY, prepared } from '../../../tests/support/any-rules';
import { FINGERPRINT, sessionInMemory } from '../../../tests/support/session-in-memory';
import { leaderboardRecipe } from '../../shared/recipe/presets';
import { setRules } from '../kept/rules';
import { hashRules } from '../rules/rule-set';
import { LIST_END, listOf } from '../runs/lists-file';
import type { RunSession } from '../sessions/run-session';
import { openWorkspace, type Workspace } from '../storage/workspace';
import { changedByRules, placeUnder, ruledProfileOf } from './compare';
import { type DeliveredLists, deliveredLists, deliveredToAll } from './deliver';
import { rulesOnTest } from './hold-out';
import { openDelivery, rulesOfExport } from './open';
import { shownList } from './show';

const TITLES = 60;
const order = Array.from({ length: TITLES }, (_, item) => item);
/** Profile p0 watched titles 0 to 2, p1 title 8, and p2 nothing. */
const data = dataOf(TITLES, [[0, 1, 2], [8], []]);
const without = (...items: number[]): number[] => order.filter((item) => !items.includes(item));
const session = (more: object = {}): RunSession => sessionInMemory({ data, ...more });
const setOf = (...rules: object[]): RuleSet =>
  prepared(
    rules.map((rule, place) => ({ id: `r${place}`, name: `R${place}`, ...rule })),
    data,
  ).set;
const applied = (...rules: object[]): AppliedRules => ({ set: setOf(...rules), date: DAY });
const counting = (...rules: object[]) => ({ ...applied(...rules), rulesSha256: 'cd', revision: 3, names: ['R0'] });
const ids = (...items: number[]) => ({ titles: { ids: items.map((item) => `t${item}`) } });
const hide = (...items: number[]) => ({ kind: 'hide', ...ids(...items) });
const listsOf = ({ lists }: DeliveredLists, count = 25): number[][] =>
  Array.from({ length: lists.items.length / lists.count }, (_, at) => [...listOf(lists, at)].slice(0, count));
const tuningOf = (more: Partial<Tuning>): Tuning => ({ ...NEUTRAL_TUNING, ...more });

const folders: string[] = [];
async function workspaceOf(): Promise<Workspace> {
  folders.push(await fs.mkdtemp(path.join(os.tmpdir(), 'delivery-')));
  return openWorkspace(path.join(folders.at(-1)!, 'workspace'));
}
afterEach(async () => {
  for (const folder of folders.splice(0)) await fs.rm(folder, { recursive: true, force: true });
});

describe('delivered lists', () => {
  it('are those that the run stores where no rule counts and nothing is tuned', async () => {
    const run = session();
    const delivered = await deliveredLists(run, { rules: null });
    expect(delivered).toMatchObject({ under: null, lists: await run.lists() });
    expect(listsOf(delivered, 4)).toEqual([
      [3, 4, 5, 6],
      [0, 1, 2, 3],
      [0, 1, 2, 3],
      [0, 1, 2, 3],
    ]);
  });

  it('are under the rules of the day, of the rows that are asked for', async () => {
    const rules = applied({ ...hide(3, 4), profiles: { text: 'p0' } }, { ...hide(5), until: '2020-01-01' });
    const all = await deliveredLists(session(), { rules });
    expect(listsOf(all, 3)).toEqual([
      [5, 6, 7],
      [0, 1, 2],
      [0, 1, 2],
      [0, 1, 2],
    ]);
    expect(all.under.rules.active).toHaveLength(1);
    const only = await deliveredLists(session(), { rules }, { only: Int32Array.of(2, 0) });
    expect(listsOf(only, 2)).toEqual([
      [0, 1],
      [5, 6],
    ]);
  });

  it('are ranked again where rules leave fewer than the run stores', async () => {
    const [list] = listsOf(await deliveredLists(session(), { rules: applied(hide(...order.slice(0, 20))) }));
    expect(list).toEqual(order.slice(20, 45));
  });

  it('have titles that no profile watched only where a rule that is on asks for them', async () => {
    const run = session({ unwatched: ['Otter Bay, part 99'] });
    const rule = { kind: 'new-titles', count: 1, place: 1 };
    const withNew = await deliveredLists(run, { rules: applied(rule) });
    expect(withNew.items.ids.at(-1)).toBe('Otter Bay, part 99');
    const off = await deliveredLists(run, { rules: applied({ ...rule, on: false }, hide(3)) });
    expect(off.items.ids).toHaveLength(TITLES);
  });

  it('are refused under rules where a tuning lists what was watched for some profiles alone', async () => {
    const tuned = { tuning: tuningOf({ watched: 'include' }), group: Int32Array.of(0) };
    await expect(deliveredLists(session(), { rules: applied(hide(3)), tuned })).rejects.toMatchObject({
      code: 'usage',
      said: [{ id: 'tuning.watched-with-rules' }],
    });
    const [tunedList, asTrained] = listsOf(await deliveredLists(session(), { rules: null, tuned }), 3);
    expect([tunedList, asTrained]).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ]);
    const all = { ...tuned, group: null };
    expect(listsOf(await deliveredLists(session(), { rules: applied(hide(1)), tuned: all }), 3)[0]).toEqual([0, 2, 3]);
  });

  it('of everyone are kept until other rules, or another day, are asked for', async () => {
    const run = session();
    const [first, same] = [deliveredToAll(run, applied(hide(3))), deliveredToAll(run, applied(hide(3)))];
    expect(await same).toBe(await first);
    const later = { ...applied(hide(3)), date: '2026-12-01' };
    const others = [applied(hide(4)), later, null];
    for (const rules of others) expect(await deliveredToAll(run, rules)).not.toBe(await first);
    expect((await deliveredToAll(run, applied(hide(4)))).under?.rules.set).toEqual(setOf(hide(4)));
    expect((await deliveredToAll(run, later)).under?.rules.date).toBe('2026-12-01');
  });

  it('are made anew after a failure', async () => {
    const run = session();
    const { lists } = run;
    Object.assign(run, { lists: async () => Promise.reject(new Error('The disk is away.')) });
    await expect(deliveredToAll(run, null)).rejects.toThrow('away');
    Object.assign(run, { lists });
    expect((await deliveredToAll(run, null)).under).toBeNull();
  });

  it('prepare the same rules once, and again for lists that may hold what was watched', async () => {
    const run = session();
    const rules = applied(hide(3));
    const preparedFor = async (watched?: 'include') =>
      (await deliveredLists(run, { rules, tuned: watched && { tuning: tuningOf({ watched }), group: null } })).under
        .rules;
    const first = await preparedFor();
    expect(await preparedFor()).toBe(first);
    expect((await preparedFor('include')).data.excludeWatched).toBe(false);
    expect((await preparedFor()).data.excludeWatched).toBe(true);
  });
});

describe('what rules change', () => {
  const rules = applied({ ...hide(3, 4), profiles: { text: 'p0' } }, { kind: 'boost', ...ids(9), places: 9 });

  it('is told of the lists that changed, the most changed first, and of no other', async () => {
    const run = session();
    const before = await deliveredLists(run, { rules: null });
    // The row of a profile of which nothing is known is no list of a profile.
    const after = await deliveredLists(run, { rules });
    const changed = changedByRules({ ...before, lists: cut(before) }, after, 2);
    expect(changed).toMatchObject({ profiles: 3, rows: [0, 1, 2] });
    expect(changed.most.map(({ profile, shared }) => [profile, shared])).toEqual([
      ['p0', 23],
      ['p1', 25],
    ]);
  });

  it('is told of each title: its place before, and the rules that moved it', async () => {
    const after = await deliveredLists(session(), { rules }, { only: Int32Array.of(0) });
    const told = ruledProfileOf(after, 0);
    expect(told.profile).toBe('p0');
    expect(told.before.slice(0, 2)).toEqual([
      { item: 't3', title: null },
      { item: 't4', title: 'Otter Bay, part 2' },
    ]);
    expect(told.after[0]).toEqual({
      item: 't9',
      title: 'Cloud Airfield, part 3',
      before: 7,
      rules: ['r1'],
      newTitle: null,
    });
    expect(told.after.at(-1)).toMatchObject({ item: 't29', before: null, rules: [] });
    expect(told.shared).toBe(23);
  });

  it('is told of one title by its place, with the names of the rules that moved it', async () => {
    const under = (profile: string, item: string, more: object = {}) =>
      placeUnder(session(), { profile, item, ...more }, rules);
    expect(await under('p1', 't9')).toEqual({ rank: 1, rules: [{ id: 'r1', name: 'R1' }] });
    expect(await under('p0', 't5')).toEqual({ rank: 2, rules: [] });
    expect(await under('p0', 't3')).toEqual({ rank: null, rules: [] });
    expect(await under('p1', 't0', { tuning: tuningOf({ watched: 'include' }) })).toEqual({ rank: 2, rules: [] });
    await expect(under('p9', 't3')).rejects.toMatchObject({ code: 'not-found' });
  });
});

/** The first 25 places of each list. */
function cut({ lists }: DeliveredLists): DeliveredLists['lists'] {
  const rows = lists.items.length / lists.count;
  const cutOf = <Values extends Int32Array | Float32Array>(values: Values): number[] =>
    Array.from({ length: rows }, (_, at) => [...values.subarray(at * lists.count, at * lists.count + 25)]).flat();
  return { count: 25, items: Int32Array.from(cutOf(lists.items)), scores: Float32Array.from(cutOf(lists.scores)) };
}

describe('the list of a profile as it is shown', () => {
  const shown = (
    profile: string,
    more: { tuning?: Tuning; count?: number; rules?: object[]; run?: RunSession; against?: RunSession } = {},
  ) => {
    const { tuning = NEUTRAL_TUNING, count = 25, rules = [], run = session(), against } = more;
    const of = rules.length === 0 ? null : counting(...rules);
    return shownList(
      run,
      { profile, tuning, count },
      of,
      against === undefined ? null : { session: against, rules: null },
    );
  };

  it('is that of the run, each title with its rank, score and badges', async () => {
    const list = await shown('p0');
    expect(list).toMatchObject({ runId: 'made-run', profile: 'p0', neutral: true, rules: null, against: null });
    expect(list.items).toHaveLength(25);
    expect(list.items[0]).toEqual({
      rank: 1,
      item: 't3',
      title: null,
      score: -3,
      watched: false,
      group: 'animals',
      badges: ['rare'],
      before: 1,
      ranked: 1,
      rules: [],
      newTitle: null,
    });
    expect(list).toMatchObject({ out: [], gone: [], hidden: [] });
    expect(list.items.map(({ item }) => item)).toEqual(
      without(0, 1, 2)
        .slice(0, 25)
        .map((item) => `t${item}`),
    );
    const short = await shown('p0', { count: 5 });
    expect(short.items).toHaveLength(5);
    await expect(shown('p9')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('says what a rule brought in, what it keeps out, and what gave way', async () => {
    const list = await shown('p0', { rules: [hide(5), { kind: 'pin', ...ids(40), place: 2 }] });
    expect(list.rules).toEqual({ date: DAY, rulesSha256: 'cd', revision: 3, names: ['R0'] });
    expect(list.items[1]).toMatchObject({
      item: 't40',
      score: null,
      before: 2,
      ranked: null,
      rules: [{ id: 'r1', name: 'R1' }],
    });
    expect(list.out).toEqual([
      { item: 't5', title: 'Cloud Airfield, part 2', ranked: 3, rules: [{ id: 'r0', name: 'R0' }] },
    ]);
  });

  it('marks what a tuning brought in, and what went', async () => {
    const tuning = tuningOf({ added: ['t3'], removed: ['t1'] });
    const list = await shown('p0', { tuning });
    expect(list.neutral).toBe(false);
    expect(list.items[0]).toMatchObject({ item: 't1', badges: ['new', 'tuned'], before: null, watched: false });
    expect(list.gone).toEqual([{ item: 't3', title: null, before: 1 }]);
    const included = await shown('p0', { tuning: tuningOf({ watched: 'include' }) });
    expect(included.neutral).toBe(false);
    expect(included.items[0]).toMatchObject({ item: 't0', watched: true, badges: ['watched', 'new', 'tuned'] });
    expect(included.gone).toEqual(
      [25, 26, 27].map((item, at) => expect.objectContaining({ item: `t${item}`, before: 23 + at }) as object),
    );
  });

  it('says which titles a mask hides from the model', async () => {
    const { hidden } = await shown('p0', { tuning: tuningOf({ hidden: 0.9, mask: 1 }) });
    expect(hidden.length).toBeGreaterThan(0);
    for (const item of hidden) expect(['t0', 't1', 't2']).toContain(item);
  });

  it('compares with another run by ID, and says whether that is of the same data', async () => {
    const other = sessionInMemory({ data, scoreOf: (item) => item, record: { runId: 'other' } });
    const list = await shown('p2', { against: other });
    expect(list.against).toEqual({ runId: 'other', sameData: true });
    expect(list.items.every(({ before }) => before === null)).toBe(true);
    expect(list.gone.slice(0, 2)).toMatchObject([
      { item: 't59', before: 1 },
      { item: 't58', before: 2 },
    ]);
    const moved = sessionInMemory({ data, record: { runId: 'moved', dataset: { fingerprint: 'x', name: 'y' } } });
    expect((await shown('p2', { against: moved })).against).toEqual({ runId: 'moved', sameData: false });
    // What a tuning brought in is told by the run itself, not by the other one.
    expect((await shown('p2', { against: other })).items[0]!.badges).not.toContain('tuned');
  });

  it('keeps the list without a tuning for the next tuning of the same profile, rules, day and length', async () => {
    const run = session();
    let made = 0;
    const { lists } = run;
    Object.assign(run, {
      lists: async () => {
        made++;
        return lists();
      },
    });
    await shown('p0', { run });
    await shown('p0', { run });
    expect(made).toBe(1);
    await shown('p1', { run });
    await shown('p1', { run, rules: [hide(3)] });
    await shown('p1', { run, rules: [hide(3)], count: 10 });
    expect(made).toBe(4);
    await shown('p1', { run, rules: [hide(3)], count: 10, tuning: tuningOf({ added: ['t4'] }) });
    expect(made).toBe(5);
  });
});

describe('a delivery that is opened', () => {
  const neutral = { rules: 'none' as const };

  it('has the lists of everyone with what they are', async () => {
    const run = session();
    const { shown, delivered, data: opened } = await openDelivery(await workspaceOf(), run, neutral as never);
    expect(shown).toEqual({
      runId: 'made-run',
      name: 'Made',
      data: FINGERPRINT,
      createdAt: '2026-11-26T10:00:00.000Z',
      tuning: null,
      rules: null,
      exportedAt: null,
    });
    expect(opened).toBe(await run.data());
    expect(delivered).toBe(await deliveredToAll(run, null));
  });

  it('is under the saved rules, or those of an earlier revision, which it says', async () => {
    const workspace = await workspaceOf();
    await setRules(workspace, FINGERPRINT, { revision: 0, set: setOf(hide(3)) });
    await setRules(workspace, FINGERPRINT, { revision: 1, set: setOf(hide(4)) });
    const revision = async (rules: object): Promise<unknown> => {
      const { shown } = await openDelivery(workspace, session(), { rules } as never);
      return shown.rules?.revision;
    };
    const hidden = async (rules: object | undefined): Promise<unknown> => {
      const { delivered } = await openDelivery(workspace, session(), { rules } as never);
      return delivered.under?.rules.set.rules;
    };
    expect(await hidden({ date: DAY })).toEqual(setOf(hide(4)).rules);
    expect(await hidden(undefined)).toEqual(setOf(hide(4)).rules);
    expect(await hidden({ revision: 1, date: DAY })).toEqual(setOf(hide(3)).rules);
    expect(await revision({ revision: 1, date: DAY })).toBe(1);
    expect(await revision({ date: DAY })).toBe(2);
    await expect(hidden({ revision: 9, date: DAY })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is tuned for everyone, and kept while the same is asked for', async () => {
    const workspace = await workspaceOf();
    const run = session();
    const open = (tuning: Tuning) => openDelivery(workspace, run, { ...neutral, tuning } as never);
    const included = await open(tuningOf({ watched: 'include' }));
    expect(included.shown.tuning).toMatchObject({ watched: 'include' });
    expect(listsOf(included.delivered, 2)[0]).toEqual([0, 1]);
    expect((await open(tuningOf({ watched: 'include' }))).delivered).toBe(included.delivered);
    const other = await open(tuningOf({ watched: 'include', hidden: 0.5, mask: 1 }));
    expect(other.delivered).not.toBe(included.delivered);
    expect((await open(NEUTRAL_TUNING)).shown.tuning).toBeNull();
  });

  it('of an export that is not recorded is refused with its hash and its run', async () => {
    const asked = openDelivery(await workspaceOf(), session({ folder: folders.at(-1)! }), {
      exported: 'ab12',
    } as never);
    await expect(asked).rejects.toMatchObject({
      code: 'not-found',
      said: [{ id: 'changes.no-export', values: { run: 'made-run', sha256: 'ab12' } }],
    });
  });

  it('of an export needs the rules that it had, and no rules where it had none', async () => {
    const workspace = await workspaceOf();
    const saved = await setRules(workspace, FINGERPRINT, { revision: 0, set: setOf(hide(3)) });
    expect(await rulesOfExport(workspace, FINGERPRINT, {})).toBe('none');
    expect(await rulesOfExport(workspace, FINGERPRINT, { rulesDate: DAY })).toBe('none');
    const rulesSha256 = hashRules(saved.set);
    expect(await rulesOfExport(workspace, FINGERPRINT, { rulesSha256, rulesDate: DAY })).toEqual({
      set: saved.set,
      date: DAY,
    });
    await expect(
      rulesOfExport(workspace, FINGERPRINT, { rulesSha256: 'e'.repeat(64), rulesDate: DAY }),
    ).rejects.toMatchObject({
      code: 'not-found',
      said: [{ id: 'rules.no-longer-saved', values: { hash: 'e'.repeat(16) } }],
    });
  });
});

describe('rules on the hold-out', () => {
  const judged = (...lists: number[][]): Int32Array =>
    Int32Array.from(lists.flatMap((list) => [...list, ...Array.from({ length: 25 - list.length }, () => LIST_END)]));
  const before = judged(order.slice(3, 28), order.slice(0, 25));
  const targets = dataOf(TITLES, [[5], [9], []]).histories;
  function run(
    more: { judged?: { lists: Int32Array } | null; include?: boolean; histories?: readonly (readonly number[])[] } = {},
  ): RunSession {
    const kept = more.judged === undefined ? { lists: before } : more.judged;
    const recipe = {
      ...leaderboardRecipe('popularity'),
      ...(more.include && { 'scoring.watched': 'include' as const }),
    };
    const made = session({ testProfiles: { profile: Int32Array.of(0, 2), judged: kept } as never, record: { recipe } });
    const histories = dataOf(TITLES, more.histories ?? [[0, 1, 2], [50], []]).histories;
    return Object.assign(made, { testPart: async () => ({ targets, histories, popular: null as never }) });
  }
  const rows = (lists: Int32Array): number[][] => [0, 1].map((at) => [...lists.subarray(at * 25, (at + 1) * 25)]);

  it('are applied to the lists that the run was measured with', async () => {
    const ruled = (await rulesOnTest(run(), applied(hide(4), { ...hide(5), profiles: { text: 'p2' } })))!;
    expect(ruled.before).toEqual(before);
    expect([...ruled.tested]).toEqual([0, 2]);
    expect(ruled.targets).toBe(targets);
    const [first, second] = rows(ruled.after);
    // After the 25 places come the most watched titles, of which 50 is the first that p0 has not watched.
    expect(first).toEqual([3, ...order.slice(5, 28), 50]);
    expect(second).toEqual([...without(4, 5).slice(0, 23), 50, 25]);
  });

  it('put watched titles last of all, unless lists may hold them', async () => {
    const ruled = (await rulesOnTest(run({ histories: [[0, 1, 2], [0], []] }), applied(hide(4, 6))))!;
    expect(rows(ruled.after)[0]!.slice(-2)).toEqual([28, 29]);
    const all = applied(hide(...order.slice(3, TITLES)));
    expect(rows((await rulesOnTest(run(), all))!.after)[0]!.slice(0, 4)).toEqual([0, 1, 2, LIST_END]);
    const included = (await rulesOnTest(run({ include: true, histories: [[0, 1, 2], [0], []] }), applied(hide(4, 6))))!;
    expect(rows(included.after)[0]!.slice(-2)).toEqual([0, 1]);
  });

  it('are applied to other lists of the same hold-out, as those take watched titles', async () => {
    const lists = judged([9, 8, 7], [6, 5, 4]);
    const ruled = (await rulesOnTest(run(), applied(hide(8)), { lists, excludeWatched: false }))!;
    expect(ruled.before).toBe(lists);
    expect(rows(ruled.after).map((list) => list.slice(0, 4))).toEqual([
      [9, 7, 0, 1],
      [6, 5, 4, 0],
    ]);
  });

  it('rank the lists of a run once for many sets of rules', async () => {
    const made = run();
    const first = rows((await rulesOnTest(made, applied(hide(4))))!.after);
    expect(rows((await rulesOnTest(made, applied(hide(4))))!.after)).toEqual(first);
    const others = { lists: judged([9], [9]), excludeWatched: true };
    expect(rows((await rulesOnTest(made, applied(hide(4)), others))!.after)).not.toEqual(first);
    expect(rows((await rulesOnTest(made, applied(hide(4))))!.after)).toEqual(first);
  });

  it('are not tried where the run has no hold-out', async () => {
    expect(await rulesOnTest(session(), applied(hide(4)))).toBeNull();
  });
});
