/** Bundles that are opened while a profile is forgotten: it does not return, whichever finishes first. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bundleRun } from '../../bundles/engine/bundle-run';
import { openBundle } from '../../bundles/engine/open-bundle';
import { forget } from './forget';
import { rememberForgotten, whileNobodyPlaces } from '../../../engine/data/privacy/forgotten';
import { isForgetting, removeIntention, writeIntention } from '../../../engine/data/privacy/intention';
import { readVocabulary } from '../../../engine/runs/vocabulary';
import { datasetFolder, openWorkspace, runFolder, type Workspace } from '../../../engine/storage/workspace';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { trainedRun, type Trained } from '../../../../tests/support/trained-run';
import { everyNth } from '../../../../tests/support/tried';

let from: Trained;
let profile: string;
let workspace: Workspace;

beforeEach(async () => {
  from = await trainedRun({ model: 'popularity', 'stopping.split': 'random' });
  profile = (await readVocabulary(from.folder)).profiles![0]!;
  workspace = await openWorkspace(path.join(await temporaryFolder(), 'mine'));
});

const bundle = async (parts: { withData: true } | { withData: false; wholeRun: true }): Promise<string> => {
  const out = path.join(await temporaryFolder(), 'run.shelfwise');
  await bundleRun({ workspace: from.workspace, runId: from.record.runId, out, ...parts });
  return out;
};

/** Copies the data set here, as for a run that comes home from a cluster. */
const haveData = (): Promise<void> => {
  const { fingerprint } = from.dataset;
  return fs.cp(datasetFolder(from.workspace, fingerprint), datasetFolder(workspace, fingerprint), { recursive: true });
};

const namesIn = async (folder: string): Promise<string[]> => fs.readdir(folder).catch(() => []);
const opened = async (): Promise<boolean> => {
  for (const name of await namesIn(workspace.runs))
    if ((await namesIn(path.join(workspace.runs, name))).includes('opened.json')) return true;
  return false;
};

/** Opens a bundle, and calls this once all of it is checked and none of it is in its place. */
async function openWith(file: string, meanwhile: () => Promise<unknown>): Promise<unknown> {
  const { opening } = await whileNobodyPlaces(workspace, async () => {
    const result = openBundle({ workspace, file }).then(
      () => 'opened',
      (thrown: unknown) => thrown,
    );
    await vi.waitUntil(opened, { timeout: 60_000, interval: 20 });
    await meanwhile();
    return { opening: result };
  });
  return opening;
}

const intention = () => ({
  formatVersion: 1 as const,
  profile,
  datasets: [from.dataset.fingerprint],
  replacements: {},
  runs: [],
  trash: [],
  withModels: false,
  only: {},
  at: new Date().toISOString(),
});

describe.each(
  everyNth(
    [
      ['with its data', { withData: true }],
      ['of a whole run without its data', { withData: false, wholeRun: true }],
    ] as const,
    2,
  ),
)('a bundle %s', (_, parts) => {
  it('is not opened if a profile is forgotten while it is checked', { tags: ['rare'] }, async () => {
    const file = await bundle(parts);
    if (!parts.withData) await haveData();
    const before = await namesIn(workspace.datasets);
    const other = await openWorkspace(path.join(await temporaryFolder(), 'other'));
    await rememberForgotten(other, profile, [{ folders: [], files: [], key: undefined }], [from.dataset.fingerprint]);
    const end = await openWith(file, () => fs.cp(other.privacy, workspace.privacy, { recursive: true }));
    expect(end).toMatchObject({ code: 'busy' });
    expect([await namesIn(workspace.runs), await namesIn(workspace.datasets)]).toEqual([[], before]);
  });

  it('is not opened while a profile is forgotten, but is once that is done', async () => {
    const file = await bundle(parts);
    if (!parts.withData) await haveData();
    expect(await openWith(file, () => writeIntention(workspace, intention()))).toMatchObject({ code: 'busy' });
    expect(await namesIn(workspace.runs)).toEqual([]);
    await removeIntention(workspace);
    await openBundle({ workspace, file });
    expect(await namesIn(workspace.runs)).toEqual([from.record.runId]);
  });
});

it('a run that got its place just before a profile is forgotten loses it too', async () => {
  await haveData();
  const target = runFolder(workspace, from.record.runId);
  const { forgetting } = await whileNobodyPlaces(workspace, async () => {
    const result = forget({ workspace, data: from.dataset.fingerprint, profile, withModels: false });
    await vi.waitUntil(() => isForgetting(workspace), { timeout: 60_000, interval: 20 });
    await fs.cp(from.folder, target, { recursive: true });
    return { forgetting: result };
  });
  expect((await forgetting).runs.map(({ id }) => id)).toEqual([from.record.runId]);
  expect((await readVocabulary(target)).profiles).toBeNull();
});
