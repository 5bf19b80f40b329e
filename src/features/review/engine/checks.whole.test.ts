/** From findings to an approval: checks, the queue, decisions, approvals and their log. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { bundleRun } from '../../bundles/engine/bundle-run';
import { openBundle } from '../../bundles/engine/open-bundle';
import { createEngine } from '../../engine';
import { readApprovals } from '../../../engine/runs/approvals';
import { runFolder } from '../../../engine/storage/workspace';
import { CHECK_IDS } from '../contract/check-table';
import { ruleSetSchema } from '../../../shared/contract/rules';
import { temporaryFolder, temporaryWorkspace } from '../../../../tests/support/finished-run';
import { remade } from '../../../../tests/support/remade-bundle';
import { trainedRun, profileId, type Trained } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';
import type { Opened } from '../../../../tests/support/tuned-run';

let run: Opened;

const opened = async (trained: Trained): Promise<Opened> => ({
  ...trained,
  client: (await createEngine({ workspaceFolder: trained.workspace.folder, launcher: trainersHere })).client,
  runId: trained.record.runId,
  data: trained.dataset.fingerprint,
});

beforeEach(async () => {
  run = await opened(await trainedRun({ model: 'popularity', 'scoring.watched': 'include' }));
});

const queue = (of: Partial<Parameters<Opened['client']['review']['queue']>[0]> = {}) =>
  run.client.review.queue({ runId: run.runId, start: 0, end: 100, ...of });

describe('the checks of a run', () => {
  it('count what a pass over its exported lists counts', async () => {
    const { runId, client } = run;
    const out = path.join(await temporaryFolder(), 'lists.csv');
    await client.runs.export({ runId, out, format: 'csv' });
    const [, ...rows] = (await fs.readFile(out, 'utf8')).trimEnd().split('\n');
    const lists = new Map<string, string[]>();
    for (const row of rows) {
      const [profile, , item] = row.split(',') as [string, string, string];
      lists.set(profile, [...(lists.get(profile) ?? []), item]);
    }
    const same = new Map<string, number>();
    for (const list of lists.values()) same.set(list.join(), (same.get(list.join()) ?? 0) + 1);
    const expected = [...lists].filter(([, list]) => same.get(list.join())! > 1).map(([profile]) => profile);
    const report = await client.checks.run({ runId, settings: [{ id: 'same-list', limit: 1 }] });
    expect(report.lists).toBe(24);
    expect(report.checks.map(({ id }) => id)).toEqual(CHECK_IDS);
    const found = report.checks.find(({ id }) => id === 'same-list')!;
    expect(found).toMatchObject({ count: expected.length, notApplicable: null, limit: 1 });
    expect(found.profiles.toSorted()).toEqual(expected.toSorted());
    expect(report.checks.find(({ id }) => id === 'series')).toMatchObject({
      count: null,
      notApplicable: 'no-episodes',
    });
    expect(report.checks.find(({ id }) => id === 'changed')).toMatchObject({ notApplicable: 'no-earlier-run' });
  });

  it('are set for a data set, by revision, and within their bounds', async () => {
    const { client, data, runId } = run;
    const before = await client.checks.settings({ data });
    expect(before).toMatchObject({ revision: 0 });
    const settings = [{ id: 'same-list', mode: 'stop', limit: 1 } as const, { id: 'age', mode: 'off' } as const];
    const set = await client.checks.set({ data, revision: 0, settings });
    expect(set.settings.find(({ id }) => id === 'age')).toEqual({ id: 'age', mode: 'off', limit: 2 });
    await expect(client.checks.set({ data, revision: 0, settings })).rejects.toMatchObject({ code: 'busy' });
    const report = await client.checks.run({ runId });
    expect(report.stopped).toEqual(['same-list']);
    expect(report.checks.find(({ id }) => id === 'age')).toMatchObject({ mode: 'off', count: null, profiles: [] });
    for (const bad of [{ id: 'age', limit: 21 }, { id: 'expired', limit: 1 }, { id: 'none' }])
      await expect(client.checks.run({ runId, settings: [bad as never] })).rejects.toMatchObject({ code: 'usage' });
  });
});

describe("checks of lists under rules, and a curator's own", () => {
  it('apply to the lists after the rules, and to what the curator names', async () => {
    const { client, runId, data } = run;
    const [first] = (await client.lists.show({ runId, profile: profileId(0) })).items;
    const item = first!.item;
    const own = { id: 'own-first', name: 'The first title', mode: 'stop' as const, titles: { ids: [item] }, most: 0 };
    await client.checks.set({ data, own: [own], revision: 0 });
    const before = await client.checks.run({ runId });
    expect(before.checks.at(-1)).toMatchObject({ id: 'own-first', name: 'The first title', mode: 'stop', count: 24 });
    expect(before.stopped).toEqual(['own-first']);
    const { rows } = await queue({ check: 'own-first', end: 1 });
    expect(rows[0]!.reasons.at(-1)).toMatchObject({ name: 'The first title', titles: [{ item }] });
    const set = ruleSetSchema.parse({
      formatVersion: 1,
      rules: [{ id: 'a', name: 'A', kind: 'hide', titles: { ids: [item] } }],
    });
    const rules = { set, date: '2026-11-26' };
    expect((await client.checks.run({ runId, rules })).checks.at(-1)).toMatchObject({ count: 0, profiles: [] });
    expect((await queue({ rules, check: 'own-first' })).total).toBe(0);

    // An approval is of the reviewed lists: with those rules, or without any.
    const out = path.join(await temporaryFolder(), 'lists.csv');
    const exported = (more: object = {}) => client.runs.export({ runId, out, format: 'csv', ...more });
    await client.review.approve({ runId, by: 'Jiwoo', reason: 'fine', rules });
    expect(await exported()).toMatchObject({ approval: null });
    expect(await exported({ rules })).toMatchObject({ approval: { by: 'Jiwoo' } });
    const other = { ...rules, set: ruleSetSchema.parse({ formatVersion: 1, rules: [] }) };
    expect(await exported({ rules: other })).toMatchObject({ approval: null });
    for (const bad of [
      { ...own, id: 'age' },
      { ...own, most: 25 },
      { ...own, titles: {} },
      { ...own, titles: { colour: ['red'] } },
    ])
      await expect(client.checks.set({ data, own: [bad as never], revision: 1 })).rejects.toMatchObject({
        code: 'usage',
      });
    const unknown = { ...own, titles: { attributes: { colour: ['red'] } } };
    await expect(client.checks.run({ runId, own: [unknown] })).rejects.toThrow(/colour/);
  });
});

describe('the review queue', () => {
  it('has the odd lists by urgency, each once, with their reasons; the sample is of the others, the same each time', async () => {
    const { total, odd, rows } = await queue({
      settings: [
        { id: 'age', limit: 0 },
        { id: 'same-list', mode: 'stop', limit: 1 },
      ],
    });
    expect(total).toBeGreaterThan(0);
    expect(rows).toHaveLength(total);
    expect(odd).toBe(total);
    expect(new Set(rows.map(({ profile }) => profile)).size).toBe(total);
    const needs = rows.map(({ need }) => need);
    expect(needs).toEqual(needs.toSorted((left, right) => right - left));
    for (const { need, reasons } of rows)
      expect(need).toBe(reasons.reduce((sum, { check }) => sum + (check === 'same-list' ? 3 : 1), 0));
    const nothing = { settings: CHECK_IDS.map((id) => ({ id, mode: 'off' as const })), of: 'rest' as const };
    expect((await queue(nothing)).total).toBe(24);
    const few = await queue({ ...nothing, sample: { seed: 3, count: 5 } });
    expect(await queue({ ...nothing, sample: { seed: 3, count: 5 } })).toEqual(few);
    const more = await queue({ ...nothing, sample: { seed: 3, count: 9 } });
    expect(more.rows.slice(0, 5)).toEqual(few.rows);
    expect((await queue({ ...nothing, sample: { seed: 4, count: 5 } })).rows).not.toEqual(few.rows);
  });

  it('keeps decisions for the run whose list was reviewed; a mark of an earlier version counts for all runs', async () => {
    const { client, data, runId } = run;
    const [first, second, third] = [profileId(0), profileId(1), profileId(2)];
    await client.profiles.review({ data, profile: second, reviewed: true });
    const fine = await client.review.decide({ runId, profile: first, decision: 'fine', owner: 'Jiwoo', revision: 0 });
    expect(fine).toMatchObject({ decision: 'fine', owner: 'Jiwoo', runId, revision: 1 });
    await client.review.decide({ runId, profile: third, decision: 'again', revision: 0 });
    await expect(client.review.decide({ runId, profile: first, decision: 'rule', revision: 0 })).rejects.toMatchObject({
      code: 'busy',
    });
    await expect(client.review.decide({ runId, profile: 'nobody', revision: 0 })).rejects.toMatchObject({
      code: 'not-found',
    });
    const of = async (profile: string) =>
      [...(await queue({ profile })).rows, ...(await queue({ of: 'rest', profile })).rows][0]!;
    expect(await of(first)).toMatchObject({ isDecided: true, decision: { decision: 'fine', runId } });
    expect(await of(second)).toMatchObject({ isDecided: true, decision: { decision: 'fine', runId: null } });
    expect(await of(third)).toMatchObject({ isDecided: false, decision: { decision: 'again' } });
    // An earlier version sees the reviewed profiles, and removes a mark.
    const reviewed = async (): Promise<string[]> =>
      (await client.profiles.page({ data, start: 0, end: 99, filter: { reviewed: true } })).rows.map(
        (row) => row.profile,
      );
    expect(await reviewed()).toEqual([first, second]);
    await client.profiles.review({ data, profile: first, reviewed: false });
    expect(await of(first)).toMatchObject({ isDecided: false, decision: { decision: null, owner: 'Jiwoo' } });
    const { decision } = await of(first);
    await client.review.decide({ runId, profile: first, decision: 'rule', revision: decision.revision });
    expect(await reviewed()).toEqual([first, second]);
    // Undone, a decision is about its own list again; a mark of an earlier version counts for all runs again.
    const marked = (await of(second)).decision;
    const ruled = await client.review.decide({ runId, profile: second, decision: 'again', revision: marked.revision });
    await client.review.decide({ runId, profile: second, decision: 'fine', about: null, revision: ruled.revision });
    expect(await of(second)).toMatchObject({ isDecided: true, decision: { decision: 'fine', runId: null } });
    expect((await queue({ owner: 'Jiwoo' })).total + (await queue({ owner: 'Jiwoo', of: 'rest' })).total).toBe(1);
  });
});

describe('an approval', () => {
  it('is given with name and reason, withdrawn, shown by an export, and logged with the decisions', async () => {
    const { client, runId, record } = run;
    const out = path.join(await temporaryFolder(), 'lists.csv');
    await client.review.decide({ runId, profile: profileId(3), decision: 'fine', revision: 0 });
    const exported = () => client.runs.export({ runId, out, format: 'csv' });
    expect(await exported()).toMatchObject({ approval: null });
    await expect(client.review.withdraw({ runId, by: 'Jiwoo', reason: 'x' })).rejects.toMatchObject({ code: 'usage' });
    await expect(client.review.approve({ runId, by: ' ', reason: 'x' })).rejects.toMatchObject({ code: 'usage' });
    const approved = await client.review.approve({ runId, by: 'Jiwoo', reason: 'looked at all' });
    expect(approved.current).toMatchObject({ by: 'Jiwoo', reason: 'looked at all', listsSha256: record.listsSha256 });
    expect(approved.current!.found).toContainEqual({ check: 'same-list', count: expect.any(Number) as number });
    expect(await exported()).toMatchObject({ approval: { by: 'Jiwoo' } });
    const withdrawn = await client.review.withdraw({ runId, by: 'Minsu', reason: 'a series' });
    expect(withdrawn).toMatchObject({ current: null, all: [{ kind: 'withdrawn' }, { kind: 'approved' }] });
    const log = await client.review.audit({ runId });
    expect(log.map(({ what }) => what)).toEqual(['withdrawn', 'export', 'approved', 'export', 'key', 'decision']);
  });

  it('travels in a bundle; one that this program could not have written is refused', async () => {
    const { client, runId, workspace } = run;
    await client.review.approve({ runId, by: 'Jiwoo', reason: 'fine' });
    const out = path.join(await temporaryFolder(), 'run.zip');
    const { files } = await bundleRun({ workspace, runId, out, withData: true });
    expect(files).toContain('approvals.json');
    const elsewhere = await temporaryWorkspace();
    await openBundle({ workspace: elsewhere, file: out });
    expect(await readApprovals(runFolder(elsewhere, runId), run.record)).toMatchObject({
      current: { by: 'Jiwoo', reason: 'fine' },
    });
    for (const content of [
      '{',
      '[{"kind":"approved"}]',
      JSON.stringify([{ ...(await readApprovals(run.folder, run.record)).current, by: 'x'.repeat(5000) }]),
    ]) {
      const evil = await remade(out, (inside) => (inside['approvals.json'] = Buffer.from(content)));
      const target = await temporaryWorkspace();
      await expect(openBundle({ workspace: target, file: evil })).rejects.toMatchObject({ code: 'bad-data' });
    }
  });

  it('needs lists: a run without them cannot be approved', async () => {
    const { client, runId, folder } = run;
    await client.review.approve({ runId, by: 'Jiwoo', reason: 'fine' });
    await fs.rm(path.join(folder, 'lists.safetensors'));
    const again = await opened(run);
    await expect(again.client.review.approve({ runId, by: 'Jiwoo', reason: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await client.review.approvals({ runId })).current).not.toBeNull();
  });
});
