/** Opens a workspace of a released version: everything in it is there, works, and stays. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/features/engine';
import { NEUTRAL_TUNING } from '../../src/shared/contract/tuning';
import { finalValue } from '../../src/shared/values/final-value';
import { launcher } from '../support/trained-run';
import { RELEASED_WORKSPACES, type ReleasedVersion, releasedWorkspace } from '../support/released-workspace';

const VERSIONS = Object.keys(RELEASED_WORKSPACES) as ReleasedVersion[];

describe.each(VERSIONS)('of version %s', (version) => {
  const { data, quick, archived, stopped, opened, deleted } = RELEASED_WORKSPACES[version];

  async function openedWorkspace() {
    const workspace = await releasedWorkspace(version);
    const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher });
    return { client, workspace };
  }

  test('everything stored is listed unchanged', async () => {
    const { client, workspace } = await openedWorkspace();
    expect(await client.datasets.list()).toMatchObject([{ fingerprint: data, name: 'kids', profiles: 16, items: 30 }]);
    const runs = await client.runs.list();
    expect(runs.map(({ runId, status }) => [runId, status]).toSorted()).toEqual(
      [
        [quick, 'finished'],
        [archived, 'finished'],
        [stopped, 'stopped'],
        [opened, 'finished'],
      ].toSorted(),
    );
    expect(await client.runs.damaged()).toEqual([]);
    expect(runs.find(({ runId }) => runId === archived)).toMatchObject({
      name: 'put away',
      marks: { starred: true, archived: true, note: '조금 더 살펴볼 것', revision: 1 },
    });
    expect(await client.queue.list()).toMatchObject([{ name: 'later', data, seed: 3, problem: null }]);
    expect(await client.profiles.note({ data, profile: '3' })).toMatchObject({
      text: 'Likes trains. 공룡도 좋아함',
      revision: 1,
    });
    expect(await client.profiles.note({ data, profile: '4' })).toMatchObject({ text: '', revision: 2 });
    expect(await client.segments.list({ data })).toMatchObject([
      { name: 'girls', filter: { attributes: { sex: ['F'] } } },
    ]);
    expect(await client.tuning.list({ data })).toMatchObject([
      { name: 'louder', runId: quick, tuning: { ...NEUTRAL_TUNING, condition: 1.5 } },
    ]);
    const { rows } = await client.profiles.page({ data, start: 0, end: 16 });
    expect(rows.filter(({ reviewed }) => reviewed).map(({ profile }) => profile)).toEqual(['5']);
    expect(rows.filter(({ noted }) => noted).map(({ profile }) => profile)).toEqual(['3']);
    expect(await client.runs.exports({ runId: quick })).toMatchObject([
      { format: 'csv', profiles: 16, file: 'missing' },
    ]);
    expect(await client.runs.certificates({ runId: quick })).toMatchObject([{ verdict: 'identical-bits' }]);
    expect(await client.datasets.rowIssues({ fingerprint: data, start: 0, end: 9 })).toMatchObject({ total: 3 });
    expect((await fs.readdir(workspace.trash)).filter((name) => name.startsWith(deleted))).toHaveLength(1);
  });

  test('an audit log that began before lines were chained is read, and goes on', async () => {
    const { client, workspace } = await openedWorkspace();
    const approved = { at: '2026-11-27T09:00:00.000Z', what: 'approved', runId: quick, by: 'Minji', reason: '봄 목록' };
    const decided = { at: '2026-11-27T09:05:00.000Z', what: 'decision', runId: quick, profile: '5', decision: 'fine' };
    await fs.mkdir(workspace.audit);
    const torn = '{"at":"2026-11-27T09:06:00.000Z","what":"deci';
    const lines = [approved, decided].map((line) => `${JSON.stringify(line)}\n`);
    await fs.writeFile(path.join(workspace.audit, `${data}.jsonl`), `${lines.join('')}${torn}`);
    await client.review.approve({ runId: quick, by: 'Jiwoo', reason: 'again' });
    expect(await client.review.audit({ runId: quick })).toMatchObject([
      { what: 'approved', by: 'Jiwoo', outcome: 'completed' },
      { what: 'damaged' },
      { ...decided, chain: 'before' },
      { ...approved, chain: 'before' },
    ]);
  });

  test('its runs recommend, are exported and verified, and the stopped one resumes', async () => {
    const { client, workspace } = await openedWorkspace();
    for (const runId of [quick, archived, stopped, opened])
      expect((await client.tuning.apply({ runId, profile: '3', count: 5 })).items).toHaveLength(5);
    const [earlier] = await client.runs.exports({ runId: quick });
    const out = path.join(workspace.folder, '..', 'lists.csv');
    const again = await client.runs.export({ runId: quick, out, format: 'csv', sha256: earlier!.sha256 });
    expect(again.sha256).toBe(earlier!.sha256);
    expect(await finalValue(await client.runs.verify({ runId: quick }))).toMatchObject({ verdict: 'identical-bits' });
    expect(await client.runs.certificates({ runId: quick })).toHaveLength(2);
    const epochs = (await client.runs.epochs({ runId: stopped })).length;
    await client.runs.resume({ runId: stopped });
    const watch = await client.runs.watch({ runId: stopped });
    for await (const { epoch } of watch) if ((epoch?.epoch ?? 0) > epochs) break;
    await client.runs.stop({ runId: stopped });
    const kept = await client.runs.epochs({ runId: stopped });
    expect(kept.length).toBeGreaterThan(epochs);
    expect(kept.map(({ epoch }) => epoch)).toEqual(kept.map((_, index) => index + 1));
  });

  test('writing into it leaves everything else unchanged', async () => {
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
});

async function contentOf(folder: string): Promise<Record<string, string>> {
  const names = (await fs.readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (file) => [
        path.relative(folder, file).split(path.sep).join('/'),
        await fs.readFile(file, 'latin1'),
      ]),
    ),
  ) as Record<string, string>;
}
