/** Who may read a workspace: only its owner, or its group too if that was asked for. */
import * as fs from 'node:fs/promises';
import { statSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFile } from './files';
import { writeUserFile } from './user-files';
import { openWorkspace, workspaceAt } from './workspace';
import { markRun } from '../kept/marks';
import { moveToTrash } from '../../features/trash/engine/trash';
import { listAllRuns } from '../runs/store';
import { WorkspaceWatch } from '../runs/watch/watch-workspace';
import { type Sentence, textOf } from '../../shared/words/sentence';
import { finishedRun, temporaryFolder, temporaryWorkspace } from '../../../tests/support/finished-run';
import { RELEASED, releasedWorkspace } from '../../../tests/support/released-workspace';
import { trainedAnew, verified } from '../../../tests/support/trained-run';

/** The modes of all files and folders of a workspace, itself included. */
async function modesOf(folder: string): Promise<{ files: string[]; folders: string[] }> {
  const modes = { files: new Set<string>(), folders: new Set<string>() };
  const entries = await fs.readdir(folder, { recursive: true });
  for (const name of ['.', ...entries]) {
    const stats = await fs.lstat(path.join(folder, name));
    modes[stats.isDirectory() ? 'folders' : 'files'].add((stats.mode & 0o7777).toString(8));
  }
  return { files: [...modes.files].toSorted(), folders: [...modes.folders].toSorted() };
}

const CLOSED = { files: ['600'], folders: ['700'] };

async function openAndHear(folder: string, access?: 'private' | 'shared'): Promise<string> {
  const heard: Sentence[] = [];
  await openWorkspace(folder, { access, onNotice: (notice) => heard.push(notice) });
  return textOf(heard);
}

describe.skipIf(process.platform === 'win32')('a workspace', () => {
  test(
    'is closed to everybody else, whatever writes in it: import, trainer, verification, marks, trash',
    { tags: ['rare'] },
    async () => {
      const { workspace, record, dataset } = await trainedAnew();
      await markRun(workspace, record.runId, { revision: 0, starred: true });
      expect((await verified(workspace, record.runId)).verdict).toBe('identical-bits');
      const { runId } = (await finishedRun({ workspace })).record;
      await moveToTrash(workspace, runId);
      await using watch = new WorkspaceWatch(workspace);
      await watch.ready;
      expect(await modesOf(workspace.folder)).toEqual(CLOSED);
      expect((await fs.readdir(path.join(workspace.datasets, dataset.fingerprint))).length).toBeGreaterThan(3);
    },
  );

  test('that others could read is closed at its next start, which is reported once', async () => {
    const { folder } = await releasedWorkspace();
    for (const name of ['.', ...(await fs.readdir(folder, { recursive: true }))]) {
      const target = path.join(folder, name);
      await fs.chmod(target, (await fs.stat(target)).isDirectory() ? 0o755 : 0o644);
    }
    let modeWhenSaid = 0;
    await openWorkspace(folder, {
      onNotice: (notice) => {
        modeWhenSaid = statSync(folder).mode & 0o777;
        expect(textOf([notice])).toMatch(/could read the workspace .*--shared/);
      },
    });
    expect(modeWhenSaid).toBe(0o755);
    expect(await modesOf(folder)).toEqual(CLOSED);
    expect(await openAndHear(folder)).toBe('');
    expect((await listAllRuns(await openWorkspace(folder))).runs.map(({ runId }) => runId)).toContain(RELEASED.quick);
  });

  test('that is shared stays open to its group, also for later files and for programs that do not ask for it', async () => {
    const { workspace, record } = await finishedRun();
    expect(await openAndHear(workspace.folder, 'shared')).toBe('');
    const shared = { files: ['660'], folders: ['2770'] };
    expect(await modesOf(workspace.folder)).toEqual(shared);
    expect(await openAndHear(workspace.folder)).toBe('');
    await markRun(workspace, record.runId, { revision: 0, starred: true });
    await finishedRun({ workspace });
    expect(await modesOf(workspace.folder)).toEqual(shared);
    expect(await openAndHear(workspace.folder, 'private')).toMatch(/only you can/);
    expect(await modesOf(workspace.folder)).toEqual(CLOSED);
    expect(await openAndHear(workspace.folder)).toBe('');
  });

  test('opens and closes all its folders, also one that an earlier version missed', async () => {
    const { folder, ...folders } = workspaceAt((await temporaryWorkspace()).folder);
    for (const place of Object.values(folders)) {
      await fs.mkdir(place, { recursive: true, mode: 0o700 });
      await fs.writeFile(path.join(place, 'kept.json'), '{}', { mode: 0o600 });
    }
    await openAndHear(folder, 'shared');
    const shared = { files: ['660'], folders: ['2770'] };
    expect(await modesOf(folder)).toEqual(shared);
    await openAndHear(folder, 'private');
    expect(await modesOf(folder)).toEqual(CLOSED);
    // As version 0.2.0 left a file that it did not know.
    await openAndHear(folder, 'shared');
    await fs.chmod(path.join(folders.audit, 'kept.json'), 0o600);
    await fs.chmod(folders.audit, 0o700);
    expect(await openAndHear(folder)).toBe('');
    expect(await modesOf(folder)).toEqual(shared);
  });

  test('does not change files of other users in it, nor the targets of links', async () => {
    const elsewhere = await temporaryFolder();
    const { workspace } = await finishedRun();
    const theirs = [path.join(workspace.folder, 'letter.txt'), path.join(elsewhere, 'photo.jpg')];
    for (const file of theirs) await fs.writeFile(file, 'x', { mode: 0o644 });
    await fs.symlink(elsewhere, path.join(workspace.runs, 'link'));
    await fs.chmod(workspace.folder, 0o755);
    await openWorkspace(workspace.folder);
    for (const file of theirs) expect((await fs.stat(file)).mode & 0o777).toBe(0o644);
  });

  test('does not restrict files that a user saves elsewhere, which follow the umask, in a closed folder too', async () => {
    const folder = await temporaryFolder();
    const [plain, asked, ours] = ['plain', 'asked', 'ours'].map((name) => path.join(folder, name)) as [
      string,
      string,
      string,
    ];
    await fs.writeFile(plain, 'x');
    await writeUserFile(await temporaryWorkspace(), asked, (temporary) => fs.writeFile(temporary, 'x'));
    await writeFile(ours, 'x');
    expect((await fs.stat(asked)).mode).toBe((await fs.stat(plain)).mode);
    expect((await fs.stat(ours)).mode & 0o777).toBe(0o600);
  });
});
