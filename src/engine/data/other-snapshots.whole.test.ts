/** Snapshots whose Parquet files are not what an import writes: they came in a bundle, or are damaged or missing. */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importFolder } from '../import/import-folder';
import { exportRowIssues, rowIssues } from './row-issues';
import { loadHasRow, loadItems, loadProfiles, loadSubmissionProfiles, openSnapshot, verifySnapshot } from './snapshot';
import { loadInteractions } from './selected-events';
import type { Snapshot } from './snapshot-tables';
import { loadViewings } from './viewings';
import { sha256OfFile } from '../storage/read-files';
import { openWorkspace, type Workspace } from '../storage/workspace';
import { DEFAULT_RECIPE } from '../../shared/recipe/schema';
import { rawDuckdb, writeParquetFile } from '../../../tests/support/raw-duckdb';
import { makeSmallFolder, type SmallFolder } from '../../../tests/support/small-folder';
import { everyNth } from '../../../tests/support/tried';

let source: SmallFolder;
let workspace: Workspace;
let whole: Snapshot;
/** A copy of the data set for each test. */
let snapshot: Snapshot;
let place: string;

beforeAll(async () => {
  source = await makeSmallFolder({ everyFile: true, dirt: { duplicates: 2 } });
  place = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-snapshots-'));
  workspace = await openWorkspace(path.join(place, 'workspace'));
  const { fingerprint } = await importFolder({ workspace, folder: source.folder });
  whole = await openSnapshot(workspace, fingerprint);
});
afterAll(async () => {
  await source.remove();
  await fs.rm(place, { recursive: true, force: true });
});

beforeEach(async () => {
  const folder = await fs.mkdtemp(path.join(place, 'copy-'));
  await fs.cp(whole.folder, folder, { recursive: true });
  snapshot = { dataset: whole.dataset, folder };
});

/** Records the files as imported, as the maker of a bundle can. */
async function seal(): Promise<void> {
  const files = whole.dataset.snapshotFiles!.map(async ({ file }) => ({
    file,
    sha256: await sha256OfFile(path.join(snapshot.folder, file)),
  }));
  snapshot = { ...snapshot, dataset: { ...whole.dataset, snapshotFiles: await Promise.all(files) } };
}

const TABLES = ['profiles', 'items', 'events', 'keywords', 'submission'] as const;
const USES: Record<string, () => Promise<unknown>> = {
  profiles: () => loadProfiles(snapshot),
  'profiles with a row': () => loadHasRow(snapshot),
  items: () => loadItems(snapshot),
  events: () => loadInteractions(snapshot, { ...DEFAULT_RECIPE, 'data.completion': 1 }),
  'events as viewings': () => loadViewings(snapshot),
  submission: () => loadSubmissionProfiles(snapshot),
  'row issues': () => rowIssues(snapshot, 0, 10),
  'row issues as CSV': () => exportRowIssues(workspace, snapshot, path.join(place, 'issues.csv'), 'guarded'),
};

const fileOf = (use: string): string =>
  use.startsWith('row issues') ? snapshot.dataset.rowIssuesFile! : `${use.split(' ')[0]}.parquet`;

describe('a column whose name is SQL', () => {
  let victim: string;
  beforeEach(async () => {
    victim = path.join(place, 'victim.txt');
    await fs.writeFile(victim, 'precious');
  });
  const attack = (): string =>
    `id" FROM (SELECT 'x' AS id); COPY (SELECT 'owned') TO '${victim}'; SELECT 1 AS "id`.replaceAll('"', '""');

  test.each(TABLES)('in %s.parquet runs nowhere, and the data set is refused', async (table) => {
    const file = path.join(snapshot.folder, `${table}.parquet`);
    const other = `${file}.other`;
    await writeParquetFile(other, `SELECT *, 'x' AS "${attack()}" FROM read_parquet('${file}')`);
    await fs.rename(other, file);
    await seal();
    expect(await verifySnapshot(snapshot)).toMatchObject([{ id: 'snapshot.not-ours' }, { id: 'snapshot.repair' }]);
    for (const [use, load] of Object.entries(USES))
      if (fileOf(use) === `${table}.parquet`) await expect(load()).rejects.toMatchObject({ code: 'bad-data' });
    expect(await fs.readFile(victim, 'utf8')).toBe('precious');
  });

  test('in the row issues runs nowhere, and they are refused', async () => {
    const file = path.join(snapshot.folder, snapshot.dataset.rowIssuesFile!);
    await rawDuckdb(`COPY (SELECT 'x' AS "${attack()}") TO '${file}' (FORMAT parquet)`);
    for (const use of ['row issues', 'row issues as CSV'])
      await expect(USES[use]!()).rejects.toMatchObject({ code: 'bad-data' });
    expect(await fs.readFile(victim, 'utf8')).toBe('precious');
  });
});

describe.each(Object.keys(USES))('%s', (use) => {
  const load = (): Promise<unknown> => USES[use]!();
  const file = (): string => path.join(snapshot.folder, fileOf(use));
  const damaged = { code: 'bad-data', message: expect.stringContaining('parquet') as string };

  test('of a whole data set are read', async () => {
    await expect(load()).resolves.toBeDefined();
  });

  test.each(everyNth([0, 3, 50, 200], 2))('of a file cut to %i bytes are refused', async (bytes) => {
    await fs.truncate(file(), bytes);
    await expect(load()).rejects.toMatchObject(damaged);
  });

  test.skipIf(process.platform === 'win32')('of a pipe or a link are refused at once', async () => {
    for (const make of [() => execFileSync('mkfifo', [file()]), () => fs.symlink('/dev/zero', file())]) {
      await fs.rm(file());
      await make();
      await expect(load()).rejects.toMatchObject(damaged);
    }
  });

  test('of a file with a damaged body are refused or read, and never cause an internal error', async () => {
    const bytes = await fs.readFile(file());
    await fs.writeFile(file(), Buffer.concat([bytes.subarray(0, 4), Buffer.alloc(40, 0xff), bytes.subarray(44)]));
    await seal();
    const outcome = await load().then(
      () => 'read',
      (thrown: unknown) => (thrown as { code: string }).code,
    );
    expect(['read', 'bad-data']).toContain(outcome);
  });

  test.each(
    everyNth(
      [
        ['a column more', (old: string) => `SELECT *, 1 AS more FROM ${old}`],
        ['another type', (old: string) => `SELECT COLUMNS(*)::VARCHAR FROM ${old}`],
        ['no column of ours', () => 'SELECT 1 AS one'],
      ],
      3,
    ),
  )('of a file with %s are refused', async (_, query) => {
    // A column that an import wrote as text only is read as text.
    const old = `read_parquet('${file()}')`;
    const before = await rawDuckdb(`DESCRIBE FROM ${old}`);
    await writeParquetFile(`${file()}.other`, query(old));
    const after = await rawDuckdb(`DESCRIBE FROM read_parquet('${file()}.other')`);
    await fs.rename(`${file()}.other`, file());
    await seal();
    const isSame = JSON.stringify(before) === JSON.stringify(after);
    if (isSame) await expect(load()).resolves.toBeDefined();
    else await expect(load()).rejects.toMatchObject(damaged);
  });

  test('of a deleted data set report that it was deleted', async () => {
    await fs.rm(snapshot.folder, { recursive: true });
    await expect(load()).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('deleted') as string,
    });
  });
});

describe('events', () => {
  test.each([
    'profile = -1',
    'profile = 1000000000',
    'item = -1',
    'item = 1000000000',
    'item = NULL',
    'profile = NULL',
  ])('with %s are refused', async (change) => {
    const file = path.join(snapshot.folder, 'events.parquet');
    const [column, value] = change.split(' = ');
    await writeParquetFile(
      `${file}.other`,
      `SELECT * REPLACE (${value}::INTEGER AS ${column}) FROM read_parquet('${file}')`,
    );
    await fs.rename(`${file}.other`, file);
    await seal();
    await expect(loadInteractions(snapshot, DEFAULT_RECIPE)).rejects.toMatchObject({ code: 'bad-data' });
    await expect(loadViewings(snapshot)).rejects.toMatchObject({ code: 'bad-data' });
  });
});

test.each([-1, 0, 5, 2 ** 40])('a data set that claims to have %d profiles or items is refused', async (count) => {
  for (const [key, load] of [
    ['profiles', loadProfiles],
    ['items', loadItems],
  ] as const)
    await expect(load({ ...snapshot, dataset: { ...snapshot.dataset, [key]: count } })).rejects.toMatchObject({
      code: 'bad-data',
    });
});

test.each(['../../outside.parquet', '/etc/passwd', 'events.parquet', '', '*.parquet', 'row-issues-*.parquet'])(
  'row issues in a file called %j are not read',
  async (name) => {
    snapshot = { ...snapshot, dataset: { ...snapshot.dataset, rowIssuesFile: name } };
    const outcome = await rowIssues(snapshot, 0, 10).then(
      () => 'read',
      (thrown: unknown) => (thrown as { code: string }).code,
    );
    expect(outcome).toBe('bad-data');
  },
);
