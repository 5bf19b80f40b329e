import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createEngine } from '../../engine';
import { importFolder } from '../../../engine/import/import-folder';
import { openSnapshot } from '../../../engine/data/snapshot';
import { checkSource } from '../../data-folder/engine/check-source';
import { sha256 } from '../../../engine/storage/read-files';
import { bundleRun } from './bundle-run';
import { runDamage } from '../../../engine/runs/damage';
import { readListsAndVocabulary } from '../../../engine/runs/lists-file';
import { filesLeftOut, readOpened, writeOpened } from '../../../engine/runs/opened';
import { inspectBundle } from './inspect-bundle';
import { openBundle } from './open-bundle';
import { readRecord, writeRecord } from '../../../engine/runs/record';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';
import { ruleSetSchema } from '../../../shared/contract/rules';
import { finalValue } from '../../../shared/values/final-value';
import { finishedRun, temporaryFolder, temporaryWorkspace } from '../../../../tests/support/finished-run';
import { trainedRun, profileId, verified } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';
import { json } from '../../../../tests/support/remade-bundle';
import { contentsOf } from '../../../../tests/support/zip-files';
import { bundled, PROFILES } from '../../../../tests/support/bundled';

describe('a bundle without data', () => {
  test('holds no profile ID, no list and no local folder, in none of its bytes', async () => {
    const trained = await trainedRun();
    const { file } = await bundled(trained, false);
    const entries = await contentsOf(file);
    expect(Object.keys(entries)).toEqual([
      'manifest.json',
      'run.json',
      'recipe.json',
      'epochs.jsonl',
      'model.safetensors',
      'vocabulary.json',
    ]);
    const secrets = [...PROFILES, trained.source, trained.workspace.folder, os.tmpdir(), path.join(os.homedir(), '')];
    const whole = await fs.readFile(file);
    for (const secret of secrets) {
      for (const [name, bytes] of Object.entries(entries))
        expect(bytes.includes(secret), `${secret} in ${name}`).toBe(false);
      expect(whole.includes(secret)).toBe(false);
    }
    // Proof that the search works: the folder of the run itself has the profile.
    expect((await fs.readFile(path.join(trained.folder, 'vocabulary.json'))).includes(PROFILES[0]!)).toBe(true);
  });

  test('has the same bytes each time, from the opened run as from the first', async () => {
    const trained = await trainedRun();
    const first = await bundled(trained, false);
    // Zip files store times in steps of two seconds.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 });
    onTestFinished(() => void vi.useRealTimers());
    expect((await bundled(trained, false)).sha256).toBe(first.sha256);
    const elsewhere = await temporaryWorkspace();
    await openBundle({ workspace: elsewhere, file: first.file });
    expect((await bundled({ workspace: elsewhere, record: trained.record }, false)).sha256).toBe(first.sha256);
  });

  test('opened elsewhere is verified as soon as the same data is imported there', { tags: ['rare'] }, async () => {
    const { record, source, ...trained } = await trainedRun();
    const { file } = await bundled({ ...trained, record }, false);
    const workspace = await temporaryWorkspace();
    expect(await openBundle({ workspace, file })).toMatchObject({
      runId: record.runId,
      withData: false,
      checkedFiles: 5,
    });
    expect(await readRecord(runFolder(workspace, record.runId))).toEqual(record);
    const without = await verified(workspace, record.runId);
    expect(without).toMatchObject({ verdict: 'different', repeated: null });
    await importFolder({ workspace, folder: source });
    expect((await verified(workspace, record.runId)).verdict).toBe('identical-bits');
  });
});

describe('a run whose bundle came without data', () => {
  const engineOf = (workspace: Workspace) =>
    createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });

  test('gets its own lists, unchanged, when its folder is imported', { tags: ['rare'] }, async () => {
    const { record, source, ...trained } = await trainedRun();
    const { file } = await bundled({ ...trained, record }, false);
    const workspace = await temporaryWorkspace();
    const { client } = await engineOf(workspace);
    await finalValue(await client.runs.open({ file }));
    const folder = runFolder(workspace, record.runId);
    await expect(readListsAndVocabulary(folder)).rejects.toThrow(/without its data.*Import the folder/);
    await finalValue(await client.datasets.import({ folder: source }));
    expect(await fs.readFile(path.join(folder, 'lists.safetensors'))).toEqual(
      await fs.readFile(path.join(trained.folder, 'lists.safetensors')),
    );
    const { items } = await client.lists.show({ runId: record.runId, profile: PROFILES[0]! });
    expect(items).toHaveLength(25);
    expect(await runDamage(folder, record, await filesLeftOut(folder))).toEqual([]);
    expect((await verified(workspace, record.runId)).verdict).toBe('identical-bits');
  });

  test(
    'gets them at once if the data is there already, and says why if they come out different',
    { tags: ['rare'] },
    async () => {
      const { record, source, ...trained } = await trainedRun();
      const { file } = await bundled({ ...trained, record }, false);
      const workspace = await temporaryWorkspace();
      await importFolder({ workspace, folder: source });
      const { client } = await engineOf(workspace);
      await finalValue(await client.runs.open({ file }));
      const folder = runFolder(workspace, record.runId);
      expect(await runDamage(folder, record, await filesLeftOut(folder))).toEqual([]);
      expect((await filesLeftOut(folder)).includes('lists.safetensors')).toBe(false);
      await fs.rm(path.join(folder, 'lists.safetensors'));
      const { lacks: _, ...opened } = (await readOpened(folder))!;
      await writeOpened(folder, opened);
      await writeRecord(folder, { ...record, listsSha256: '0'.repeat(64) });
      await finalValue(await client.datasets.import({ folder: source }));
      await expect(readListsAndVocabulary(folder)).rejects.toThrow(/are not those that its record names/);
    },
  );
});

describe('a bundle with data', () => {
  test('opened in a new workspace is verified there', async () => {
    const trained = await trainedRun();
    const { file, files } = await bundled(trained, true);
    expect(files).toEqual(
      expect.arrayContaining(['lists.safetensors', 'dataset/dataset.json', 'dataset/events.parquet']),
    );
    const workspace = await temporaryWorkspace();
    const answer = await openBundle({ workspace, file });
    expect(answer).toEqual({
      runId: trained.record.runId,
      fingerprint: trained.dataset.fingerprint,
      withData: true,
      checkedFiles: files.length - 1,
      alreadyHere: false,
      rules: 0,
      notes: { taken: 0, kept: 0 },
    });
    expect((await verified(workspace, trained.record.runId)).verdict).toBe('identical-bits');
    expect((await bundled({ workspace, record: trained.record }, true)).sha256).toBe(sha256(await fs.readFile(file)));
  });

  test('does not reveal the folder of the data', async () => {
    const trained = await trainedRun({ model: 'popularity' });
    const { file } = await bundled(trained, true);
    expect((await fs.readFile(file)).includes(trained.source)).toBe(false);
    const workspace = await temporaryWorkspace();
    await openBundle({ workspace, file });
    const { dataset } = await openSnapshot(workspace, trained.dataset.fingerprint);
    expect(await checkSource(dataset)).toEqual({ state: 'unchanged', changes: [] });
  });

  test('brings the labels of the data if there are none here; one without data does not', async () => {
    const trained = await trainedRun({ model: 'popularity' });
    const data = trained.dataset.fingerprint;
    const plain = await bundled(trained, true);
    const engineOf = async (workspace: Workspace) =>
      (await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere })).client;
    const labels = { entries: [{ attribute: 'sex', code: 'F', label: '여아' }], timeZone: 'Asia/Seoul' };
    await (await engineOf(trained.workspace)).labels.set({ data, revision: 0, ...labels });
    expect((await bundled(trained, false)).files).not.toContain('dataset/labels.json');
    const { file, files, sha256: hash } = await bundled(trained, true);
    expect([files.includes('dataset/labels.json'), plain.files.includes('dataset/labels.json')]).toEqual([true, false]);
    const workspace = await temporaryWorkspace();
    await openBundle({ workspace, file });
    const client = await engineOf(workspace);
    expect(await client.labels.get({ data })).toMatchObject({ ...labels, revision: 1 });
    // The data set is unchanged, and a bundle of the opened run has the same bytes.
    expect(await fs.readdir(path.join(workspace.datasets, data))).not.toContain('labels.json');
    expect((await bundled({ workspace, record: trained.record }, true)).sha256).toBe(hash);
    await client.labels.set({ data, revision: 1, entries: [] });
    await openBundle({ workspace, file });
    expect(await client.labels.get({ data })).toMatchObject({ entries: [], revision: 2 });
  });

  test('brings rules to import, approvals and notes; without data no rule for a profile and no note', async () => {
    const trained = await trainedRun({ model: 'popularity' });
    const { runId, dataset } = trained.record;
    const data = dataset.fingerprint;
    const engineOf = async (workspace: Workspace) =>
      (await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere })).client;
    const theirs = await engineOf(trained.workspace);
    const version = (files: Record<string, Uint8Array>) =>
      json<{ formatVersion: number }>(files, 'manifest.json').formatVersion;
    expect(version(await contentsOf((await bundled(trained, true)).file))).toBe(1);
    const common = { kind: 'hide', name: 'No', titles: { ids: ['7101'] } } as const;
    const set = ruleSetSchema.parse({
      formatVersion: 2,
      rules: [
        { ...common, id: 'all' },
        { ...common, id: 'one', profiles: { text: profileId(0) } },
        {
          ...common,
          id: 'picked',
          profiles: {
            members: { segment: 's', name: 'Picked', day: '2026-11-26', profiles: [profileId(0), profileId(4)] },
          },
        },
      ],
    });
    await theirs.rules.set({ data, revision: 0, set });
    await theirs.review.approve({ runId, by: 'Kim', reason: 'good', rules: { set, date: '2026-11-26' } });
    await theirs.profiles.setNote({ data, profile: profileId(1), text: 'theirs', revision: 0 });
    await theirs.profiles.setNote({ data, profile: profileId(2), text: 'also theirs', revision: 0 });

    const plain = await bundled(trained, false);
    expect(plain.rulesLeftOut).toBe(2);
    const plainFiles = await contentsOf(plain.file);
    const shownRules = Buffer.from(plainFiles['rules.json']!).toString();
    for (const id of [profileId(0), profileId(4)]) expect(shownRules).not.toContain(`"${id}"`);
    expect(shownRules).not.toContain('Picked');
    // What is left needs no later version.
    expect(json<{ saved: object; approved: unknown }>(plainFiles, 'rules.json')).toMatchObject({
      saved: { formatVersion: 1, rules: [{ id: 'all' }] },
      approved: null,
    });
    expect(Object.keys(plainFiles)).not.toContain('dataset/notes.json');

    const full = await bundled(trained, true);
    expect(full.rulesLeftOut).toBe(0);
    // Version 0.2.0 then reports that a newer version wrote it.
    expect(version(await contentsOf(full.file))).toBe(2);
    const workspace = await temporaryWorkspace();
    expect((await inspectBundle({ workspace, file: full.file })).holds).toEqual({
      rules: 3,
      approved: true,
      notes: 2,
      maps: [],
    });
    const opened = await openBundle({ workspace, file: full.file });
    expect(opened).toMatchObject({ rules: 3, notes: { taken: 2, kept: 0 } });
    const client = await engineOf(workspace);
    // The rules have no effect until they are imported.
    expect(await client.rules.get({ data })).toMatchObject({ revision: 0, set: { rules: [] } });
    expect((await client.rules.ofRun({ runId })).saved!.set).toEqual(set);
    expect((await client.review.approvals({ runId })).current).toMatchObject({ by: 'Kim' });
    expect(await client.profiles.note({ data, profile: profileId(1) })).toMatchObject({ text: 'theirs', revision: 1 });
    expect((await bundled({ workspace, record: trained.record }, true)).sha256).toBe(full.sha256);
    // Existing notes stay.
    await client.profiles.setNote({ data, profile: profileId(1), text: 'mine', revision: 1 });
    expect((await openBundle({ workspace, file: full.file })).notes).toEqual({ taken: 0, kept: 1 });
    expect(await client.profiles.note({ data, profile: profileId(1) })).toMatchObject({ text: 'mine' });
  });

  test('completes a run that came without its data', { tags: ['rare'] }, async () => {
    const trained = await trainedRun({ model: 'popularity' });
    const workspace = await temporaryWorkspace();
    await openBundle({ workspace, file: (await bundled(trained, false)).file });
    const folder = runFolder(workspace, trained.record.runId);
    await expect(bundled({ workspace, record: trained.record }, true)).rejects.toMatchObject({ code: 'not-found' });
    await openBundle({ workspace, file: (await bundled(trained, true)).file });
    for (const name of ['lists.safetensors', 'vocabulary.json'])
      expect(await fs.readFile(path.join(folder, name))).toEqual(await fs.readFile(path.join(trained.folder, name)));
    expect((await verified(workspace, trained.record.runId)).verdict).toBe('identical-bits');
  });

  test('is refused if the data set is damaged', async () => {
    const trained = await trainedRun({ model: 'popularity' });
    await fs.appendFile(path.join(trained.workspace.datasets, trained.dataset.fingerprint, 'events.parquet'), 'x');
    await expect(bundled(trained, true)).rejects.toThrow(/events\.parquet.*not what was imported/);
  });
});

describe('bundling', () => {
  test('refuses a run in training, a damaged one, and a folder as its target', async () => {
    const run = await finishedRun();
    const { workspace, record } = run;
    const out = path.join(await temporaryFolder(), 'x.zip');
    await expect(
      bundleRun({ workspace, runId: record.runId, out: workspace.folder, withData: false }),
    ).rejects.toMatchObject({ code: 'usage' });
    await fs.appendFile(path.join(run.folder, 'model.safetensors'), 'x');
    await expect(bundleRun({ workspace, runId: record.runId, out, withData: false })).rejects.toThrow(
      /model\.safetensors is not what the record says/,
    );
    expect(await fs.readdir(path.dirname(out))).toEqual([]);
  });
});
