/** A bundle is opened whole or not at all, or the answer says what is there. */
import * as fs from 'node:fs/promises';
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { bundleRun } from './bundle-run';
import { openBundle } from './open-bundle';
import { noteOf, setNote } from '../../../engine/kept/notes';
import { readVocabulary, vocabularyFile } from '../../../engine/runs/vocabulary';
import { openWorkspace, runFolder, type Workspace } from '../../../engine/storage/workspace';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { trainedRun, type Trained } from '../../../../tests/support/trained-run';

let from: Trained;
let profile: string;
let workspace: Workspace;
let file: string;

const bundle = async (withData: boolean): Promise<string> => {
  const out = path.join(await temporaryFolder(), 'run.shelfwise');
  await bundleRun({ workspace: from.workspace, runId: from.record.runId, out, withData });
  return out;
};

beforeEach(async () => {
  from = await trainedRun({ model: 'popularity', 'stopping.split': 'random' });
  profile = (await readVocabulary(from.folder)).profiles![0]!;
  await setNote(from.workspace, from.dataset.fingerprint, profile, { text: 'a note', revision: 0 });
  workspace = await openWorkspace(path.join(await temporaryFolder(), 'mine'));
  file = await bundle(true);
});

const kept = async (): Promise<string[]> => {
  const { runs, datasets, notes } = workspace;
  return (await Promise.all([runs, datasets, notes].map((folder) => fs.readdir(folder).catch(() => [])))).flat();
};

/** A signal that evaluates a condition each time it is read. */
const stoppedWhen = (isStopped: () => boolean): AbortSignal => {
  const { signal } = new AbortController();
  Object.defineProperty(signal, 'aborted', { get: isStopped });
  return signal;
};

it('one that is stopped at the last possible moment leaves nothing', { tags: ['rare'] }, async () => {
  let asked = 0;
  const counting = stoppedWhen(() => ++asked < 0);
  const elsewhere = await openWorkspace(path.join(await temporaryFolder(), 'elsewhere'));
  await openBundle({ workspace: elsewhere, file, signal: counting });
  let left = asked;
  const signal = stoppedWhen(() => --left <= 0);
  await expect(openBundle({ workspace, file, signal })).rejects.toMatchObject({ code: 'stopped' });
  expect(await kept()).toEqual([]);
});

it('one whose data is in its place can no longer be stopped', async () => {
  const signal = stoppedWhen(
    () => existsSync(workspace.datasets) && existsSync(path.join(workspace.datasets, from.dataset.fingerprint)),
  );
  expect(await openBundle({ workspace, file, signal })).toMatchObject({ notes: { taken: 1 } });
  expect(await kept()).toEqual([from.record.runId, from.dataset.fingerprint, `${from.dataset.fingerprint}.json`]);
});

it('one whose run cannot be put in its place removes its data again', async () => {
  await openBundle({ workspace, file: await bundle(false) });
  const vocabulary = vocabularyFile(runFolder(workspace, from.record.runId));
  await fs.rm(vocabulary);
  await fs.mkdir(vocabulary);
  await expect(openBundle({ workspace, file })).rejects.toMatchObject({ code: expect.any(String) as string });
  expect(await kept()).toEqual([from.record.runId]);
});

it(
  'one whose notes cannot be kept says that run and data are there, and brings the notes when it is opened again',
  { tags: ['rare'] },
  async () => {
    await fs.mkdir(workspace.notes, { recursive: true });
    const notes = path.join(workspace.notes, `${from.dataset.fingerprint}.json`);
    await fs.writeFile(notes, 'no JSON');
    await expect(openBundle({ workspace, file })).rejects.toMatchObject({
      code: 'bad-data',
      message: expect.stringContaining(`${from.record.runId} and its data are here`) as string,
    });
    await fs.rm(notes);
    expect(await openBundle({ workspace, file })).toMatchObject({ alreadyHere: true, notes: { taken: 1 } });
    expect(await noteOf(workspace, from.dataset.fingerprint, profile)).toMatchObject({ text: 'a note' });
  },
);
