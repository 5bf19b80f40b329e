import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openBundle } from './open-bundle';
import { listRuns } from '../../../engine/runs/store';
import { readRecord, writeRecord } from '../../../engine/runs/record';
import { runFolder } from '../../../engine/storage/workspace';
import { finishedRun, temporaryFolder, temporaryWorkspace } from '../../../../tests/support/finished-run';
import { trainedRun } from '../../../../tests/support/trained-run';
import { remade } from '../../../../tests/support/remade-bundle';
import { contentsOf, withBytes, writeZipOf } from '../../../../tests/support/zip-files';
import { everyNth } from '../../../../tests/support/tried';
import { bundled, holdings, sharedBundle } from '../../../../tests/support/bundled';

describe('opening', () => {
  test('the same bundle again returns at once and changes nothing', async () => {
    const trained = await trainedRun({ model: 'popularity' });
    const { file } = await bundled(trained, true);
    // The folder in which opening a bundle waits for forgetting; nothing stays in it.
    await fs.mkdir(trained.workspace.privacy, { recursive: true });
    const before = await holdings(trained.workspace);
    expect((await openBundle({ workspace: trained.workspace, file })).runId).toBe(trained.record.runId);
    expect(await holdings(trained.workspace)).toEqual(before);
  });

  test('a run whose ID is here with other content is refused and changes nothing', async () => {
    const run = await finishedRun();
    const { file } = await bundled(run, false);
    await writeRecord(run.folder, { ...run.record, name: 'another' });
    const before = await holdings(run.workspace);
    await expect(openBundle({ workspace: run.workspace, file })).rejects.toThrow(/is in this workspace already/);
    expect(await holdings(run.workspace)).toEqual(before);
    expect((await readRecord(run.folder)).name).toBe('another');
  });

  test('such a run with its data brings no data either', async () => {
    const file = await sharedBundle();
    const workspace = await temporaryWorkspace();
    const { runId } = await openBundle({ workspace, file });
    const folder = runFolder(workspace, runId);
    await writeRecord(folder, { ...(await readRecord(folder)), name: 'another' });
    await fs.rm(workspace.datasets, { recursive: true });
    await expect(openBundle({ workspace, file })).rejects.toThrow(/is in this workspace already/);
    expect(await fs.readdir(workspace.datasets).catch(() => [])).toEqual([]);
  });

  test('names the file in which a byte was flipped, whichever it is, and imports nothing', async () => {
    const file = await sharedBundle();
    const whole = await fs.readFile(file);
    const folder = await temporaryFolder();
    const workspace = await temporaryWorkspace();
    for (const [name, content] of Object.entries(await contentsOf(file))) {
      const begin = whole.indexOf(content);
      for (const position of [0, Math.floor(content.length / 2), content.length - 1]) {
        const damaged = Buffer.from(whole);
        damaged[begin + position]! ^= 4;
        const opening = openBundle({ workspace, file: await withBytes(folder, damaged) });
        await expect(opening, `${name}, byte ${position}`).rejects.toThrow(`${name} in `);
      }
    }
    expect(await holdings(workspace)).toEqual([]);
  });

  test(
    'imports either what was written or nothing, whichever byte outside the files was flipped',
    { tags: ['rare'] },
    async () => {
      const { file } = await bundled(await finishedRun(), false);
      const whole = await fs.readFile(file);
      const contents = Object.entries(await contentsOf(file));
      const inside = contents.map(([, content]) => [whole.indexOf(content), content.length] as const);
      const folder = await temporaryFolder();
      // The tests of zip files flip every byte; here every fifth is enough.
      const positions = Array.from({ length: Math.ceil(whole.length / 5) }, (_, at) => at * 5).filter(
        (position) => !inside.some(([begin, length]) => position >= begin && position < begin + length),
      );
      for (const position of everyNth(positions, 5)) {
        const damaged = Buffer.from(whole);
        damaged[position]! ^= 0xff;
        const workspace = await temporaryWorkspace();
        const answer = await openBundle({ workspace, file: await withBytes(folder, damaged) }).catch(
          (thrown: unknown) => thrown,
        );
        if (answer instanceof Error) {
          expect(answer, `byte ${position}`).toMatchObject({ code: 'bad-data' });
          expect(await holdings(workspace)).toEqual([]);
          continue;
        }
        const taken = runFolder(workspace, (answer as { runId: string }).runId);
        for (const [name, content] of contents.slice(1))
          expect(await fs.readFile(path.join(taken, name)), `byte ${position}, ${name}`).toEqual(content);
      }
    },
  );

  test.each<[string, (files: Record<string, Uint8Array>) => void, RegExp]>([
    [
      'weights',
      (files) => (files['model.safetensors']![files['model.safetensors']!.length - 1]! ^= 1),
      /model\.safetensors is not what the record says/,
    ],
    [
      'lists',
      (files) => (files['lists.safetensors']![files['lists.safetensors']!.length - 1]! ^= 1),
      /lists\.safetensors is not what the record says/,
    ],
    [
      'recipe',
      (files) =>
        (files['recipe.json'] = Buffer.from(Buffer.from(files['recipe.json']!).toString().replace('0.5', '0.6'))),
      /recipe\.json is not what the record says/,
    ],
    [
      'data',
      (files) => (files['dataset/profiles.parquet'] = files['dataset/items.parquet']!),
      /profiles\.parquet of data set .* is not what was imported/,
    ],
  ])('checks %s against the record even if the manifest was made to fit', async (_, change, message) => {
    const workspace = await temporaryWorkspace();
    await expect(openBundle({ workspace, file: await remade(await sharedBundle(), change) })).rejects.toThrow(message);
    expect(await listRuns(workspace)).toEqual([]);
  });

  test.each(
    everyNth(
      ['../evil', 'dataset/../../evil', '/tmp/evil', 'dataset/a/b', 'dataset/.hidden', 'C:\\evil', 'notes.txt'],
      3,
    ),
  )('refuses a file named %s', async (name) => {
    const run = await finishedRun();
    const { file } = await bundled(run, false);
    const evil = await remade(file, (files) => (files[name] = Buffer.from('evil')));
    const workspace = await temporaryWorkspace();
    await expect(openBundle({ workspace, file: evil })).rejects.toMatchObject({ code: 'bad-data' });
    expect(await holdings(workspace)).toEqual([]);
  });

  test('refuses files that the manifest does not name, missing ones, other zip files and anything else', async () => {
    const { file } = await bundled(await finishedRun(), false);
    const workspace = await temporaryWorkspace();
    const refused = async (target: string): Promise<void> =>
      expect(openBundle({ workspace, file: target })).rejects.toMatchObject({ code: 'bad-data' });
    await refused(await remade(file, (files) => (files['extra'] = Buffer.from('x')), { manifest: 'as it was' }));
    await refused(await remade(file, (files) => delete files['model.safetensors'], { manifest: 'as it was' }));
    await refused(await remade(file, (files) => delete files['model.safetensors']));
    const other = path.join(await temporaryFolder(), 'other.zip');
    await writeZipOf(other, { 'a.txt': Buffer.from('a') });
    await refused(other);
    await fs.writeFile(other, 'no zip file at all, but longer than an end record');
    await refused(other);
    await expect(openBundle({ workspace, file: path.join(workspace.folder, 'none.zip') })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
