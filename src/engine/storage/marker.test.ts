import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { version } from '../../../package.json';
import { temporaryFolder } from '../../../tests/support/finished-run';
import { MARKER, standingOf } from './marker';
import { openWorkspace, workspaceAt } from './workspace';

const FINGERPRINT = 'ab'.repeat(32);

/** Every path below a folder with its size, in order: equal before and after if nothing changed. */
async function below(folder: string): Promise<string[]> {
  const names = await fs.readdir(folder, { recursive: true });
  const stats = await Promise.all(names.map((name) => fs.lstat(path.join(folder, name))));
  return names.map((name, index) => `${name} ${stats[index]!.isDirectory() ? 'folder' : stats[index]!.size}`).sort();
}

async function folderWith(...names: string[]): Promise<string> {
  const folder = await temporaryFolder();
  for (const name of names) {
    const place = path.join(folder, name);
    await fs.mkdir(path.dirname(place), { recursive: true });
    if (name.endsWith('/')) await fs.mkdir(place, { recursive: true });
    else await fs.writeFile(place, '{}');
  }
  return folder;
}

const markerOf = async (folder: string): Promise<unknown> =>
  JSON.parse(await fs.readFile(path.join(folder, MARKER), 'utf8'));

const OURS = { format: 'shelfwise-workspace', formatVersion: 1, madeBy: version, access: 'private' };

describe('the marker of a workspace', () => {
  test('is written into a new folder, and into an empty one', async () => {
    const empty = await temporaryFolder();
    for (const folder of [empty, path.join(empty, 'deep', 'er')]) {
      await fs.rm(path.join(empty, MARKER), { force: true });
      await openWorkspace(folder);
      expect(await markerOf(folder)).toEqual(OURS);
    }
  });

  test('may be written by two programs at once', async () => {
    const folder = await temporaryFolder();
    await Promise.all(Array.from({ length: 8 }, () => openWorkspace(folder)));
    expect(await markerOf(folder)).toEqual(OURS);
    expect((await fs.readdir(folder)).sort()).toEqual(['datasets', 'runs', MARKER, 'trash']);
  });

  test('is left as it is, with the fields that a later version adds', async () => {
    const folder = await folderWith('datasets/imagenet/a.png');
    const text = JSON.stringify({ ...OURS, madeBy: '0.4.0', colour: 'blue' });
    await fs.writeFile(path.join(folder, MARKER), text);
    await openWorkspace(folder);
    expect(await fs.readFile(path.join(folder, MARKER), 'utf8')).toBe(text);
  });

  test('of a newer version makes this one refuse the folder', async () => {
    const folder = await temporaryFolder();
    await fs.writeFile(path.join(folder, MARKER), JSON.stringify({ ...OURS, formatVersion: 2, madeBy: '3.0.0' }));
    const before = await below(folder);
    await expect(openWorkspace(folder)).rejects.toMatchObject({
      code: 'newer-version',
      message: expect.stringMatching(/newer version of Shelfwise \(3\.0\.0\)/) as string,
    });
    expect(await below(folder)).toEqual(before);
  });

  test.each([
    ['empty', ''],
    ['cut off', '{"format": "shelfwise-work'],
    ['of another program', '{"format": "shelves"}'],
    ['too long', ' '.repeat(1 << 17)],
  ])('is called damaged if it is %s, and nothing changes', async (_, text) => {
    const folder = await temporaryFolder();
    await fs.writeFile(path.join(folder, MARKER), text);
    const before = await below(folder);
    await expect(openWorkspace(folder)).rejects.toMatchObject({ code: 'bad-data' });
    expect(await below(folder)).toEqual(before);
  });
});

describe('a folder without a marker', () => {
  test.each([
    ['of a project', ['datasets/imagenet/train.bin', 'runs/exp1/weights.bin', 'trash/keepme/letter.txt']],
    ['with one file', ['letter.txt']],
    ['with notes of a person', ['notes/today.md']],
    ['with the settings of another program', ['settings.json']],
    ['with a workspace that has a foreign file', ['datasets/', 'runs/', 'trash/', 'runs/readme.txt']],
    ['with a file where a folder of ours is', ['runs']],
  ])('is refused with %s: foreign content is named, and nothing changes', async (_, names) => {
    const folder = await folderWith(...names);
    const before = await below(folder);
    await expect(openWorkspace(folder)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringMatching(/Shelfwise did not make .*--workspace/) as string,
    });
    expect(await below(folder)).toEqual(before);
  });

  test('is refused if a link stands in the place of one of our folders', async () => {
    const elsewhere = await temporaryFolder();
    const folder = await folderWith('datasets/', 'runs/');
    await fs.symlink(elsewhere, path.join(folder, 'trash'));
    await expect(openWorkspace(folder)).rejects.toMatchObject({ code: 'usage' });
  });

  test('is a workspace if it holds nothing but what the program wrote, and gets a marker', async () => {
    const folder = await folderWith(
      'datasets/.new.0123456789ab.part/events.parquet',
      'runs/rabcdefgh2/run.json',
      'trash/rabcdefgh3-20261124T101530123Z/note.json',
      `notes/${FINGERPRINT}.json`,
      `reviews/${FINGERPRINT}.json.claim`,
      'marks/runs.json',
      'queue/queue.json',
      'queue/queue.json.0123456789ab.part',
      'settings.json',
      'web-token',
      '.DS_Store',
    );
    expect(await standingOf(folder)).toEqual({ kind: 'unmarked' });
    await openWorkspace(folder);
    expect(await markerOf(folder)).toEqual(OURS);
  });

  test('is a workspace with any single folder of one', async () => {
    const folder = await folderWith(
      `checks/${FINGERPRINT}.json`,
      `decisions/${FINGERPRINT}.json.claim`,
      `audit/${FINGERPRINT}.jsonl`,
      'sweeps/sweeps.json',
      'refreshes/refreshes.json',
      'refreshes/heartbeat.1',
      'plans/jobs.json',
      'plans/j0123456789abcdef/heartbeat.1',
      'settings.json',
    );
    expect(await standingOf(folder)).toMatchObject({ kind: 'refused' });
    await fs.rm(path.join(folder, 'settings.json'));
    expect(await standingOf(folder)).toEqual({ kind: 'unmarked' });
    for (const name of Object.keys(workspaceAt(folder))) await fs.mkdir(path.join(folder, name), { recursive: true });
    await fs.rmdir(path.join(folder, 'folder'));
    expect(await standingOf(folder)).toEqual({ kind: 'unmarked' });
  });

  test('counts as empty if it holds only what a system leaves there', async () => {
    const folder = await folderWith('.DS_Store', 'lost+found/');
    await openWorkspace(folder);
    expect(await markerOf(folder)).toEqual(OURS);
  });

  test("is never refused if it is the program's own, where Electron stores its files on macOS", async () => {
    const folder = await folderWith('Preferences', 'GPUCache/index', 'settings.json');
    expect(await standingOf(folder, true)).toEqual({ kind: 'unmarked' });
    expect(await standingOf(folder, false)).toMatchObject({ kind: 'refused' });
  });
});

describe('a workspace of a version before 1.0', () => {
  const RUN = 'runs/rabcdefgh2/run.json';
  const DATA = `datasets/${FINGERPRINT}/dataset.json`;
  const write = (folder: string, file: string, content: object): Promise<void> =>
    fs.writeFile(path.join(folder, file), JSON.stringify(content));

  async function of0(): Promise<string> {
    const folder = await folderWith(RUN, DATA, `notes/${FINGERPRINT}.json`, 'queue/queue.json', 'trash/');
    await write(folder, RUN, { recipe: { version: 3 } });
    await write(folder, DATA, { importerVersion: 2 });
    return folder;
  }

  test.each([
    ['0.2', { ...OURS, madeBy: '0.2.0' }],
    ['0.1, which wrote no marker', null],
  ])('is refused with what to do first, and stays as it is: %s', async (_, marker) => {
    const folder = await of0();
    if (marker !== null) await write(folder, MARKER, marker);
    const before = await below(folder);
    const refused = {
      code: 'usage',
      message: expect.stringMatching(/before 1\.0.*Open it in Shelfwise 1\.0/) as string,
    };
    await expect(openWorkspace(folder)).rejects.toMatchObject(refused);
    expect(await standingOf(folder, true)).toMatchObject({ kind: 'refused', error: refused });
    expect(await below(folder)).toEqual(before);
  });

  test.each([
    ['trained a model', RUN, { recipe: { version: 4 } }],
    ['imported a folder', DATA, { importerVersion: 3 }],
    ['noted what people did', `audit/${FINGERPRINT}.jsonl`, {}],
  ])('opens once 1.0 %s in it, and keeps the marker of its maker', async (_, file, content) => {
    const folder = await of0();
    const marker = { ...OURS, madeBy: '0.2.0' };
    await write(folder, MARKER, marker);
    await fs.mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await write(folder, file, content);
    await openWorkspace(folder);
    expect(await markerOf(folder)).toEqual(marker);
  });

  test('opens if it holds no run and no data', async () => {
    const folder = await folderWith('runs/', 'datasets/', 'trash/');
    await write(folder, MARKER, { ...OURS, madeBy: '0.2.0' });
    expect(await standingOf(folder)).toMatchObject({ kind: 'workspace' });
  });
});
