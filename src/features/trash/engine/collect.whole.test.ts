/** What `trash empty` removes, and what it leaves. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { collect } from './collect';
import { writeRecord } from '../../../engine/runs/record';
import { moveToTrash } from './trash';
import { makeFolderNamedBy } from '../../../engine/storage/files';
import { hostTag } from '../../../engine/storage/processes';
import { acquireRunLock } from '../../../engine/machine/trainers/lock';
import { finishedRun, temporaryFolder, temporaryWorkspace } from '../../../../tests/support/finished-run';

const HOUR = 60 * 60 * 1000;

/** The second look at doubtful files follows the first at once. */
const SOON = { untilSecondLook: async () => {} };

/** A process ID that no process has: beyond the largest of any system. */
const NO_PROCESS = 2 ** 30;

/** Makes a file or folder look untouched for two hours. */
async function age(target: string): Promise<void> {
  const then = new Date(Date.now() - 2 * HOUR);
  await fs.utimes(target, then, then);
}

describe('collecting', () => {
  test('empties the trash and reports what and how much', async () => {
    const { workspace, record } = await finishedRun();
    const { trash } = await moveToTrash(workspace, record.runId);
    const { removed, bytes } = await collect(workspace, SOON);
    expect(removed).toEqual([`trash/${path.basename(trash)}`]);
    expect(bytes).toBeGreaterThan(1000);
    expect(await fs.readdir(workspace.trash)).toEqual([]);
    expect(await collect(workspace, SOON)).toEqual({ removed: [], bytes: 0, leftAlone: [] });
  });

  test('removes old leftovers of writing, and leaves young ones to their writer', async () => {
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
    const { removed } = await collect(workspace, SOON);
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

  test('removes what killed programs left incomplete in any folder of the workspace', async () => {
    const { folder, ...folders } = await temporaryWorkspace();
    const expected: string[] = [];
    for (const place of [folder, ...Object.values(folders)]) {
      await fs.mkdir(place, { recursive: true });
      const left = path.join(place, `kept.json.0123456789ab-${hostTag()}-${NO_PROCESS}.part`);
      await fs.writeFile(left, 'x');
      await fs.writeFile(path.join(place, `kept.json.0123456789ab-${hostTag()}-${process.pid}.part`), 'x');
      expected.push(path.relative(folder, left));
    }
    const { removed, leftAlone } = await collect({ folder, ...folders }, SOON);
    expect(removed.toSorted()).toEqual(expected.toSorted());
    expect(leftAlone).toEqual([]);
  });

  test('removes reports of earlier imports that the data set no longer names, but none of a newer version', async () => {
    const workspace = await temporaryWorkspace();
    const folder = path.join(workspace.datasets, 'a'.repeat(64));
    await fs.mkdir(folder);
    const newer = path.join(workspace.datasets, 'b'.repeat(64));
    await fs.mkdir(newer);
    await fs.writeFile(path.join(newer, 'dataset.json'), '{"formatVersion": 99}');
    await fs.writeFile(path.join(newer, 'row-issues-1.parquet'), 'x');
    await age(path.join(newer, 'row-issues-1.parquet'));
    await fs.writeFile(path.join(folder, 'dataset.json'), '{"rowIssuesFile": "row-issues-2.parquet"}');
    for (const name of ['row-issues-1.parquet', 'row-issues-2.parquet', 'events.parquet']) {
      await fs.writeFile(path.join(folder, name), 'x');
      await age(path.join(folder, name));
    }
    expect((await collect(workspace, SOON)).removed).toEqual([`datasets/${'a'.repeat(64)}/row-issues-1.parquet`]);
  });

  test('removes files that only a resume needs from finished runs, and keeps them for the others', async () => {
    const finished = await finishedRun();
    const stopped = await finishedRun({ workspace: finished.workspace });
    await writeRecord(stopped.folder, { ...stopped.record, status: 'stopped', reason: { code: 'user', message: 'x' } });
    for (const { folder } of [finished, stopped])
      await fs.writeFile(path.join(folder, 'checkpoint.safetensors'), 'abc');
    expect(await collect(finished.workspace, SOON)).toEqual({
      removed: [`runs/${finished.record.runId}/checkpoint.safetensors`],
      bytes: 3,
      leftAlone: [],
    });
  });

  test('removes repeated trainings that no process runs, and no others', async () => {
    const { workspace, folder, record } = await finishedRun();
    const [dead, alive] = [path.join(folder, 'repeat-1'), path.join(folder, 'repeat-2')];
    for (const repeat of [dead, alive, path.join(folder, 'repeat-3')]) await fs.mkdir(repeat);
    await age(dead);
    const lock = await acquireRunLock(alive);
    await age(alive);
    expect((await collect(workspace, SOON)).removed).toEqual([`runs/${record.runId}/repeat-1`]);
    await lock.release();
  });
});

describe('a foreign file', () => {
  test('in our folders is left alone and named', async () => {
    const { workspace, record } = await finishedRun();
    const elsewhere = await temporaryFolder();
    await fs.writeFile(path.join(elsewhere, 'photo.jpg'), 'x');
    const folders = ['datasets/imagenet', 'runs/exp1', 'trash/keepme', 'trash/rabcdefgh2-20261124T101530123Z'];
    for (const folder of folders) {
      await fs.mkdir(path.join(workspace.folder, folder));
      await fs.writeFile(path.join(workspace.folder, folder, 'theirs.txt'), 'x');
      await age(path.join(workspace.folder, folder, 'theirs.txt'));
      await age(path.join(workspace.folder, folder));
    }
    const links = ['trash/link', 'runs/rlinkedto23', 'runs/old.0123456789ab.part', `datasets/${'b'.repeat(64)}`];
    for (const link of links) await fs.symlink(elsewhere, path.join(workspace.folder, link));
    await fs.writeFile(path.join(workspace.trash, 'letter.txt'), 'x');
    const { trash } = await moveToTrash(workspace, record.runId);
    const { removed, leftAlone } = await collect(workspace, SOON);
    expect(removed).toEqual([`trash/${path.basename(trash)}`]);
    expect(leftAlone.toSorted()).toEqual([...folders, ...links, 'trash/letter.txt'].toSorted());
    for (const folder of folders) await fs.stat(path.join(workspace.folder, folder, 'theirs.txt'));
    for (const link of links) await fs.lstat(path.join(workspace.folder, link));
    expect(await fs.readdir(elsewhere)).toEqual(['photo.jpg']);
  });

  test.each(['trash', 'runs', 'datasets', 'notes'] as const)('a %s that is a link is never followed', async (part) => {
    const { workspace, record } = await finishedRun();
    const elsewhere = await temporaryFolder();
    await moveToTrash(workspace, record.runId);
    await fs.mkdir(workspace[part], { recursive: true });
    await fs.rename(workspace[part], path.join(elsewhere, part));
    await fs.symlink(path.join(elsewhere, part), workspace[part]);
    const before = await fs.readdir(elsewhere, { recursive: true });
    for (const work of [() => collect(workspace, SOON), () => moveToTrash(workspace, record.runId)])
      await expect(work()).rejects.toMatchObject({
        code: 'usage',
        message: expect.stringContaining(`${workspace[part]} is a link`) as string,
      });
    expect(await fs.readdir(elsewhere, { recursive: true })).toEqual(before);
  });
});

describe('a file that is being written, whatever the clocks say,', () => {
  test('by a process of this machine is left, however old it looks', async () => {
    const workspace = await temporaryWorkspace();
    const name = 'c'.repeat(64);
    const { result } = await makeFolderNamedBy(workspace.datasets, async (staging) => {
      await fs.writeFile(path.join(staging, 'dataset.json'), '{}');
      for (const target of [path.join(staging, 'dataset.json'), staging]) await age(target);
      const collection = await collect(workspace, SOON);
      return { name, result: collection.removed };
    });
    expect(result).toEqual([]);
    expect(await fs.readdir(path.join(workspace.datasets, name))).toEqual(['dataset.json']);
  });

  test('by a process of this machine that has ended is removed, however young it is', async () => {
    const workspace = await temporaryWorkspace();
    const left = path.join(workspace.datasets, `.new.0123456789ab-${hostTag()}-${NO_PROCESS}.part`);
    await fs.mkdir(left);
    expect((await collect(workspace, SOON)).removed).toEqual([`datasets/${path.basename(left)}`]);
  });

  test('on another machine is left alone if it changes between two looks, and removed if not', async () => {
    const workspace = await temporaryWorkspace();
    const [alive, dead] = ['a', 'b'].map((letter) =>
      path.join(workspace.datasets, `.new.${letter.repeat(12)}-ffffffff-1.part`),
    ) as [string, string];
    for (const staging of [alive, dead]) {
      await fs.mkdir(staging);
      await age(staging);
    }
    const then = new Date(Date.now() - 2 * HOUR + 1);
    const { removed } = await collect(workspace, { untilSecondLook: () => fs.utimes(alive, then, then) });
    expect(removed).toEqual([`datasets/${path.basename(dead)}`]);
  });

  test('and was verified on another machine is left alone if its heartbeat changes', async () => {
    const { workspace, folder } = await finishedRun();
    const repeat = path.join(folder, 'repeat-1');
    await fs.mkdir(repeat);
    const heartbeat = path.join(repeat, 'heartbeat.1');
    const beat = async (count: number): Promise<void> => {
      const content = { token: 'ab', pid: 1, host: 'elsewhere', at: '2020-01-01T00:00:00.000Z', starting: false };
      await fs.writeFile(heartbeat, JSON.stringify({ ...content, stage: null, fraction: count / 1000 }));
      const then = new Date(Date.now() - 2 * HOUR + count);
      await fs.utimes(heartbeat, then, then);
    };
    await beat(0);
    await age(repeat);
    expect((await collect(workspace, { untilSecondLook: () => beat(1) })).removed).toEqual([]);
  });
});
