/** A record names files, and the names are joined to a folder. A record from elsewhere must not reach other files. */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundleRun } from './bundle-run';
import { openBundle } from './open-bundle';
import { readDataset, verifyFiles } from '../../../engine/data/snapshot';
import { runDamage } from '../../../engine/runs/damage';
import { findRun, listAllRuns } from '../../../engine/runs/store';
import { readRecord } from '../../../engine/runs/record';
import { sha256 } from '../../../engine/storage/read-files';
import { datasetFolder, runFolder, type Workspace } from '../../../engine/storage/workspace';
import type { Dataset } from '../../../shared/contract/dataset';
import type { RunRecord } from '../../../shared/contract/run';
import { temporaryFolder, temporaryWorkspace } from '../../../../tests/support/finished-run';
import { changeJson, type Files, forged } from '../../../../tests/support/remade-bundle';
import { trainedRun, verified } from '../../../../tests/support/trained-run';

const UP = '../'.repeat(24);
const NO_UNIX = process.platform === 'win32';
const passwd = NO_UNIX ? '' : sha256(await fs.readFile('/etc/passwd'));

let shared: Promise<Buffer> | null = null;

async function sharedBundle(): Promise<string> {
  shared ??= trainedRun({ model: 'popularity' }).then(async ({ workspace, record }) => {
    const out = path.join(await temporaryFolder(), 'shared.zip');
    await bundleRun({ workspace, runId: record.runId, out, withData: true });
    return fs.readFile(out);
  });
  const file = path.join(await temporaryFolder(), 'run.shelfwise');
  await fs.writeFile(file, await shared);
  return file;
}

/** The run of the shared bundle in its own workspace, to be changed there. */
async function openedRun(): Promise<{ workspace: Workspace; runId: string; run: string; data: string }> {
  const workspace = await temporaryWorkspace();
  const { runId, fingerprint } = await openBundle({ workspace, file: await sharedBundle() });
  return { workspace, runId, run: runFolder(workspace, runId), data: datasetFolder(workspace, fingerprint) };
}

async function edit<Value>(file: string, change: (value: Value) => void): Promise<void> {
  const value = JSON.parse(await fs.readFile(file, 'utf8')) as Value;
  change(value);
  await fs.writeFile(file, JSON.stringify(value));
}

type Edited<Value> = { -readonly [Key in keyof Value]: unknown };

/** What an attacker puts into dataset.json. */
const HOSTILE_DATA: [what: string, change: (dataset: Edited<Dataset>) => void][] = [
  ['a device that never ends', (dataset) => add(dataset, `${UP}dev/zero`, '0'.repeat(64))],
  ['a file of the system and its hash', (dataset) => add(dataset, `${UP}etc/passwd`, passwd)],
  ['a server, as Windows would call it', (dataset) => add(dataset, '\\\\attacker\\share\\x.parquet', '0'.repeat(64))],
  ['row issues elsewhere', (dataset) => (dataset.rowIssuesFile = `${UP}etc/passwd`)],
  ['row issues on a server', (dataset) => (dataset.rowIssuesFile = '\\\\attacker\\share\\x.parquet')],
];

const add = (dataset: Edited<Dataset>, file: string, hash: string): void =>
  void (dataset.snapshotFiles as { file: string; sha256: string }[]).push({ file, sha256: hash });

/** What an attacker puts into run.json. */
const HOSTILE_RUNS: [what: string, change: (record: Edited<RunRecord>) => void][] = [
  ['a device that never ends', (record) => seal(record, `${UP}dev/zero`, '0'.repeat(64))],
  ['a file of the system and its hash', (record) => seal(record, `${UP}etc/passwd`, passwd)],
  ['a server, as Windows would call it', (record) => seal(record, '\\\\attacker\\share\\x', '0'.repeat(64))],
];

const seal = (record: Edited<RunRecord>, file: string, hash: string): void =>
  void ((record.files as Record<string, string>)[file] = hash);

describe.skipIf(NO_UNIX)('a bundle', () => {
  test.each(HOSTILE_DATA)('whose data set names %s is refused', async (_what, change) => {
    const evil = await forged(await sharedBundle(), (files) => changeJson(files, 'dataset/dataset.json', change));
    await expectRefusal(evil);
  });

  test.each(HOSTILE_RUNS)('whose record names %s is refused', async (_what, change) => {
    const evil = await forged(await sharedBundle(), (files) => changeJson(files, 'run.json', change));
    await expectRefusal(evil);
  });

  async function expectRefusal(evil: string): Promise<void> {
    const workspace = await temporaryWorkspace();
    const thrown: unknown = await openBundle({ workspace, file: evil }).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: 'bad-data' });
    expect((thrown as Error).message).not.toContain(passwd);
    expect([...(await fs.readdir(workspace.runs)), ...(await fs.readdir(workspace.datasets))]).toEqual([]);
  }

  test('does not bring a path of another computer into the workspace', async () => {
    const evil = await forged(await sharedBundle(), (files: Files) =>
      changeJson<Edited<Dataset>>(files, 'dataset/dataset.json', (dataset) => {
        dataset.folder = '\\\\attacker\\share';
      }),
    );
    const workspace = await temporaryWorkspace();
    const { fingerprint, runId } = await openBundle({ workspace, file: evil });
    expect((await readDataset(datasetFolder(workspace, fingerprint)))!.folder).toBe('');
    expect((await verified(workspace, runId)).verdict).toBe('identical-bits');
  });

  test.each([
    'dataset/CON',
    'dataset/nul.parquet',
    'dataset/EVENTS.PARQUET',
    'dataset/events.parquet ',
    'MODEL.safetensors',
    `dataset/${'x'.repeat(300)}.parquet`,
    'y'.repeat(300),
  ])('with an entry %.40s is refused in a short sentence', async (name) => {
    const evil = await forged(await sharedBundle(), (files) => (files[name] = Buffer.from('x')));
    const workspace = await temporaryWorkspace();
    const thrown: unknown = await openBundle({ workspace, file: evil }).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: 'bad-data' });
    expect((thrown as Error).message.length).toBeLessThan(evil.length + 250);
    expect(await fs.readdir(workspace.runs)).toEqual([]);
  });
});

describe.skipIf(NO_UNIX)('a workspace', () => {
  test.each(HOSTILE_DATA)('whose data set names %s reports that dataset.json is damaged', async (_what, change) => {
    const { workspace, runId, data } = await openedRun();
    await edit(path.join(data, 'dataset.json'), change);
    await expect(readDataset(data)).rejects.toMatchObject({ code: 'bad-data' });
    expect(await verified(workspace, runId)).toMatchObject({ verdict: 'different', repeated: null });
    const out = path.join(await temporaryFolder(), 'out.zip');
    const bundling = bundleRun({ workspace, runId, out, withData: true });
    await expect(bundling).rejects.toMatchObject({ code: 'bad-data' });
  });

  test.each(HOSTILE_RUNS)('whose run names %s reports the run as damaged', async (_what, change) => {
    const { workspace, runId, run } = await openedRun();
    await edit(path.join(run, 'run.json'), change);
    expect((await listAllRuns(workspace)).damaged).toMatchObject([{ runId }]);
    await expect(findRun(workspace, runId)).rejects.toMatchObject({ code: 'bad-data' });
  });

  test.each(['link to a device that never ends', 'link to a file', 'pipe without a writer', 'folder'])(
    'with a %s instead of a file reports it and reads nothing',
    async (kind) => {
      const { run, data } = await openedRun();
      const record = await readRecord(run);
      const dataset = (await readDataset(data))!;
      for (const file of [path.join(run, 'model.safetensors'), path.join(data, 'events.parquet')]) {
        await fs.rm(file);
        if (kind === 'folder') await fs.mkdir(file);
        else if (kind.startsWith('pipe')) execFileSync('mkfifo', [file]);
        else await fs.symlink(kind === 'link to a file' ? '/etc/passwd' : '/dev/zero', file);
      }
      expect(await runDamage(run, record)).toMatchObject([{ values: { file: 'model.safetensors' } }]);
      expect(await verifyFiles({ dataset, folder: data })).toMatchObject([{ values: { file: 'events.parquet' } }]);
    },
  );
});
