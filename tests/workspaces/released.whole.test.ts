/** Opens a workspace of a released version: everything in it is there, works, and stays. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/features/engine';
import { NEUTRAL_TUNING } from '../../src/shared/contract/tuning';
import { recipeAgain } from '../../src/shared/recipe/schema';
import { RECIPE_VERSION } from '../../src/shared/recipe/table';
import { finalValue } from '../../src/shared/values/final-value';
import { trainersHere } from '../support/trainers-here';
import { RELEASED_WORKSPACES, type ReleasedVersion, releasedWorkspace } from '../support/released-workspace';

const VERSIONS = Object.keys(RELEASED_WORKSPACES) as ReleasedVersion[];

/** What takes long is tried with the latest version; with earlier ones it is rare. */
const LATEST = VERSIONS.at(-1);

describe.each(VERSIONS)('of version %s', (version) => {
  const atLength = version === LATEST ? {} : { tags: ['rare'] };
  const { data, quick, archived, stopped, opened, deleted } = RELEASED_WORKSPACES[version];

  async function openedWorkspace() {
    const workspace = await releasedWorkspace(version);
    const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
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
      { what: 'key' },
      { what: 'damaged' },
      { ...decided, chain: 'before' },
      { ...approved, chain: 'before' },
    ]);
  });

  test('the stored lists of its runs are shown, compared, reported and exported as before', atLength, async () => {
    const { client, workspace } = await openedWorkspace();
    for (const runId of [quick, archived, stopped, opened])
      expect((await client.lists.show({ runId, profile: '3', count: 5 })).items).toHaveLength(5);
    const [earlier] = await client.runs.exports({ runId: quick });
    const out = path.join(workspace.folder, '..', 'lists.csv');
    const again = await client.runs.export({ runId: quick, out, format: 'csv', sha256: earlier!.sha256 });
    expect(again.sha256).toBe(earlier!.sha256);
    expect((await client.runs.compare({ runIds: [quick, archived] })).recipe).toContainEqual(
      expect.objectContaining({ name: 'model' }),
    );
    expect((await client.runs.report({ runId: quick, language: 'en' })).body).toContain('Recipe version');
    expect((await client.checks.run({ runId: quick })).checks.length).toBeGreaterThan(0);
    const [first] = (await client.lists.show({ runId: quick, profile: '3', count: 1 })).items;
    const { item } = first!;
    const title = await client.titles.open({ runId: quick, item });
    expect(title).toMatchObject({ similar: null, receivers: expect.arrayContaining([{ profile: '3', rank: 1 }]) });
    const { recommended } = await client.titles.audience({ runId: quick, titles: { ids: [item] } });
    expect(recommended).toBe(title.recommended);
  });

  test(
    'nothing is computed with its runs: one sentence says which commit does, and changes nothing',
    atLength,
    async () => {
      const { client, workspace } = await openedWorkspace();
      const recipe = (await client.runs.get({ runId: quick })).recipe;
      const before = await contentOf(workspace.folder);
      const out = path.join(workspace.folder, '..', 'model');
      const tuning = { ...NEUTRAL_TUNING, hidden: 0.5 };
      const [first] = (await client.lists.show({ runId: quick, profile: '3', count: 1 })).items;
      const { item } = first!;
      for (const call of [
        async () => finalValue(await client.runs.verify({ runId: quick })),
        () => client.runs.resume({ runId: stopped }),
        () => client.lists.show({ runId: quick, profile: '3', tuning }),
        async () => finalValue(await client.tuning.effect({ runId: quick, tuning })),
        () => client.tuning.directions({ runId: quick }),
        () => client.profiles.explain({ runId: quick, profile: '3', item }),
        () => client.profiles.whyNot({ runId: quick, profile: '3', item: '125' }),
        () => client.profiles.neighbours({ runId: quick, profile: '3', count: 3 }),
        () => client.titles.audienceWhy({ runId: quick, titles: { ids: [item] } }),
        () => client.map.get({ runId: quick, of: 'titles' }),
        () => client.runs.saveModel({ runId: quick, out }),
        async () => finalValue(await client.runs.measureStability({ runId: quick })),
        async () => finalValue(await client.map.make({ runId: quick, of: 'profiles' })),
      ])
        await expect(call(), call.toString()).rejects.toMatchObject({
          code: 'usage',
          message: expect.stringMatching(`recipe version ${recipe.version}.* commit 11f52d0c .*train again`),
        });
      for (const unit of [
        { kind: 'verify', run: archived } as const,
        { kind: 'lists', run: quick, part: 1, of: 2 } as const,
      ])
        expect(await finalValue(await client.units.work({ unit })), unit.kind).toMatchObject({
          state: 'failed',
          problem: { code: 'usage', message: expect.stringContaining('11f52d0c') },
        });
      expect(await contentOf(workspace.folder)).toEqual(before);
    },
  );

  test('its settings are trained again on its data, as a run of the present version', { tags: ['rare'] }, async () => {
    const { client } = await openedWorkspace();
    const { recipe, seed } = await client.runs.get({ runId: archived });
    const { runId } = await client.runs.start({ data, recipe: recipeAgain(recipe), seed, parent: archived });
    const trained = await finalValue(await client.runs.watch({ runId }));
    expect(trained).toMatchObject({ status: 'finished', parent: archived, recipe: { version: RECIPE_VERSION } });
    expect(await finalValue(await client.runs.verify({ runId }))).toMatchObject({ verdict: 'identical-bits' });
  });

  test(
    'a bundle of its run opens elsewhere, where its lists are exported once the user decides to use them',
    { tags: ['rare'] },
    async () => {
      const { client, workspace } = await openedWorkspace();
      const beside = (name: string): string => path.join(workspace.folder, '..', name);
      await finalValue(await client.runs.bundle({ runId: quick, out: beside('run.shelfwise'), withData: true }));
      const elsewhere = await createEngine({ workspaceFolder: beside('elsewhere'), launcher: trainersHere });
      const there = elsewhere.client.runs;
      expect(await finalValue(await there.open({ file: beside('run.shelfwise') }))).toMatchObject({ runId: quick });
      const written = { runId: quick, out: beside('there.csv'), format: 'csv' } as const;
      const undecided = expect.stringMatching(/commit 11f52d0c .*until you decide/);
      await expect(there.export(written)).rejects.toMatchObject({ code: 'different', message: undecided });
      expect((await there.get({ runId: quick })).brought).toMatchObject({
        problem: { message: expect.stringContaining('11f52d0c') },
        accepted: false,
      });
      await there.acceptLists({ runId: quick });
      const [earlier] = await client.runs.exports({ runId: quick });
      expect(await there.export(written)).toMatchObject({ sha256: earlier!.sha256 });
    },
  );

  test('what waits in its queue says why it is not started', async () => {
    const { client } = await openedWorkspace();
    expect(await client.queue.next()).toMatchObject({ started: null, waiting: 0 });
    expect(await client.queue.list()).toMatchObject([
      { name: 'later', problem: { message: expect.stringContaining('11f52d0c') } },
    ]);
  });

  test('a run with settings that only earlier versions had is opened, and shows them', async () => {
    const { client, workspace } = await openedWorkspace();
    const file = path.join(workspace.runs, archived, 'run.json');
    const record = JSON.parse(await fs.readFile(file, 'utf8'));
    const theirs = { 'numeric.mode': 'everywhere', 'numeric.device': 'auto', 'numeric.products': 'mode' };
    await fs.writeFile(file, JSON.stringify({ ...record, recipe: { ...record.recipe, ...theirs } }));
    expect(await client.runs.damaged()).toEqual([]);
    expect((await client.runs.get({ runId: archived })).recipe).toMatchObject(theirs);
    const { recipe: settings } = await client.runs.compare({ runIds: [quick, archived] });
    expect(settings).toContainEqual(
      expect.objectContaining({ name: 'numeric.mode', values: ['portable', 'everywhere'] }),
    );
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
