/** The repository's sample folder is what the generator writes, byte for byte. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateFolder, generateNextWeek, type Manifest } from '../../bench/generate/generate-folder';
import { SAMPLE } from '../../bench/generate/options';
import { COLUMNS, FILE_NAMES } from '../../bench/generate/write/schema';

const committed = fileURLToPath(new URL('../../resources/sample', import.meta.url));
let folder: string;
let manifest: Manifest;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-sample-'));
  manifest = await generateFolder(SAMPLE, folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the generator writes the sample again, byte for byte', async () => {
  const names = (await readdir(folder)).sort();
  expect((await readdir(committed)).sort()).toEqual(names);
  for (const name of names) {
    const [made, kept] = await Promise.all([folder, committed].map((where) => readFile(path.join(where, name))));
    expect(made!.equals(kept!), `${name} differs: run npm run sample and commit what it writes`).toBe(true);
  }
});

test('the generator writes the week after the sample again, byte for byte', async () => {
  const made = path.join(folder, 'next-week');
  const { rows } = await generateNextWeek(SAMPLE, made);
  const kept = `${committed}-next-week`;
  for (const name of ['README.txt', 'history_data.csv'])
    expect((await readFile(path.join(made, name))).equals(await readFile(path.join(kept, name))), name).toBe(true);
  // All of it comes after the sample.
  const times = (text: string): string[] =>
    text.split('\n').flatMap((line) => /^\d+,\d+,(\d{14}),/.exec(line)?.[1] ?? []);
  const [before, after] = await Promise.all(
    [committed, kept].map(async (where) => times(await readFile(path.join(where, 'history_data.csv'), 'latin1'))),
  );
  expect(after).toHaveLength(rows);
  expect(after!.toSorted()[0]! > before!.toSorted().at(-1)!).toBe(true);
  await rm(made, { recursive: true });
});

test('the sample has every file of the schema, says that it is synthetic, and stays small', async () => {
  const sizes = await Promise.all(
    [...FILE_NAMES, 'README.txt'].map(async (name) => (await readFile(path.join(committed, name))).length),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_000_000);
  expect(await readFile(path.join(committed, 'README.txt'), 'utf8')).toMatch(/^Made-up data/);
});

test('generates as many profiles, albums and rows as requested', () => {
  expect(manifest.rows['history_data.csv']).toBe(SAMPLE.events);
  expect(manifest.allProfiles).toBe(SAMPLE.profiles);
  expect(manifest.allAlbums).toBe(SAMPLE.items);
  expect(manifest.rows['profile_data.csv']).toBe(SAMPLE.profiles - manifest.profiles.profilesWithoutRow);
});

test('another seed gives another folder, and a folder without dirt has plain rows only', async () => {
  const other = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-sample-'));
  try {
    const options = { seed: 7, profiles: 30, items: 40, events: 300, dirt: 'none' as const };
    const clean = await generateFolder(options, other);
    expect(clean.events).toBe(300);
    for (const name of FILE_NAMES) {
      const lines = (await readFile(path.join(other, name), 'utf8')).split('\n');
      expect(lines[0]).toBe(COLUMNS[name].join(','));
      expect(lines.length).toBe(clean.rows[name] + 2);
    }
    const first = await readFile(path.join(other, 'history_data.csv'));
    await generateFolder({ ...options, seed: 8 }, other);
    expect((await readFile(path.join(other, 'history_data.csv'))).equals(first)).toBe(false);
  } finally {
    await rm(other, { recursive: true, force: true });
  }
});
