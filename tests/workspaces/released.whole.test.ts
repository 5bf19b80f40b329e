/**
 * What 1.0 made is read and verified by every later version: its workspace opens with all that people wrote, its runs come out
 * in their bits, and one that was stopped goes on. A change that fails here breaks that promise (docs/decisions/0059).
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine, type EngineClient } from '../../src/features/engine';
import { NEUTRAL_TUNING } from '../../src/shared/contract/tuning';
import type { Workspace } from '../../src/engine/storage/workspace';
import { finalValue } from '../../src/shared/values/final-value';
import { contentOf } from '../support/content-of';
import { trainersHere } from '../support/trainers-here';
import { RELEASED, releasedWorkspace } from '../support/released-workspace';

const { data, quick, archived, stopped, opened, deleted, item } = RELEASED;

/** The stopped run as its recipe trains it without a stop: a verification of it gave these bits. */
const UNSTOPPED = {
  weightsSha256: '5ae99ed25729b5fa63967831e3ead5e2ba1bd4fba4d4c383799328e4aaa18274',
  listsSha256: '24c9fe28a50aa11b9957b5d244a4ac5c3b4873ccea23834eb4192873d000f8ee',
};

async function openedWorkspace(): Promise<{ client: EngineClient; workspace: Workspace }> {
  const workspace = await releasedWorkspace();
  const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
  return { client, workspace };
}

describe('a workspace of 1.0.0', () => {
  test('has its data, its runs, what is said of them, and what people wrote, decided and approved', async () => {
    const { client } = await openedWorkspace();
    expect(await client.datasets.list()).toMatchObject([{ fingerprint: data, name: 'kids', profiles: 16, items: 30 }]);
    const runs = await client.runs.list();
    expect(Object.fromEntries(runs.map(({ runId, status }) => [runId, status]))).toEqual({
      [quick]: 'finished',
      [archived]: 'finished',
      [stopped]: 'stopped',
      [opened]: 'finished',
    });
    expect(await client.runs.damaged()).toEqual([]);
    expect(await client.runs.earlier()).toEqual([]);
    expect(runs.find(({ runId }) => runId === archived)).toMatchObject({
      name: 'put away',
      marks: { starred: true, archived: true, note: '조금 더 살펴볼 것' },
    });
    expect((await client.refresh.base())!).toMatchObject({ run: { runId: quick }, why: 'chosen' });
    expect(await client.queue.list()).toMatchObject([{ name: 'later', data, seed: 3, problem: null }]);
    expect((await client.workspace.trash()).map((entry) => JSON.stringify(entry)).join()).toContain(deleted);
    expect(await client.runs.certificates({ runId: quick })).toMatchObject([{ verdict: 'identical-bits' }]);
    expect(await client.datasets.rowIssues({ fingerprint: data, start: 0, end: 9 })).toMatchObject({ total: 3 });

    expect(await client.profiles.note({ data, profile: '3' })).toMatchObject({ text: 'Likes trains. 공룡도 좋아함' });
    expect(await client.profiles.note({ data, profile: '4' })).toMatchObject({ text: '', revision: 2 });
    const { rows: profiles } = await client.profiles.page({ data, start: 0, end: 16 });
    expect(profiles.filter(({ reviewed }) => reviewed).map(({ profile }) => profile)).toEqual(['5']);
    expect(profiles.filter(({ noted }) => noted).map(({ profile }) => profile)).toEqual(['3']);
    expect(await client.segments.list({ data })).toMatchObject([
      { name: 'girls', filter: { attributes: { sex: ['F'] } } },
    ]);
    expect(await client.tuning.list({ data })).toMatchObject([
      { name: 'louder', runId: quick, tuning: { ...NEUTRAL_TUNING, condition: 1.5 } },
    ]);
    expect((await client.labels.get({ data })).entries).toMatchObject([
      { attribute: 'sex', code: 'F', label: 'Girls' },
    ]);
    expect((await client.rules.get({ data })).set.rules).toMatchObject([
      { id: 'hide-1', name: '봄까지 숨김', on: true },
    ]);
    const { checks } = await client.checks.run({ runId: quick });
    expect(checks.find(({ id }) => id === 'own-first')).toMatchObject({ name: 'First title' });
    const { rows } = await client.review.queue({ runId: quick, state: 'decided', start: 0, end: 50 });
    expect(rows).toMatchObject([{ profile: '5', decision: { decision: 'fine', owner: 'Jiwoo' } }]);
    expect(await client.review.approvals({ runId: quick })).toMatchObject({
      standing: 'holds',
      current: { by: 'Jiwoo', reason: 'Looked at 16 lists' },
    });
    const audit = await client.review.audit({ runId: quick });
    expect(audit.map(({ what }) => what)).toEqual(['chosen', 'export', 'approved', 'decision']);
    expect(audit.filter(({ chain }) => chain !== undefined)).toEqual([]);
  });

  test('verifies its run bit for bit, and exports the same bytes', async () => {
    const { client, workspace } = await openedWorkspace();
    expect(await finalValue(await client.runs.verify({ runId: quick }))).toMatchObject({ verdict: 'identical-bits' });
    const [earlier] = await client.runs.exports({ runId: quick });
    const out = path.join(workspace.folder, '..', 'lists.csv');
    expect(await client.runs.export({ runId: quick, out, format: 'csv', sha256: earlier!.sha256 })).toMatchObject({
      sha256: earlier!.sha256,
    });
    const { items } = await client.lists.show({ runId: quick, profile: '3', count: 25, rules: 'none' });
    expect(items[0]!.item).toBe(item);
    expect((await client.profiles.explain({ runId: quick, profile: '3', item })).parts.length).toBeGreaterThan(0);
  });

  test('keeps everything but what is written into it', async () => {
    const { client, workspace } = await openedWorkspace();
    const before = await contentOf(workspace.folder);
    await client.profiles.setNote({ data, profile: '3', text: 'more', revision: 1 });
    await client.runs.mark({ runId: archived, revision: 1, archived: false });
    const [segment] = await client.segments.list({ data });
    const { id, filter } = segment!;
    await client.segments.keep({ data, id, revision: 1, name: 'girls only', filter });
    const after = await contentOf(workspace.folder);
    const changed = Object.keys(before).filter((file) => after[file] !== before[file]);
    expect(changed).toEqual(['marks/runs.json', `notes/${data}.json`, `segments/${data}.json`]);
    expect(JSON.parse(after[`notes/${data}.json`]!).profiles['4']).toEqual(
      JSON.parse(before[`notes/${data}.json`]!).profiles['4'],
    );
  });

  test('goes on with its stopped run, to the bits of one that was not', { tags: ['rare'] }, async () => {
    const { client } = await openedWorkspace();
    const before = await client.runs.get({ runId: stopped });
    await client.runs.resume({ runId: stopped });
    const after = await finalValue(await client.runs.watch({ runId: stopped }));
    expect(after).toMatchObject({ status: 'finished', ...UNSTOPPED });
    expect(after.epochs).toBeGreaterThan(before.epochs);
  });

  test('verifies a run that came in a bundle, and starts what waits', { tags: ['thorough'] }, async () => {
    const { client } = await openedWorkspace();
    expect(await finalValue(await client.runs.verify({ runId: opened }))).toMatchObject({ verdict: 'identical-bits' });
    const started = (await client.queue.next()).started!;
    expect(await finalValue(await client.runs.watch({ runId: started }))).toMatchObject({
      status: 'finished',
      name: 'later',
    });
  });
});

test('an audit log that began before lines were chained is read, and goes on', async () => {
  const { client, workspace } = await openedWorkspace();
  const approved = { at: '2026-11-27T09:00:00.000Z', what: 'approved', runId: quick, by: 'Minji', reason: '봄 목록' };
  const decided = { at: '2026-11-27T09:05:00.000Z', what: 'decision', runId: quick, profile: '5', decision: 'fine' };
  const torn = '{"at":"2026-11-27T09:06:00.000Z","what":"deci';
  const lines = [approved, decided].map((line) => `${JSON.stringify(line)}\n`);
  await fs.writeFile(path.join(workspace.audit, `${data}.jsonl`), `${lines.join('')}${torn}`);
  // They name the log of before.
  for (const file of ['approvals.json', 'exports.json']) await fs.rm(path.join(workspace.runs, quick, file));
  await client.review.approve({ runId: quick, by: 'Jiwoo', reason: 'again' });
  expect(await client.review.audit({ runId: quick })).toMatchObject([
    { what: 'approved', by: 'Jiwoo', outcome: 'completed' },
    { what: 'key' },
    { what: 'damaged' },
    { ...decided, chain: 'before' },
    { ...approved, chain: 'before' },
  ]);
});
