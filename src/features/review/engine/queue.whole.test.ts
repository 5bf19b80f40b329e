/** The queue: its order, a profile's place in it, and lists that are alike. */
import { beforeEach, describe, expect, it } from 'vitest';
import { reviewedProfiles } from '../../../engine/kept/reviews';
import { ruleSetSchema } from '../../../shared/contract/rules';
import { profileId } from '../../../../tests/support/trained-run';
import { type Opened, openedRun } from '../../../../tests/support/tuned-run';

let run: Opened;

beforeEach(async () => {
  run = await openedRun({ model: 'popularity', 'scoring.watched': 'include' });
});

const queue = (of: Partial<Parameters<Opened['client']['review']['queue']>[0]> = {}) =>
  run.client.review.queue({ runId: run.runId, start: 0, end: 100, ...of });

describe('the order of the queue', () => {
  const settings = [
    { id: 'age', limit: 0 },
    { id: 'same-list', limit: 1 },
  ] as const;
  const odd = { settings: [...settings] };

  it('goes by reasons, by how many children see it, or by what is new since the last approval', async () => {
    const { client, runId } = run;
    const byReach = (await queue({ ...odd, order: 'reach' })).rows.map(({ reach }) => reach);
    expect(byReach.length).toBeGreaterThan(2);
    expect(byReach).toEqual(byReach.toSorted((left, right) => right - left));
    const byNeed = (await queue(odd)).rows.map(({ profile }) => profile);
    // Nothing was approved yet: the order of need, and nothing to compare with.
    const before = await queue({ ...odd, order: 'changed' });
    expect(before.approved).toBeNull();
    expect(before.rows.map(({ profile, changed }) => [profile, changed])).toEqual(byNeed.map((one) => [one, null]));

    // Approved as trained; then a rule takes a title out of the lists of one profile.
    await client.review.approve({ runId, by: 'Jiwoo', reason: 'fine' });
    const same = await queue({ ...odd, order: 'changed' });
    expect(same.approved).toMatchObject({ runId, by: 'Jiwoo', asTrained: false });
    expect(same.rows.map(({ changed }) => changed)).toEqual(byNeed.map(() => 0));
    const last = byNeed.at(-1)!;
    const [first] = (await client.lists.show({ runId, profile: last })).items;
    const hide = { id: 'a', name: 'A', kind: 'hide', titles: { ids: [first!.item] }, profiles: { text: last } };
    const set = ruleSetSchema.parse({ formatVersion: 1, rules: [hide] });
    const rules = { set, date: '2026-11-26' };
    const changed = (await queue({ ...odd, rules, order: 'changed' })).rows;
    // Every list has the title: of the flagged ones, those under the rule come first.
    const figures = changed.map(({ changed: titles }) => titles!);
    expect(figures).toEqual(figures.toSorted((left, right) => right - left));
    for (const one of changed) expect(one.changed).toBe(one.profile.includes(last) ? 1 : 0);
  });

  it('has a place for each profile, with neighbours that are to be decided or were since one came', async () => {
    const { client, runId } = run;
    const place = (profile: string, more: object = {}) =>
      client.review.place({ runId, profile, ...odd, state: 'open', ...more });
    const ids = (await queue(odd)).rows.map(({ profile }) => profile);
    const [first, second, third] = ids as [string, string, string];
    expect(await place(second)).toMatchObject({
      place: 1,
      total: ids.length,
      decided: 0,
      index: 1,
      previous: first,
      next: third,
      row: { profile: second },
    });
    await client.review.decide({ runId, profile: first, decision: 'fine', revision: 0 });
    const since = new Date().toISOString();
    await client.review.decide({ runId, profile: second, decision: 'rule', revision: 0 });
    // What was decided before one came is passed by; what was decided since stays in the way.
    expect(await place(third)).toMatchObject({ place: 2, decided: 2, index: 0, previous: null });
    expect(await place(third, { since })).toMatchObject({ place: 2, decided: 2, index: 1, previous: second });
    // A profile that is not in the queue stands where it was last seen.
    expect(await place(third, { owner: 'Jiwoo' })).toMatchObject({ place: null, total: 0, previous: null, next: null });
    const { item } = (await client.lists.show({ runId, profile: first })).items[0]!;
    const own = [{ id: 'own-a', name: 'A', mode: 'on', profiles: { text: third }, titles: { ids: [item] }, most: 0 }];
    expect(await place(first, { own, check: 'own-a', seen: 1 })).toMatchObject({
      place: null,
      total: 1,
      previous: third,
    });
    expect(await place(first, { own, check: 'own-a' })).toMatchObject({ place: null, previous: null, next: third });
    await expect(place('nobody')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('lists that are alike', () => {
  it('are counted beside the title and the reason, decided together or not at all, and undone', async () => {
    const { client, runId, workspace } = run;
    const { item } = (await client.lists.show({ runId, profile: profileId(0) })).items[0]!;
    const own = [{ id: 'own-a', name: 'A', mode: 'on' as const, titles: { ids: [item] }, most: 0 }];
    const alike = { own, check: 'own-a', item };
    const { rows, total } = await queue({ ...alike, state: 'open' });
    expect(total).toBe(24);
    expect(rows[0]!.reasons.at(-1)).toMatchObject({ check: 'own-a', lists: 24, titles: [{ item, lists: 24 }] });
    expect((await queue({ ...alike, item: 'none' })).total).toBe(0);
    expect((await queue({ ...alike, value: 'none' })).total).toBe(0);

    const decisions = rows.map(({ profile, decision: { revision } }) => ({
      profile,
      decision: 'rule' as const,
      revision,
    }));
    // One of them was decided about meanwhile: none is.
    await client.review.decide({ runId, profile: rows[3]!.profile, decision: 'fine', owner: 'Kim', revision: 0 });
    await expect(client.review.decideAll({ runId, decisions })).rejects.toMatchObject({ code: 'busy' });
    expect((await queue({ ...alike, state: 'decided' })).total).toBe(1);
    const open = decisions.filter((_, at) => at !== 3);
    const decided = await client.review.decideAll({ runId, decisions: open });
    expect(decided).toHaveLength(23);
    expect((await queue({ ...alike, state: 'open' })).total).toBe(0);
    const log = await client.review.audit({ runId });
    expect(log.filter(({ what, decision }) => what === 'decision' && decision === 'rule')).toHaveLength(23);
    await client.review.decideAll({
      runId,
      decisions: decided.map(({ profile, decision: { revision } }) => ({
        profile,
        decision: null,
        about: null,
        revision,
      })),
    });
    expect((await queue({ ...alike, state: 'open' })).total).toBe(23);
    expect((await reviewedProfiles(workspace, run.data)).size).toBe(1);
    const twice = [decisions[0]!, decisions[0]!];
    await expect(client.review.decideAll({ runId, decisions: twice })).rejects.toMatchObject({ code: 'usage' });
  });

  it('are too many for a check that flags more than a tenth of all: it names a limit that leaves few', async () => {
    const { client, runId } = run;
    const { item } = (await client.lists.show({ runId, profile: profileId(0) })).items[0]!;
    const own = [{ id: 'own-a', name: 'A', mode: 'on' as const, titles: { ids: [item] }, most: 0 }];
    const report = await client.checks.run({ runId, own, settings: [{ id: 'same-list', limit: 1 }] });
    const { stricter, commonest, count } = report.checks.at(-1)!;
    expect(count).toBe(24);
    expect(commonest).toMatchObject({ item, lists: 24 });
    expect(stricter).toEqual({ limit: 1, count: 0, profiles: [] });
    for (const check of report.checks)
      expect(check.stricter === null || check.stricter.count <= 0.05 * report.lists).toBe(true);
    const again = await client.checks.run({ runId, own: own.map((one) => ({ ...one, most: stricter!.limit })) });
    expect(again.checks.at(-1)).toMatchObject({ count: stricter!.count, profiles: stricter!.profiles });
  });
});
