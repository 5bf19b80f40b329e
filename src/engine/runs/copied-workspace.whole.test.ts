/** Copying the folder moves or backs up a workspace, even while other programs read it or one trains. */
import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createEngine } from '../../features/engine';
import { programFolder } from '../machine/environment/program';
import { markRun } from '../kept/marks';
import { currentRecord, reopenRun } from './store';
import { watchRun } from './watch/watch-run';
import { openWorkspace, runFolder, type Workspace } from '../storage/workspace';
import { finalValue } from '../../shared/values/final-value';
import { temporaryFolder } from '../../../tests/support/finished-run';
import { launch, launcher, startRun, trainedRun, verified } from '../../../tests/support/trained-run';

const run = promisify(execFile);

/** Copied as people copy it; a temporary file that vanishes before it is read is no failure. */
async function copied(workspace: Workspace): Promise<string> {
  const to = path.join(await temporaryFolder(), 'elsewhere');
  await run('cp', ['-a', workspace.folder, to]).catch((thrown: { stderr?: string }) => {
    const complaints = (thrown.stderr ?? '').split('\n').filter((line) => line !== '' && !/\.part'/.test(line));
    expect(complaints).toEqual([]);
  });
  return to;
}

async function exportedBytes(workspaceFolder: string, runId: string): Promise<Buffer> {
  const { client } = await createEngine({ workspaceFolder, launcher });
  const out = path.join(await temporaryFolder(), 'lists.csv');
  await client.runs.export({ runId, out, format: 'csv' });
  return fs.readFile(out);
}

test.skipIf(process.platform === 'win32')(
  'copied while another program reads it, and moved, it contains the same: lists, marks, and verifiable runs',
  async () => {
    const { workspace, record } = await trainedRun({ model: 'popularity' });
    const { runId } = record;
    await markRun(workspace, runId, { revision: 0, starred: true, note: 'keep' });
    const cli = path.join(programFolder(), 'out', 'main', 'cli.js');
    const out = path.join(await temporaryFolder(), 'theirs.csv');
    const words = ['export', '--run', runId, '--format', 'csv', '--out', out, '--workspace', workspace.folder];
    const reading = run(process.execPath, [cli, ...words]);
    const copy = await copied(workspace);
    await reading;
    const before = await exportedBytes(workspace.folder, runId);
    await fs.rm(workspace.folder, { recursive: true });

    const { client } = await createEngine({ workspaceFolder: copy, launcher });
    const [listed] = await client.runs.list();
    expect(listed).toMatchObject({ runId, status: 'finished', marks: { starred: true, note: 'keep' } });
    expect(before.equals(await exportedBytes(copy, runId))).toBe(true);
    expect((await verified(await openWorkspace(copy), runId)).verdict).toBe('identical-bits');
  },
);

test.skipIf(process.platform === 'win32')(
  'copied while a run is training, that run is crashed in the copy, and resumes there to the same bits',
  { tags: ['rare'] },
  async () => {
    const { workspace, dataset, record } = await trainedRun({ 'stopping.epochs': 60 });
    const { folder, runId, trainer } = await startRun(workspace, dataset, { 'stopping.epochs': 60 });
    for await (const { epoch } of watchRun(folder)) if ((epoch?.epoch ?? 0) >= 3) break;
    const copy = await openWorkspace(await copied(workspace));
    trainer.kill();
    await trainer.ended;
    const inCopy = runFolder(copy, runId);
    expect(await currentRecord(inCopy)).toMatchObject({ runId, status: 'crashed' });
    await reopenRun(inCopy);
    launch(copy, inCopy);
    const { status, weightsSha256 } = await finalValue(watchRun(inCopy));
    expect({ status, weightsSha256 }).toEqual({ status: 'finished', weightsSha256: record.weightsSha256 });
  },
);
