/** The importer finds what the generator plants: every row of the sample, by file and reason. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateFolder, type Manifest } from '../../bench/generate/generate-folder';
import { SAMPLE, type GeneratorOptions } from '../../bench/generate/options';
import { FILE_NAMES, type FileName } from '../../bench/generate/write/schema';
import { importFolder } from '../../src/engine/import/import-folder';
import { rowIssues } from '../../src/engine/data/row-issues';
import { loadProfiles, loadSubmissionProfiles, openSnapshot } from '../../src/engine/data/snapshot';
import { loadInteractions } from '../../src/engine/data/selected-events';
import { openWorkspace, type Workspace } from '../../src/engine/storage/workspace';
import type { FileReport, ImportAnswer } from '../../src/shared/contract/dataset';
import { presetRecipe } from '../../src/shared/recipe/presets';

let folder: string;
let workspace: Workspace;
let manifest: Manifest;
let answer: ImportAnswer;

async function generateAndImport(options: GeneratorOptions, name: string): Promise<[Manifest, ImportAnswer]> {
  const data = path.join(folder, name);
  const made = await generateFolder(options, data);
  return [made, await importFolder({ workspace, folder: data })];
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-accounting-'));
  workspace = await openWorkspace(path.join(folder, 'workspace'));
  [manifest, answer] = await generateAndImport(SAMPLE, 'sample');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function report(file: FileName): FileReport {
  const found = answer.files.find((candidate) => candidate.file === file);
  if (!found) throw new Error(`${file} is not in the report`);
  return found;
}

/** Reasons with their rows, without those that have none. */
const counted = (reasons: Record<string, number>) =>
  Object.entries(reasons)
    .filter(([, rows]) => rows > 0)
    .sort();
const reported = (reasons: FileReport['reasons']['rejected']) =>
  reasons.map(({ reason, rows }) => [reason, rows] as const).sort();

function findingRows(code: string, file: FileName): number {
  return answer.findings
    .filter((finding) => finding.code === code && finding.file === file)
    .reduce((sum, finding) => sum + finding.rows, 0);
}

test('every row of every file is accounted for', () => {
  for (const file of FILE_NAMES) {
    const { rows, accepted, repaired, rejected } = report(file);
    expect([file, rows]).toEqual([file, manifest.rows[file]]);
    expect(accepted + repaired + rejected).toBe(rows);
  }
});

test.each([
  ['history_data.csv', 'history'],
  ['watch_e_data.csv', 'watch'],
  ['buy_data.csv', 'purchase'],
  ['search_data.csv', 'search'],
] as const)('the dirt planted in %s is counted by reason', (file, part) => {
  const planted = manifest[part];
  const { reasons } = report(file);
  expect(reported(reasons.repaired)).toEqual(
    counted({ 'seconds-carried': planted.lateSeconds, 'id-decimal': planted.decimalIds }),
  );
  expect(reported(reasons.rejected)).toEqual(
    counted({
      duplicate: planted.duplicates,
      'too-few-fields': planted.shortRows,
      'too-many-fields': planted.longRows,
      'impossible-time': planted.impossibleDates,
      'missing-id': planted.missingIds,
      'truncated-row': planted.cutRows,
    }),
  );
});

test('each repaired or rejected row is shown as on its line of the file', async () => {
  const { total, rows } = await rowIssues(await openSnapshot(workspace, answer.fingerprint), 0, 100_000);
  expect(total).toBe(answer.files.reduce((sum, file) => sum + file.repaired + file.rejected, 0));
  for (const file of new Set(rows.map((issue) => issue.file))) {
    const lines = (await readFile(path.join(answer.folder, file), 'utf8')).split(/\r?\n/);
    const own = rows.filter((issue) => issue.file === file);
    expect(own.map(({ raw }) => raw)).toEqual(own.map(({ line }) => lines[line - 1]));
  }
});

test('encodings, byte order mark and line ends are reported as they were written', () => {
  const forms = FILE_NAMES.map((file) => [file, report(file).encoding, report(file).lineEnds]);
  expect(forms).toEqual([
    ['history_data.csv', 'utf-8', 'LF'],
    ['profile_data.csv', 'utf-8-bom', 'LF'],
    ['meta_data.csv', 'utf-8', 'mixed'],
    ['meta_data_plus.csv', 'cp949', 'LF'],
    ['watch_e_data.csv', 'utf-8', 'CRLF'],
    ['buy_data.csv', 'utf-8', 'LF'],
    ['search_data.csv', 'utf-8', 'LF'],
    ['sample_submission.csv', 'utf-8', 'LF'],
  ]);
});

test('accepted oddities are findings with the planted number of rows', () => {
  expect(findingRows('empty-payment', 'history_data.csv')).toBe(manifest.history.emptyPayment);
  expect(findingRows('several-rows', 'meta_data.csv')).toBe(manifest.metadata.secondRows);
  expect(findingRows('code-out-of-range', 'profile_data.csv')).toBe(
    manifest.profiles.unknownCodes + manifest.profiles.unknownAges,
  );
  expect(findingRows('profile-without-events', 'profile_data.csv')).toBe(manifest.profiles.profilesWithoutHistory);
  const ids = (code: string) => answer.findings.find((finding) => finding.code === code)?.message.split(' ')[0];
  expect(ids('unknown-profile')).toBe(String(manifest.profiles.profilesWithoutRow));
  expect(ids('unknown-item')).toBe(String(manifest.metadata.albumsWithoutRow));
});

test('the good events are all there, each at its true moment', async () => {
  expect(answer.interactions).toBe(manifest.events);
  expect(answer.items).toBe(manifest.allAlbums);
  expect(answer.period).toEqual({
    from: new Date(manifest.period[0] * 1000).toISOString(),
    to: new Date(manifest.period[1] * 1000).toISOString(),
  });
  const snapshot = await openSnapshot(workspace, answer.fingerprint);
  const { profile, item, time } = await loadInteractions(snapshot, presetRecipe('popularity'));
  const pairs = new Set(Array.from(profile, (index, event) => index * answer.items + item[event]!));
  expect(pairs.size).toBe(manifest.pairs);
  expect(Array.from(time!).reduce((sum, seconds) => sum + seconds, 0)).toBe(manifest.timeSum);
});

test('the submission keeps the order of its file, and otherwise unknown profiles', async () => {
  const snapshot = await openSnapshot(workspace, answer.fingerprint);
  const asked = await loadSubmissionProfiles(snapshot);
  expect(asked?.length).toBe(manifest.rows['sample_submission.csv']);
  expect(new Set(asked).size).toBe(asked?.length);
  const { ids } = await loadProfiles(snapshot);
  expect(asked!.toSorted((left, right) => Number(left) - Number(right))).toEqual(ids);
  expect(asked).not.toEqual(ids);
});

test(
  'the same world with and without dirt has the same kind of rows, and only the dirty one repairs and rejects',
  { tags: ['rare'] },
  async () => {
    const options: GeneratorOptions = { ...SAMPLE, profiles: 60, items: 80, events: 1500, dirt: 'none' };
    const [clean, cleanAnswer] = await generateAndImport(options, 'clean');
    const [light, lightAnswer] = await generateAndImport({ ...options, dirt: 'light' }, 'light');
    expect(cleanAnswer.files.reduce((sum, file) => sum + file.repaired + file.rejected, 0)).toBe(0);
    expect(cleanAnswer.interactions).toBe(clean.events);
    expect(lightAnswer.interactions).toBe(light.events);
    expect(lightAnswer.files.find((file) => file.file === 'history_data.csv')?.repaired).toBe(
      light.history.lateSeconds,
    );
  },
);
