/** What inspecting a bundle shows before it is opened, and that opening can be stopped. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundleRun } from './bundle-run';
import { inspectBundle } from './inspect-bundle';
import { openBundle } from './open-bundle';
import { writeRecord } from '../../../engine/runs/record';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';
import { finishedRun, temporaryFolder, temporaryWorkspace } from '../../../../tests/support/finished-run';
import { trainedRun, type Trained } from '../../../../tests/support/trained-run';

let shared: Promise<Trained & { withData: Buffer; withoutData: Buffer }> | null = null;

const bytesOf = async ({ workspace, record }: Trained, withData: boolean): Promise<Buffer> => {
  const out = path.join(await temporaryFolder(), 'x.shelfwise');
  await bundleRun({ workspace, runId: record.runId, out, withData });
  return fs.readFile(out);
};

/** The bundles of one run, copied for this test. */
async function bundles() {
  shared ??= trainedRun({ model: 'popularity' }).then(async (trained) => ({
    ...trained,
    withData: await bytesOf(trained, true),
    withoutData: await bytesOf(trained, false),
  }));
  const { record, dataset, withData, withoutData } = await shared;
  const folder = await temporaryFolder();
  const files = { withData: path.join(folder, 'with.shelfwise'), withoutData: path.join(folder, 'without.shelfwise') };
  await fs.writeFile(files.withData, withData);
  await fs.writeFile(files.withoutData, withoutData);
  return { record, dataset, ...files };
}

const everything = async ({ folder }: Workspace): Promise<string[]> =>
  (await fs.readdir(folder, { recursive: true })).sort();

describe('inspecting a bundle', () => {
  test('shows run, data, sizes, version and what is already here, and writes nothing', async () => {
    const { record, dataset, withData, withoutData } = await bundles();
    const workspace = await temporaryWorkspace();
    const before = await everything(workspace);
    const size = (await fs.stat(withData)).size;
    const contents = await inspectBundle({ workspace, file: withData });
    expect(contents).toMatchObject({
      file: withData,
      runId: record.runId,
      name: record.name,
      model: 'popularity',
      trainedAt: record.finishedAt,
      version: record.program.version,
      dataset: { fingerprint: dataset.fingerprint, name: dataset.name },
      withData: true,
      profiles: 24,
      items: 58,
      bytes: size,
      here: 'nothing',
      dataHere: false,
    });
    expect(contents.unpackedBytes).toBeGreaterThan(0.5 * size);
    expect(contents.unpackedBytes).toBeLessThan(size);
    expect(await inspectBundle({ workspace, file: withoutData })).toMatchObject({
      withData: false,
      profiles: null,
      items: 58,
    });
    expect(await everything(workspace)).toEqual(before);
  });

  test('recognises a run that is here, one that lacks its data, and another with that ID', async () => {
    const { record, withData, withoutData } = await bundles();
    const workspace = await temporaryWorkspace();
    const here = async (file: string) => (await inspectBundle({ workspace, file })).here;
    expect((await openBundle({ workspace, file: withoutData })).alreadyHere).toBe(false);
    expect([await here(withoutData), await here(withData)]).toEqual(['same', 'without-data']);
    expect((await openBundle({ workspace, file: withoutData })).alreadyHere).toBe(true);
    expect((await openBundle({ workspace, file: withData })).alreadyHere).toBe(false);
    expect([await here(withoutData), await here(withData)]).toEqual(['same', 'same']);
    expect((await openBundle({ workspace, file: withData })).alreadyHere).toBe(true);
    await writeRecord(runFolder(workspace, record.runId), { ...record, name: 'changed' });
    expect(await here(withData)).toBe('another');
  });

  test('fixes what is opened: a file that was replaced meanwhile is refused', async () => {
    const { withData, withoutData } = await bundles();
    const workspace = await temporaryWorkspace();
    const { manifestSha256 } = await inspectBundle({ workspace, file: withoutData });
    await fs.copyFile(withData, withoutData);
    const before = await everything(workspace);
    await expect(openBundle({ workspace, file: withoutData, manifestSha256 })).rejects.toThrow(
      /replaced in the meantime/,
    );
    expect(await everything(workspace)).toEqual(before);
  });
});

describe('a stop', () => {
  test.each(['unpack', 'check'])('while opening (%s) leaves the workspace unchanged', async (phase) => {
    const { withData } = await bundles();
    const workspace = await temporaryWorkspace();
    const before = await everything(workspace);
    const stop = new AbortController();
    const opening = openBundle({
      workspace,
      file: withData,
      signal: stop.signal,
      onProgress: (progress) => progress.phase === phase && stop.abort(),
    });
    await expect(opening).rejects.toMatchObject({ code: 'stopped' });
    expect(await everything(workspace)).toEqual(before);
  });

  test.each(['check', 'bundle'])('while writing (%s) leaves no file', async (phase) => {
    const { workspace, record } = await finishedRun();
    const out = path.join(await temporaryFolder(), 'x.shelfwise');
    const stop = new AbortController();
    const writing = bundleRun({
      workspace,
      runId: record.runId,
      out,
      withData: false,
      signal: stop.signal,
      onProgress: (progress) => progress.phase === phase && stop.abort(),
    });
    await expect(writing).rejects.toMatchObject({ code: 'stopped' });
    expect(await fs.readdir(path.dirname(out))).toEqual([]);
  });
});
