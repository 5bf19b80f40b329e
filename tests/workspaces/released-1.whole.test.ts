/**
 * What 1.0 made is read and verified by every later version: its workspace opens with all that people wrote, its runs come out
 * in their bits, and one that was stopped goes on. A change that fails here breaks that promise (docs/decisions/0059).
 */
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/features/engine';
import { NEUTRAL_TUNING } from '../../src/shared/contract/tuning';
import { finalValue } from '../../src/shared/values/final-value';
import { trainersHere } from '../support/trainers-here';
import { RELEASED_1, releasedWorkspace } from '../support/released-workspace';

const { data, quick, archived, stopped, opened, deleted, item } = RELEASED_1;

async function openedWorkspace() {
  const workspace = await releasedWorkspace('1.0.0');
  const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
  return { client, workspace };
}

describe('a workspace of 1.0.0', () => {
  test('has its data, its runs and what is said of them', async () => {
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
    expect(runs.find(({ runId }) => runId === archived)).toMatchObject({
      name: 'put away',
      marks: { starred: true, archived: true, note: '조금 더 살펴볼 것' },
    });
    expect((await client.refresh.base())!).toMatchObject({ run: { runId: quick }, why: 'chosen' });
    expect(await client.queue.list()).toMatchObject([{ name: 'later', data, seed: 3, problem: null }]);
    expect((await client.workspace.trash()).map((entry) => JSON.stringify(entry)).join()).toContain(deleted);
    expect(await client.runs.certificates({ runId: quick })).toMatchObject([{ verdict: 'identical-bits' }]);
    expect(await client.datasets.rowIssues({ fingerprint: data, start: 0, end: 9 })).toMatchObject({ total: 3 });
  });

  test('has what people wrote, decided and approved', async () => {
    const { client } = await openedWorkspace();
    expect(await client.profiles.note({ data, profile: '3' })).toMatchObject({ text: 'Likes trains. 공룡도 좋아함' });
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

  test('goes on with its stopped run, to the bits of one that was not', { tags: ['thorough'] }, async () => {
    const { client } = await openedWorkspace();
    const before = await client.runs.get({ runId: stopped });
    await client.runs.resume({ runId: stopped });
    const after = await finalValue(await client.runs.watch({ runId: stopped }));
    expect(after).toMatchObject({ status: 'finished' });
    expect(after.epochs).toBeGreaterThan(before.epochs);
    expect(await finalValue(await client.runs.verify({ runId: stopped }))).toMatchObject({ verdict: 'identical-bits' });
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
