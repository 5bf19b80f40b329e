import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { withDatabase } from '../../../engine/storage/database/database';
import { readParquetFile } from '../../../engine/storage/database/parquet';
import { sql } from '../../../engine/storage/database/sql';
import { lastExport } from './last-export';
import { earlierExports, readExports } from '../../../engine/runs/earlier-exports';
import { exportRun, previewExport } from './export-run';
import { sha256 } from '../../../engine/storage/read-files';
import { moveToTrash } from '../../trash/engine/trash';
import type { FoundRun } from '../../../engine/runs/store';
import type { Workspace } from '../../../engine/storage/workspace';
import type { Dataset } from '../../../shared/contract/dataset';
import type { Exported } from '../contract/calls';
import type { ExportRecord } from '../../../shared/contract/run';
import { EXPORT_FORMAT_ROWS, EXPORT_FORMATS, type ExportFormat } from '../../../shared/values/export-formats';
import { finishedRun, flipByte, type HandMadeRun, temporaryFolder } from '../../../../tests/support/finished-run';
import { everyNth } from '../../../../tests/support/tried';
import { writeTables } from '../../../../tests/support/small-folder';
import { importedOnce } from '../../../../tests/support/trained-run';

const PROFILES = ['3', '7', '12'];

interface Given {
  items?: number;
  /** Events of profile 3; the others watch two titles each. */
  watched?: number;
  submission?: string[];
  /** The title of an item in meta_data.csv, as the field is written. */
  title?: (item: string) => string;
  /** Profiles of the run, in ID order. */
  known?: string[];
}

/** A data set of three profiles, and a run with lists over all its items. */
async function exportable({
  items = 40,
  watched = 2,
  submission,
  known = PROFILES,
  title = (id) => `"Title, ""${id}"""`,
}: Given = {}): Promise<HandMadeRun & { source: string; dataset: Dataset }> {
  const ids = Array.from({ length: items }, (_, index) => String(500 + index));
  const event = (profile: string, item: number): string =>
    `${profile},1,202603${String((item % 28) + 1).padStart(2, '0')}120000,X,${ids[item]},0,N,N`;
  const history = ['profile_id,ss_id,log_time,act_target_dtl,album_id,payment,continuous_play,short_trailer'];
  // Profile 12 watches every item, so that all are in the vocabulary.
  ids.forEach((_, item) => history.push(event('12', item)));
  for (let item = 0; item < watched; item++) history.push(event('3', item));
  history.push(event('7', 0), event('7', 1));
  const tables = {
    'history_data.csv': history,
    'profile_data.csv': ['profile_id,sex,age', ...PROFILES.map((id) => `${id},M,3`)],
    'meta_data.csv': ['album_id,title', ...ids.slice(1).map((id) => `${id},${title(id)}`)],
    ...(submission
      ? { 'sample_submission.csv': ['profile_id,predicted_list', ...submission.map((id) => `${id},"[]"`)] }
      : {}),
  };
  const { workspace, source, dataset } = await importedOnce(JSON.stringify(tables), (folder) =>
    writeTables(folder, tables),
  );
  return { ...(await finishedRun({ workspace, dataset, profiles: known, items: ids })), source, dataset };
}

async function exported(
  run: FoundRun & { workspace: Workspace },
  format: ExportFormat = 'submission',
  name = 'out',
): Promise<Exported & { content: string }> {
  const out = path.join(await temporaryFolder(), name);
  const answer = await exportRun({ workspace: run.workspace, run, out, format });
  return { ...answer, content: await fs.readFile(out, 'utf8') };
}

const detailOf = ({ checks }: ExportRecord, check: string): string => checks.find((one) => one.check === check)!.detail;
const profilesIn = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(',')[0]!);

describe('the export of a submission', () => {
  test('lists every profile in ascending order, and keeps the hash of the file with the run', async () => {
    const run = await exportable();
    const { content: text, head: _, ...answer } = await exported(run);
    expect(profilesIn(text)).toEqual(['3', '7', '12']);
    expect(text.split('\n')[1]).toBe(`3,"[${run.items.slice(0, 25).join(', ')}]"`);
    expect(answer).toMatchObject({ format: 'submission', profiles: 3, sha256: sha256(text) });
    expect(answer.checks.every(({ passed }) => passed)).toBe(true);
    expect(await readExports(run.folder)).toEqual([answer]);
  });

  test('follows sample_submission.csv, and gives unknown profiles the list of the profile without history', async () => {
    const run = await exportable({ submission: ['12', '999', '3'] });
    const { content: text, ...answer } = await exported(run);
    expect(profilesIn(text)).toEqual(['12', '999', '3']);
    // The last row of the lists is the unknown profile's: row 3 begins at item 3.
    expect(text.split('\n')[2]).toBe(`999,"[${run.items.slice(3, 28).join(', ')}]"`);
    expect(detailOf(answer, 'profiles without history and row')).toBe(
      '1 of 3 children get the list of a child about which nothing is known.',
    );
  });

  test('counts a profile that only the submission names, though the run knows its ID', async () => {
    const answer = await exported(await exportable({ submission: ['12', '999', '3'], known: [...PROFILES, '999'] }));
    expect(detailOf(answer, 'profiles without history and row')).toContain('1 of 3');
  });

  test('reports how many lists contain watched titles', async () => {
    const answer = await exported(await exportable({ items: 40, watched: 16 }));
    // Profile 3 has 24 titles left, profile 12 none.
    expect(detailOf(answer, 'watched titles')).toContain('2 of 3 children have fewer than 25 unwatched titles');
  });

  test('of a run with fewer than 25 titles is refused, and nothing is written', async () => {
    const run = await exportable({ items: 24 });
    const folder = await temporaryFolder();
    const out = path.join(folder, 'submission.csv');
    await expect(exportRun({ workspace: run.workspace, run, out, format: 'submission' })).rejects.toMatchObject({
      code: 'bad-data',
      message: expect.stringContaining('24 in all'),
    });
    expect(await fs.readdir(folder)).toEqual([]);
    expect(await readExports(run.folder)).toEqual([]);
    expect((await exported(run, 'csv')).content.split('\n')).toHaveLength(1 + 3 * 24 + 1);
  });
});

describe('earlier exports', () => {
  test('are listed with whether their files are unchanged, and can be exported again to the same bytes', async () => {
    const run = await exportable();
    const { path: out, sha256: hash } = await exported(run);
    const states = async () => (await earlierExports(run.folder)).map(({ file }) => file);
    expect(await states()).toEqual(['same']);
    await fs.appendFile(out, 'more');
    expect(await states()).toEqual(['changed']);
    await fs.rm(out);
    expect(await states()).toEqual(['missing']);
    const again = { workspace: run.workspace, run, out, format: 'submission' } as const;
    expect(await exportRun({ ...again, sha256: hash })).toMatchObject({ sha256: hash });
    expect(await states()).toEqual(['same']);
    await expect(exportRun({ ...again, sha256: '0'.repeat(64) })).rejects.toMatchObject({ code: 'different' });
    expect(await states()).toEqual(['same']);
  });

  test.skipIf(process.platform === 'win32')('count as changed if a pipe or a device is in their place', async () => {
    const run = await exportable();
    const { path: out } = await exported(run);
    for (const make of [() => execFileSync('mkfifo', [out]), () => fs.symlink('/dev/zero', out)]) {
      await fs.rm(out);
      await make();
      expect(await earlierExports(run.folder)).toMatchObject([{ file: 'changed' }]);
    }
  });
});

describe('the last export', () => {
  test('is found among all runs of the workspace, with whether its file is unchanged', async () => {
    const run = await exportable();
    expect(await lastExport(run.workspace)).toBeNull();
    const { path: out, sha256: hash } = await exported(run);
    const last = await lastExport(run.workspace);
    expect(last).toMatchObject({ runId: run.record.runId, record: { path: out, sha256: hash, file: 'same' } });
    await fs.rm(out);
    expect(await lastExport(run.workspace)).toMatchObject({ record: { file: 'missing' } });
    await fs.writeFile(path.join(run.folder, 'exports.json'), '{');
    expect(await lastExport(run.workspace)).toBeNull();
  });
});

describe('any export', () => {
  test.each(EXPORT_FORMATS)('as %s gives the same bytes again', async (format) => {
    const run = await exportable();
    const first = await exported(run, format);
    expect((await exported(run, format, 'again')).sha256).toBe(first.sha256);
    expect(await readExports(run.folder)).toHaveLength(2);
  });

  test('as csv and parquet has one row per profile and rank, with title and score', async () => {
    const run = await exportable();
    const { content: text } = await exported(run, 'csv');
    const [header, first, second] = text.split('\n');
    expect(header).toBe('profile_id,rank,album_id,title,score');
    expect(first).toBe('3,1,500,,1');
    expect(second).toBe('3,2,501,"Title, ""501""",0.5');
    expect(text.trim().split('\n')).toHaveLength(1 + 3 * 25);
    const { path: file } = await exported(run, 'parquet');
    const rows = await withDatabase({ reads: [file] }, (database) => database.rows(sql`FROM ${readParquetFile(file)}`));
    expect(rows).toHaveLength(3 * 25);
    expect(rows[0]).toEqual({ profile_id: '3', rank: 1, album_id: '500', title: null, score: 1 });
    expect(rows[2]).toMatchObject({ rank: 3, title: 'Title, "502"', score: Math.fround(1 / 3) });
  });

  test.each(
    everyNth(
      EXPORT_FORMATS.flatMap((format) => [false, true].map((raw) => ({ format, raw }))),
      6,
    ),
  )('as $format, raw $raw, begins like its preview', async ({ format, raw }) => {
    const run = await exportable({ title: (id) => `"=Title, ""${id}"""`, submission: ['12', '3', '7'] });
    const what = { workspace: run.workspace, run, format, raw };
    const out = path.join(await temporaryFolder(), 'out');
    const { profiles } = await exportRun({ ...what, out });
    for (const lines of [1, 3, 100]) {
      const preview = await previewExport(what, lines);
      expect(preview.profiles).toBe(profiles);
      if (format !== 'parquet') {
        const whole = (await fs.readFile(out, 'utf8')).trimEnd().split('\n');
        expect(preview.lines).toEqual(whole.slice(0, lines));
        continue;
      }
      // A binary file has the rows of the exact CSV.
      const rows = await withDatabase({ reads: [out] }, (database) =>
        database.rows<{ profile_id: string; rank: bigint; album_id: string }>(sql`FROM ${readParquetFile(out)}`),
      );
      expect(preview.lines.map((line) => line.split(',').slice(0, 3))).toEqual(
        [
          ['profile_id', 'rank', 'album_id'],
          ...rows.map((row) => [row.profile_id, String(row.rank), row.album_id]),
        ].slice(0, lines),
      );
      expect(preview).toEqual(await previewExport({ ...what, format: 'csv', raw: true }, lines));
    }
  });

  test('as csv escapes titles that a spreadsheet would execute, unless raw ones are asked for; the record says which', async () => {
    const run = await exportable({ title: (item) => `=1+${item}` });
    const guarded = await exported(run, 'csv');
    expect(guarded.content).toContain(`3,2,501,'=1+501,0.5\n`);
    expect(guarded.text).toBe('guarded');
    const out = path.join(await temporaryFolder(), 'raw');
    const one = { workspace: run.workspace, run, out, format: 'csv' } as const;
    const raw = await exportRun({ ...one, raw: true });
    expect(await fs.readFile(out, 'utf8')).toContain(`3,2,501,=1+501,0.5\n`);
    expect(raw.text).toBe('raw');
    expect((await exportRun({ ...one, sha256: raw.sha256 })).sha256).toBe(raw.sha256);
    await exportRun(one);
    expect((await exportRun({ ...one, sha256: guarded.sha256 })).sha256).toBe(guarded.sha256);
  });

  test.each(EXPORT_FORMATS)(
    'as %s escapes texts if the table of formats says so, and only then',
    { tags: ['rare'] },
    async (format) => {
      const run = await exportable({ title: (item) => `=1+${item}` });
      const guarded = await exported(run, format);
      const out = path.join(await temporaryFolder(), 'raw');
      const raw = await exportRun({ workspace: run.workspace, run, out, format, raw: true });
      const { guardsTexts } = EXPORT_FORMAT_ROWS[format];
      expect(guarded.sha256 !== raw.sha256).toBe(guardsTexts);
      expect([guarded.text, raw.text]).toEqual(guardsTexts ? ['guarded', 'raw'] : [undefined, undefined]);
    },
  );

  test(
    'to a folder, a missing folder or a file of the data folder is refused; nothing is changed there',
    { tags: ['rare'] },
    async () => {
      const run = await exportable();
      const to = (out: string): Promise<ExportRecord> =>
        exportRun({ workspace: run.workspace, run, out, format: 'submission' });
      await expect(to(run.source)).rejects.toMatchObject({ code: 'usage' });
      await expect(to(path.join(await temporaryFolder(), 'none', 'out.csv'))).rejects.toMatchObject({
        code: 'not-found',
      });
      const before = await fs.readFile(path.join(run.source, 'history_data.csv'));
      await expect(to(path.join(run.source, 'history_data.csv'))).rejects.toMatchObject({ code: 'usage' });
      expect(await fs.readFile(path.join(run.source, 'history_data.csv'))).toEqual(before);
    },
  );

  test.each(everyNth(EXPORT_FORMATS, 3))('as %s that is stopped leaves the previous file', async (format) => {
    const run = await exportable();
    const out = path.join(await temporaryFolder(), 'out');
    await fs.writeFile(out, 'of before');
    const stop = new AbortController();
    const going = exportRun({ workspace: run.workspace, run, out, format, signal: stop.signal });
    stop.abort();
    await expect(going).rejects.toMatchObject({ code: 'stopped' });
    expect(await fs.readFile(out, 'utf8')).toBe('of before');
    expect(await fs.readdir(path.dirname(out))).toEqual(['out']);
  });

  test('of damaged lists is refused', async () => {
    const run = await exportable();
    await flipByte(path.join(run.folder, 'lists.safetensors'), 400);
    await expect(exported(run)).rejects.toMatchObject({ code: 'bad-data' });
  });

  test('without its data set, or of a run without lists, says what is missing', async () => {
    const run = await exportable();
    await moveToTrash(run.workspace, run.dataset.fingerprint);
    await expect(exported(run)).rejects.toMatchObject({ code: 'not-found' });
    await fs.rm(path.join(run.folder, 'lists.safetensors'));
    await expect(exported(run)).rejects.toThrow(/has no lists/);
  });
});
