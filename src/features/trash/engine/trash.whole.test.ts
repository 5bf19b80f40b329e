import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../settings/engine/diagnose';
import { collect } from './collect';
import { acquireRunLock } from '../../../engine/machine/trainers/lock';
import { markRun, readMarks, withMarks } from '../../../engine/kept/marks';
import { restore } from './restore';
import { createRun, listRuns } from '../../../engine/runs/store';
import { readRecord, writeRecord } from '../../../engine/runs/record';
import { moveToTrash } from './trash';
import { listTrash } from '../../../engine/storage/trash-list';
import { WorkspaceWatch } from '../../../engine/runs/watch/watch-workspace';
import { presetRecipe } from '../../../shared/recipe/presets';
import { finishedRun, handMadeDataset, temporaryWorkspace } from '../../../../tests/support/finished-run';
import { trainersHere } from '../../../../tests/support/trainers-here';

/** Each file below a folder with its content. */
async function bytesOf(folder: string): Promise<Record<string, string>> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await fs.readFile(file, 'base64')])));
}

describe('the trash', () => {
  test('takes a run by a prefix of its ID, with a note of what it was', async () => {
    const { workspace, record, folder } = await finishedRun();
    const removal = await moveToTrash(workspace, record.runId.slice(0, 5));
    expect(removal).toMatchObject({ id: record.runId, kind: 'run', affectedRuns: [] });
    expect(await listRuns(workspace)).toEqual([]);
    await expect(fs.stat(folder)).rejects.toMatchObject({ code: 'ENOENT' });
    expect((await fs.readdir(removal.trash)).sort()).toEqual(['note.json', record.runId]);
    const note = JSON.parse(await fs.readFile(path.join(removal.trash, 'note.json'), 'utf8')) as object;
    expect(note).toMatchObject({ kind: 'run', id: record.runId, name: record.name });
  });

  test('takes a run whose record is damaged', async () => {
    const { workspace, record, folder } = await finishedRun();
    await fs.writeFile(path.join(folder, 'run.json'), '{');
    expect((await moveToTrash(workspace, record.runId)).kind).toBe('run');
  });

  test('takes a data set whose description is damaged, and names the runs that lose it', async () => {
    const { workspace, record } = await finishedRun();
    const { fingerprint } = record.dataset;
    await fs.mkdir(path.join(workspace.datasets, fingerprint));
    await fs.writeFile(path.join(workspace.datasets, fingerprint, 'dataset.json'), '{');
    expect((await diagnose(workspace, trainersHere)).findings.some(({ severity }) => severity === 'problem')).toBe(
      true,
    );
    expect(await moveToTrash(workspace, 'ffff')).toMatchObject({ kind: 'dataset', affectedRuns: [record.runId] });
  });

  test('lists what exists if the ID is unknown, and asks for more if it is not unique', async () => {
    const { workspace, record } = await finishedRun();
    await expect(moveToTrash(workspace, `${record.runId}x`)).rejects.toThrow(record.runId);
    await expect(moveToTrash(workspace, '..')).rejects.toMatchObject({ code: 'not-found' });
    await expect(moveToTrash(await temporaryWorkspace(), 'r1')).rejects.toThrow(/workspace is empty/);
    const twin = path.join(workspace.runs, `${record.runId.slice(0, 4)}twin00`);
    await fs.cp(path.join(workspace.runs, record.runId), twin, { recursive: true });
    await expect(moveToTrash(workspace, record.runId.slice(0, 4))).rejects.toMatchObject({ code: 'usage' });
  });

  test('refuses a run in training, and its data set', async () => {
    const workspace = await temporaryWorkspace();
    const dataset = handMadeDataset();
    await fs.mkdir(path.join(workspace.datasets, dataset.fingerprint));
    const { runId } = await createRun(workspace, { dataset, recipe: presetRecipe('quick'), seed: 1 });
    await expect(moveToTrash(workspace, runId)).rejects.toMatchObject({ code: 'busy' });
    await expect(moveToTrash(workspace, dataset.fingerprint)).rejects.toMatchObject({ code: 'busy' });
  });

  test('refuses a run in verification', async () => {
    const { workspace, record, folder } = await finishedRun();
    const repeat = path.join(folder, 'repeat-1');
    await fs.mkdir(repeat);
    const lock = await acquireRunLock(repeat);
    await expect(moveToTrash(workspace, record.runId)).rejects.toThrow(/is being verified/);
    await lock.release();
    expect((await moveToTrash(workspace, record.runId)).kind).toBe('run');
  });
});

describe('restoring', () => {
  test('brings a run back with its marks, byte for byte', async () => {
    const { workspace, record, folder } = await finishedRun();
    await markRun(workspace, record.runId, { revision: 0, starred: true, note: 'the good one' });
    const before = await bytesOf(folder);
    await moveToTrash(workspace, record.runId);
    expect(await listTrash(workspace)).toMatchObject([{ kind: 'run', id: record.runId, name: record.name }]);
    expect(await restore(workspace, record.runId.slice(0, 5))).toMatchObject({ kind: 'run', id: record.runId });
    expect(await bytesOf(folder)).toEqual(before);
    expect(withMarks((await listRuns(workspace))[0]!, await readMarks(workspace)).marks).toMatchObject({
      starred: true,
      note: 'the good one',
    });
    expect(await fs.readdir(workspace.trash)).toEqual([]);
  });

  test('restores a data set, and says which runs can be verified again', async () => {
    const { workspace, record } = await finishedRun();
    const { fingerprint } = record.dataset;
    await fs.mkdir(path.join(workspace.datasets, fingerprint));
    await fs.writeFile(path.join(workspace.datasets, fingerprint, 'dataset.json'), '{"a": 1}');
    await moveToTrash(workspace, fingerprint);
    expect(await restore(workspace, fingerprint)).toMatchObject({ kind: 'dataset', affectedRuns: [record.runId] });
    expect(await fs.readFile(path.join(workspace.datasets, fingerprint, 'dataset.json'), 'utf8')).toBe('{"a": 1}');
  });

  test('of what was deleted twice brings back the last, and refuses while one is there', async () => {
    const { workspace, record, folder } = await finishedRun();
    for (const version of ['first', 'second']) {
      await fs.mkdir(folder, { recursive: true });
      await writeRecord(folder, { ...record, name: version });
      await moveToTrash(workspace, record.runId);
    }
    expect((await listTrash(workspace)).map(({ name }) => name)).toEqual(['second', 'first']);
    await restore(workspace, record.runId);
    expect((await readRecord(folder)).name).toBe('second');
    const before = await bytesOf(workspace.folder);
    await expect(restore(workspace, record.runId)).rejects.toThrow(/in the workspace again/);
    expect(await bytesOf(workspace.folder)).toEqual(before);
    const [first] = await listTrash(workspace);
    await fs.rm(folder, { recursive: true });
    await restore(workspace, first!.entry);
    expect((await readRecord(folder)).name).toBe('first');
  });

  test('lists the trash if the ID is unknown', async () => {
    const { workspace, record } = await finishedRun();
    await expect(restore(workspace, record.runId)).rejects.toThrow(/trash is empty/);
    await moveToTrash(workspace, record.runId);
    await expect(restore(workspace, 'rzzzzzzzzz')).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining(record.runId) as string,
    });
    await expect(restore(workspace, '..')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('does not trust a note that names a path', async () => {
    const { workspace, record } = await finishedRun();
    const { trash } = await moveToTrash(workspace, record.runId);
    const note = path.join(trash, 'note.json');
    const written = JSON.parse(await fs.readFile(note, 'utf8')) as object;
    await fs.mkdir(path.join(workspace.folder, 'mine'));
    await fs.writeFile(note, JSON.stringify({ ...written, id: '../../mine' }));
    expect(await listTrash(workspace)).toEqual([]);
    await expect(restore(workspace, '../../mine')).rejects.toMatchObject({ code: 'not-found' });
    expect((await collect(workspace)).removed).toEqual([]);
    await fs.stat(path.join(trash, record.runId));
  });

  test('is seen by programs that watch the workspace', async () => {
    const { workspace, record } = await finishedRun();
    await moveToTrash(workspace, record.runId);
    await using watch = new WorkspaceWatch(workspace);
    await watch.ready;
    await restore(workspace, record.runId);
    const seen: unknown[] = [];
    while (seen.length < 2) seen.push((await watch.next()).value?.kind);
    expect(seen).toEqual(['runs', 'trash']);
  });
});

describe('the diagnosis', () => {
  test('counts what is there and names what needs attention', async () => {
    const { workspace, folder, record } = await finishedRun();
    await moveToTrash(workspace, (await finishedRun({ workspace })).record.runId);
    await writeRecord(folder, { ...record, status: 'running' });
    const diagnosis = await diagnose(workspace, trainersHere);
    expect(diagnosis.workspace).toMatchObject({ folder: workspace.folder, datasets: 0, runs: 1 });
    expect(diagnosis.workspace.bytes).toBeGreaterThan(1000);
    expect(diagnosis.workspace.freeBytes).toBeGreaterThan(0);
    expect(diagnosis.versions['node']).toBe(process.versions.node);
    const warnings = diagnosis.findings.filter(({ severity }) => severity === 'warning').map(({ message }) => message);
    expect(warnings.some((message) => message.includes(record.runId))).toBe(true);
    expect(warnings.some((message) => message.includes('trash'))).toBe(true);
  });
});
