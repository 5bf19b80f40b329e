/** A newer version's files are distinguished from damage: reported, and never changed, hidden or replaced. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { createEngine } from '../../src/features/engine';
import { decodeManifest } from '../../src/features/bundles/engine/manifest';
import { readJobs } from '../../src/features/cluster/engine/jobs/kept-jobs';
import { openPlans } from '../../src/features/cluster/engine/open-plans';
import { importFolder } from '../../src/engine/import/import-folder';
import { collect } from '../../src/features/trash/engine/collect';
import { writeFile } from '../../src/engine/storage/files';
import { readCheckpoint } from '../../src/engine/training/fit/checkpoint';
import { readWorkingFile, writeWorkingFile } from '../../src/engine/training/fit/working-file';
import { DEFAULT_RECIPE } from '../../src/shared/recipe/schema';
import { finalValue } from '../../src/shared/values/final-value';
import { makeSmallFolder } from '../support/small-folder';
import { trainersHere } from '../support/trainers-here';
import { RELEASED, RELEASED_FOLDER, releasedWorkspace } from '../support/released-workspace';

const { data, quick, archived, stopped, deleted } = RELEASED;
const NEWER = { code: 'newer-version', message: expect.stringContaining('newer version of Shelfwise') };

async function opened() {
  const workspace = await releasedWorkspace();
  const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
  return { client, workspace };
}

/** The file as a newer version would write it: with its version, and in an unknown shape. */
async function makeNewer(file: string): Promise<string> {
  const text = JSON.stringify({ formatVersion: 2, content: JSON.parse(await fs.readFile(file, 'utf8')) });
  await writeFile(file, text);
  return text;
}

test('a data set imported by a newer version is listed as such, and the next import leaves it unchanged', async () => {
  const { client, workspace } = await opened();
  const source = await makeSmallFolder(RELEASED_FOLDER);
  try {
    const { fingerprint } = await importFolder({ workspace, folder: source.folder });
    for (const theirs of [data, fingerprint]) {
      const folder = path.join(workspace.datasets, theirs);
      const text = await makeNewer(path.join(folder, 'dataset.json'));
      const files = await fs.readdir(folder);
      expect((await client.datasets.list()).map((known) => known.fingerprint)).not.toContain(theirs);
      expect(await client.datasets.unreadable()).toContainEqual(
        expect.objectContaining({ fingerprint: theirs, ...NEWER }),
      );
      for (const given of [theirs, theirs.slice(0, 8)])
        await expect(client.datasets.get({ fingerprint: given })).rejects.toMatchObject(NEWER);
      if (theirs === fingerprint)
        await expect(importFolder({ workspace, folder: source.folder })).rejects.toMatchObject(NEWER);
      await expect(client.workspace.delete({ id: theirs })).rejects.toMatchObject(NEWER);
      await collect(workspace, { untilSecondLook: async () => {} });
      expect(await fs.readFile(path.join(folder, 'dataset.json'), 'utf8')).toBe(text);
      expect(await fs.readdir(folder)).toEqual(files);
    }
  } finally {
    await source.remove();
  }
});

test("the same data is recognised, and another version's additions stay", async () => {
  const { workspace } = await opened();
  const source = await makeSmallFolder(RELEASED_FOLDER);
  try {
    const { fingerprint } = await importFolder({ workspace, folder: source.folder });
    const file = path.join(workspace.datasets, fingerprint, 'dataset.json');
    const noted = { ...JSON.parse(await fs.readFile(file, 'utf8')), folder: '/elsewhere', later: { is: 'kept' } };
    await writeFile(file, JSON.stringify(noted));
    expect(await importFolder({ workspace, folder: source.folder })).toMatchObject({ fingerprint, imported: false });
    expect(JSON.parse(await fs.readFile(file, 'utf8'))).toMatchObject({
      folder: source.folder,
      later: { is: 'kept' },
    });
  } finally {
    await source.remove();
  }
});

test('marks of a newer version hide no run, and are neither shown nor changed', async () => {
  const { client, workspace } = await opened();
  const file = path.join(workspace.marks, 'runs.json');
  const text = await makeNewer(file);
  expect(await client.runs.list()).toHaveLength(4);
  expect(await client.runs.get({ runId: archived })).toMatchObject({ marks: { revision: 0 } });
  expect(await client.runs.damaged()).toMatchObject([
    { runId: null, ...NEWER, message: expect.stringContaining('runs.json') },
  ]);
  await expect(client.runs.mark({ runId: quick, revision: 0, starred: true })).rejects.toMatchObject(NEWER);
  expect(await fs.readFile(file, 'utf8')).toBe(text);
  await writeFile(file, '{');
  expect(await client.runs.list()).toHaveLength(4);
  expect(await client.runs.damaged()).toMatchObject([{ runId: null, code: 'bad-data' }]);
});

test('a run trained by a newer version is reported, and is not deleted', async () => {
  const { client, workspace } = await opened();
  await makeNewer(path.join(workspace.runs, archived, 'run.json'));
  const record = path.join(workspace.runs, stopped, 'run.json');
  const newerRecipe = JSON.parse(await fs.readFile(record, 'utf8'));
  newerRecipe.recipe.version = 99;
  await writeFile(record, JSON.stringify(newerRecipe));
  expect((await client.runs.list()).map(({ runId }) => runId)).toContain(quick);
  expect((await client.runs.damaged()).toSorted((one, other) => (one.runId! < other.runId! ? -1 : 1))).toMatchObject(
    [archived, stopped].toSorted().map((runId) => ({ runId, ...NEWER })),
  );
  for (const runId of [archived, stopped]) {
    await expect(client.runs.get({ runId })).rejects.toMatchObject(NEWER);
    await expect(client.workspace.delete({ id: runId })).rejects.toMatchObject(NEWER);
    await expect(client.runs.resume({ runId })).rejects.toMatchObject(NEWER);
  }
  await collect(workspace, { untilSecondLook: async () => {} });
  expect(await fs.readdir(path.join(workspace.runs, stopped))).toContain('checkpoint.safetensors');
});

test('a run whose recipe has a knob or a choice of a newer version is reported, and is not deleted', async () => {
  const workspace = await releasedWorkspace();
  const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
  const added = {
    [RELEASED.quick]: { 'noise.example': 2 },
    [RELEASED.archived]: { 'structure.activation': 'gelu' },
  };
  for (const [runId, knobs] of Object.entries(added)) {
    const file = path.join(workspace.runs, runId, 'run.json');
    const record = JSON.parse(await fs.readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...record, recipe: { ...record.recipe, ...knobs } }));
    await expect(client.runs.get({ runId })).rejects.toMatchObject(NEWER);
    await expect(client.workspace.delete({ id: runId })).rejects.toMatchObject(NEWER);
  }
  expect(await client.runs.damaged()).toMatchObject([NEWER, NEWER]);
});

test('a waiting run with a knob of a newer version keeps it, and is not started without it', async () => {
  const workspace = await releasedWorkspace();
  const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
  const file = path.join(workspace.queue, 'queue.json');
  const queue = JSON.parse(await fs.readFile(file, 'utf8'));
  const [id] = Object.keys(queue.entries) as [string];
  queue.entries[id].recipe['noise.example'] = 2;
  await writeFile(file, JSON.stringify(queue));
  expect(await client.queue.next()).toMatchObject({ started: null });
  expect(await client.queue.list()).toMatchObject([{ id, problem: { message: NEWER.message } }]);
  expect(JSON.parse(await fs.readFile(file, 'utf8')).entries[id].recipe).toEqual(queue.entries[id].recipe);
});

test('a sweep and work on a cluster with a knob of a newer version are reported, and stay', async () => {
  const { client, workspace } = await opened();
  const recipe = { ...DEFAULT_RECIPE, 'noise.example': 2 };
  const unit = { kind: 'train', data, recipe, seed: 1 };
  const places = {
    sweeps: path.join(workspace.sweeps, 'sweeps.json'),
    jobs: path.join(workspace.plans, 'jobs.json'),
    plans: path.join(workspace.plans, 'plans.json'),
  };
  const contents = {
    sweeps: { a: { recipe } },
    jobs: { a: { work: { kind: 'unit', request: unit } } },
    plans: { a: { units: [{ id: 'u', unit }] } },
  };
  for (const [name, file] of Object.entries(places)) {
    await fs.mkdir(path.dirname(file), { recursive: true });
    const records = contents[name as keyof typeof contents];
    await writeFile(file, JSON.stringify({ formatVersion: 1, revision: 1, [name]: records }));
  }
  await expect(client.units.sweeps()).rejects.toMatchObject(NEWER);
  await expect(readJobs(workspace)).rejects.toMatchObject(NEWER);
  await expect(openPlans(workspace, { name: 'a', address: 'b' })).rejects.toMatchObject(NEWER);
});

test('every other stored file says the same, and stays', async () => {
  const { client, workspace } = await opened();
  const [note, segment, tuning] = [
    await client.profiles.note({ data, profile: '3' }),
    (await client.segments.list({ data }))[0]!,
    (await client.tuning.list({ data }))[0]!,
  ];
  const run = path.join(workspace.runs, quick);
  const [certificate] = await fs.readdir(path.join(run, 'verifications'));
  const files = [
    path.join(workspace.notes, `${data}.json`),
    path.join(workspace.reviews, `${data}.json`),
    path.join(workspace.segments, `${data}.json`),
    path.join(workspace.tunings, `${data}.json`),
    path.join(workspace.queue, 'queue.json'),
    path.join(run, 'exports.json'),
    path.join(run, 'verifications', certificate!),
    path.join(workspace.runs, RELEASED.opened, 'opened.json'),
  ];
  const texts = await Promise.all(files.map(makeNewer));
  for (const call of [
    () => client.profiles.note({ data, profile: '3' }),
    () => client.profiles.setNote({ data, profile: '3', text: 'x', revision: note.revision }),
    () => client.profiles.review({ data, profile: '3', reviewed: true }),
    () => client.segments.list({ data }),
    () => client.segments.remove({ data, id: segment.id, revision: segment.revision }),
    () => client.tuning.list({ data }),
    () => client.tuning.remove({ data, id: tuning.id, revision: tuning.revision }),
    () => client.queue.list(),
    () => client.runs.exports({ runId: quick }),
    () => client.runs.certificates({ runId: quick }),
    () =>
      client.runs.export({ runId: RELEASED.opened, out: path.join(workspace.folder, '..', 'a.csv'), format: 'csv' }),
  ])
    await expect(call(), call.toString()).rejects.toMatchObject(NEWER);
  expect(await Promise.all(files.map((file) => fs.readFile(file, 'utf8')))).toEqual(texts);
});

test('unknown fields stay: of the file, of other entries, of the entry that is written', async () => {
  const { client, workspace } = await opened();
  const file = path.join(workspace.notes, `${data}.json`);
  const notes = JSON.parse(await fs.readFile(file, 'utf8'));
  notes.colours = ['red'];
  notes.profiles['3'].author = { of: 'a later version' };
  notes.profiles['4'].author = 'also';
  await writeFile(file, JSON.stringify(notes));
  await client.profiles.setNote({ data, profile: '3', text: 'new', revision: 1 });
  expect(JSON.parse(await fs.readFile(file, 'utf8'))).toMatchObject({
    colours: ['red'],
    profiles: { '3': { text: 'new', author: { of: 'a later version' } }, '4': { author: 'also' } },
  });

  const segments = path.join(workspace.segments, `${data}.json`);
  const kept = JSON.parse(await fs.readFile(segments, 'utf8'));
  const [id] = Object.keys(kept.segments) as [string];
  kept.segments[id].filter.recent = 7;
  kept.segments[id].icon = 'star';
  await writeFile(segments, JSON.stringify(kept));
  // The contract only sends what this version knows.
  const [segment] = await client.segments.list({ data });
  expect(segment!.filter).toEqual({ attributes: { sex: ['F'] } });
  await client.segments.keep({ data, name: 'another', filter: {} });
  expect(JSON.parse(await fs.readFile(segments, 'utf8')).segments[id]).toEqual(kept.segments[id]);
  await client.segments.keep({ data, id, revision: 1, name: 'renamed', filter: segment!.filter });
  expect(JSON.parse(await fs.readFile(segments, 'utf8')).segments[id]).toMatchObject({ name: 'renamed', icon: 'star' });

  const exports = path.join(workspace.runs, quick, 'exports.json');
  const [exported] = JSON.parse(await fs.readFile(exports, 'utf8'));
  await writeFile(exports, JSON.stringify([{ ...exported, rights: 'all' }]));
  await client.runs.export({ runId: quick, out: path.join(workspace.folder, '..', 'again.csv'), format: 'csv' });
  expect(JSON.parse(await fs.readFile(exports, 'utf8'))).toMatchObject([{ rights: 'all' }, { format: 'csv' }]);

  const marks = path.join(workspace.marks, 'runs.json');
  const marked = JSON.parse(await fs.readFile(marks, 'utf8'));
  marked.runs[archived].colour = 'blue';
  await writeFile(marks, JSON.stringify(marked));
  await client.runs.mark({ runId: archived, revision: 1, starred: false });
  expect(JSON.parse(await fs.readFile(marks, 'utf8')).runs[archived]).toMatchObject({ starred: false, colour: 'blue' });
});

test('what a newer version put in the trash is reported, and neither restored nor emptied', async () => {
  const { client, workspace } = await opened();
  const { entry } = (await client.workspace.trash())[0]!;
  const text = await makeNewer(path.join(workspace.trash, entry, 'note.json'));
  expect(await client.workspace.trash()).toEqual([]);
  expect(await client.workspace.unreadableTrash()).toMatchObject([{ entry, ...NEWER }]);
  for (const id of [deleted, deleted.slice(0, 5), entry])
    await expect(client.workspace.restore({ id })).rejects.toMatchObject(NEWER);
  await expect(client.workspace.restore({ id: archived })).rejects.toMatchObject({ code: 'not-found' });
  const { leftAlone } = await collect(workspace, { untilSecondLook: async () => {} });
  expect(leftAlone).toEqual([`trash/${entry}`]);
  expect(await fs.readdir(path.join(workspace.trash, entry))).toEqual(['note.json', deleted]);
  expect(await fs.readFile(path.join(workspace.trash, entry, 'note.json'), 'utf8')).toBe(text);
});

test('forgetting by a newer version is reported, and left unchanged', async () => {
  const { client, workspace } = await opened();
  await fs.mkdir(workspace.privacy);
  const [begun, done] = [
    path.join(workspace.privacy, 'forgetting.json'),
    path.join(workspace.runs, quick, 'forgotten.json'),
  ];
  const text = '{"formatVersion": 2, "of": "another shape"}';
  await writeFile(done, text);
  await expect(client.lists.show({ runId: quick, profile: '1' })).rejects.toMatchObject(NEWER);
  const { profile } = (await client.profiles.page({ data, start: 0, end: 1 })).rows[0]!;
  await expect(client.privacy.planForgetting({ data, profile })).rejects.toMatchObject(NEWER);

  await writeFile(begun, text);
  await expect(client.privacy.forget({ data, profile }).then(finalValue)).rejects.toMatchObject(NEWER);
  await expect(client.runs.start({ data, recipe: DEFAULT_RECIPE, seed: 1 })).rejects.toMatchObject(NEWER);
  const again = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
  expect(await again.client.workspace.notices()).toContainEqual(
    expect.objectContaining({ message: expect.stringMatching(/cannot be finished now.*newer version of Shelfwise/) }),
  );
  for (const file of [begun, done]) expect(await fs.readFile(file, 'utf8')).toBe(text);
});

test('a workspace of a newer version is reported, whatever its marker looks like', async () => {
  const { workspace } = await opened();
  const text = '{"formatVersion": 2, "of": "another shape"}';
  await writeFile(path.join(workspace.folder, 'shelfwise.json'), text);
  await expect(createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere })).rejects.toMatchObject(
    NEWER,
  );
  expect(await fs.readFile(path.join(workspace.folder, 'shelfwise.json'), 'utf8')).toBe(text);
});

test('a checkpoint and a bundle of a newer version are reported', async () => {
  const { workspace } = await opened();
  const file = path.join(workspace.runs, stopped, 'checkpoint.safetensors');
  const { tensors, remarks } = (await readWorkingFile(file))!;
  const position = JSON.stringify({ formatVersion: 2, at: 'another place' });
  await writeWorkingFile(file, { tensors, remarks: { ...remarks, position } });
  await expect(readCheckpoint(path.join(workspace.runs, stopped))).rejects.toMatchObject(NEWER);
  const manifest = Buffer.from('{"format": "shelfwise-bundle", "formatVersion": 2, "parts": []}');
  expect(() => decodeManifest(manifest, 'their.shelfwise')).toThrow(/their\.shelfwise.*newer version of Shelfwise/);
});
