import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/engine/diagnose';
import { collect } from '../../src/engine/runs/collect';
import { acquireRunLock } from '../../src/engine/trainers/lock';
import { createRun, listRuns, writeRecord } from '../../src/engine/runs/store';
import { moveToTrash } from '../../src/engine/runs/trash';
import { createTrainerLauncher } from '../../src/host/launcher';
import { presetRecipe } from '../../src/shared/recipe/presets';
import { finishedRun, handMadeDataset, temporaryWorkspace } from '../support/finished-run';

const launcher = createTrainerLauncher({ endsWithParent: true });

const HOUR = 60 * 60 * 1000;

/** Makes a file or folder look as if nobody had touched it for two hours. */
async function age(target: string): Promise<void> {
  const then = new Date(Date.now() - 2 * HOUR);
  await fs.utimes(target, then, then);
}

describe('the trash', () => {
  test('takes a run by the beginning of its id, with a note of what it was', async () => {
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
    expect((await diagnose(workspace, launcher)).findings.some(({ severity }) => severity === 'problem')).toBe(true);
    expect(await moveToTrash(workspace, 'ffff')).toMatchObject({ kind: 'dataset', affectedRuns: [record.runId] });
  });

  test('says what there is where the id is unknown, and asks for more where it is not unique', async () => {
    const { workspace, record } = await finishedRun();
    await expect(moveToTrash(workspace, `${record.runId}x`)).rejects.toThrow(record.runId);
    await expect(moveToTrash(workspace, '..')).rejects.toMatchObject({ code: 'not-found' });
    await expect(moveToTrash(await temporaryWorkspace(), 'r1')).rejects.toThrow(/workspace is empty/);
    const twin = path.join(workspace.runs, `${record.runId.slice(0, 4)}twin00`);
    await fs.cp(path.join(workspace.runs, record.runId), twin, { recursive: true });
    await expect(moveToTrash(workspace, record.runId.slice(0, 4))).rejects.toMatchObject({ code: 'usage' });
  });

  test('takes no run that is being trained, and no data set of one', async () => {
    const workspace = await temporaryWorkspace();
    const dataset = handMadeDataset();
    await fs.mkdir(path.join(workspace.datasets, dataset.fingerprint));
    const { runId } = await createRun(workspace, { dataset, recipe: presetRecipe('quick'), seed: 1 });
    await expect(moveToTrash(workspace, runId)).rejects.toMatchObject({ code: 'busy' });
    await expect(moveToTrash(workspace, dataset.fingerprint)).rejects.toMatchObject({ code: 'busy' });
  });

  test('takes no run that is being verified', async () => {
    const { workspace, record, folder } = await finishedRun();
    const repeat = path.join(folder, 'repeat-1');
    await fs.mkdir(repeat);
    const lock = await acquireRunLock(repeat);
    await expect(moveToTrash(workspace, record.runId)).rejects.toThrow(/is being verified/);
    await lock.release();
    expect((await moveToTrash(workspace, record.runId)).kind).toBe('run');
  });
});

describe('collecting', () => {
  test('empties the trash and says what and how much', async () => {
    const { workspace, record } = await finishedRun();
    const { trash } = await moveToTrash(workspace, record.runId);
    const { removed, bytes } = await collect(workspace);
    expect(removed).toEqual([`trash/${path.basename(trash)}`]);
    expect(bytes).toBeGreaterThan(1000);
    expect(await fs.readdir(workspace.trash)).toEqual([]);
    expect(await collect(workspace)).toEqual({ removed: [], bytes: 0 });
  });

  test('removes old leftovers of writing, and leaves young ones to whoever is writing', async () => {
    const { workspace, folder, record } = await finishedRun();
    const old = [
      path.join(folder, 'run.json.0123456789ab.part'),
      path.join(folder, 'model.safetensors.ab1234567890.part'),
      path.join(workspace.datasets, '.new.abcdef012345.part'),
      path.join(workspace.runs, 'rnorecord9'),
    ];
    const young = [
      path.join(folder, 'run.json.ba9876543210.part'),
      path.join(workspace.datasets, '.new.543210fedcba.part'),
    ];
    const theirs = path.join(workspace.folder, 'download.part');
    await fs.writeFile(theirs, 'x');
    await age(theirs);
    for (const file of [old[0]!, old[1]!, young[0]!]) await fs.writeFile(file, 'x');
    for (const made of [old[2]!, old[3]!, young[1]!]) await fs.mkdir(made);
    for (const target of old) await age(target);
    const before = await fs.readdir(folder);
    const { removed } = await collect(workspace);
    expect(removed.sort()).toEqual(
      [
        `runs/${record.runId}/run.json.0123456789ab.part`,
        `runs/${record.runId}/model.safetensors.ab1234567890.part`,
        'datasets/.new.abcdef012345.part',
        'runs/rnorecord9',
      ].sort(),
    );
    expect(await fs.readdir(folder)).toEqual(
      before.filter((name) => !removed.includes(`runs/${record.runId}/${name}`)),
    );
    await fs.stat(young[1]!);
  });

  test('removes reports of earlier imports that the data set no longer names', async () => {
    const workspace = await temporaryWorkspace();
    const folder = path.join(workspace.datasets, 'a'.repeat(64));
    await fs.mkdir(folder);
    await fs.writeFile(path.join(folder, 'dataset.json'), '{"rowIssuesFile": "row-issues-2.parquet"}');
    for (const name of ['row-issues-1.parquet', 'row-issues-2.parquet', 'events.parquet']) {
      await fs.writeFile(path.join(folder, name), 'x');
      await age(path.join(folder, name));
    }
    expect((await collect(workspace)).removed).toEqual([`datasets/${'a'.repeat(64)}/row-issues-1.parquet`]);
  });

  test('removes what only a resume needs from finished runs, and keeps it for the others', async () => {
    const finished = await finishedRun();
    const stopped = await finishedRun({ workspace: finished.workspace });
    await writeRecord(stopped.folder, { ...stopped.record, status: 'stopped', reason: { code: 'user', message: 'x' } });
    for (const { folder } of [finished, stopped])
      await fs.writeFile(path.join(folder, 'checkpoint.safetensors'), 'abc');
    expect(await collect(finished.workspace)).toEqual({
      removed: [`runs/${finished.record.runId}/checkpoint.safetensors`],
      bytes: 3,
    });
  });

  test('removes repeated trainings that nobody is at, and no others', async () => {
    const { workspace, folder, record } = await finishedRun();
    const [dead, alive] = [path.join(folder, 'repeat-1'), path.join(folder, 'repeat-2')];
    for (const repeat of [dead, alive, path.join(folder, 'repeat-3')]) await fs.mkdir(repeat);
    await age(dead);
    const lock = await acquireRunLock(alive);
    await age(alive);
    expect((await collect(workspace)).removed).toEqual([`runs/${record.runId}/repeat-1`]);
    await lock.release();
  });
});

describe('the diagnosis', () => {
  test('counts what is there and names what deserves a look', async () => {
    const { workspace, folder, record } = await finishedRun();
    await moveToTrash(workspace, (await finishedRun({ workspace })).record.runId);
    await writeRecord(folder, { ...record, status: 'running' });
    const diagnosis = await diagnose(workspace, launcher);
    expect(diagnosis.workspace).toMatchObject({ folder: workspace.folder, datasets: 0, runs: 1 });
    expect(diagnosis.workspace.bytes).toBeGreaterThan(1000);
    expect(diagnosis.workspace.freeBytes).toBeGreaterThan(0);
    expect(diagnosis.versions['node']).toBe(process.versions.node);
    const warnings = diagnosis.findings.filter(({ severity }) => severity === 'warning').map(({ message }) => message);
    expect(warnings.some((message) => message.includes(record.runId))).toBe(true);
    expect(warnings.some((message) => message.includes('trash'))).toBe(true);
  });
});
