/** Rows that were repaired or rejected are paged, and saved so that neither a spreadsheet nor a user's file suffers. */
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportRowIssues, rowIssues } from './row-issues';
import { contestFolder, historyRow, makePlace, type Place } from '../../../tests/support/importing';

let place: Place;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.remove());

/** The snapshot of a folder with these rows of history. */
async function snapshotOf(name: string, history: readonly string[]) {
  const folder = await place.write(name, contestFolder(history));
  return { folder, snapshot: await place.open(await place.import(folder)) };
}

test('they are paged, and filtered by outcome', async () => {
  const carried = historyRow({ time: '20260303000060' });
  const { snapshot } = await snapshotOf('mixed', [historyRow({}), carried, 'broken', historyRow({}), 'also broken']);
  const all = await rowIssues(snapshot, 0, 100);
  expect(all.rows.map(({ line, outcome }) => [line, outcome])).toEqual([
    [3, 'repaired'],
    [4, 'rejected'],
    [5, 'rejected'],
    [6, 'rejected'],
  ]);
  expect(await rowIssues(snapshot, 1, 3)).toEqual({ total: 4, rows: all.rows.slice(1, 3) });
  const repaired = await rowIssues(snapshot, 0, 100, 'repaired');
  expect(repaired.rows).toEqual(all.rows.slice(0, 1));
});

test('they are saved as CSV, with quotes and line breaks', async () => {
  const { snapshot } = await snapshotOf('quoted', [historyRow({}), '1,1,"a\nb",X,"1,0",0,N,N']);
  const out = path.join(place.folder, 'issues.csv');
  expect(await exportRowIssues(place.workspace, snapshot, out, 'guarded')).toEqual({ path: out, rows: 1 });
  expect(await readFile(out, 'utf8')).toBe(
    'file,line,column,outcome,reason,raw\nhistory_data.csv,3,log_time,rejected,impossible-time,"1,1,""a\nb"",X,""1,0"",0,N,N"\n',
  );
});

test('row issues that a spreadsheet would execute are escaped, unless the exact text is asked for', async () => {
  const { snapshot } = await snapshotOf('formula', [historyRow({}), '=cmd|calc!A1,1,nonsense,X,1,0,N,N']);
  const out = path.join(place.folder, 'formulas.csv');
  const savedAs = async (form: 'guarded' | 'raw'): Promise<string> => {
    await exportRowIssues(place.workspace, snapshot, out, form);
    return (await readFile(out, 'utf8')).split('\n')[1]!;
  };
  expect(await savedAs('guarded')).toMatch(/,"'=cmd\|calc!A1,1,nonsense,X,1,0,N,N"$/);
  expect(await savedAs('raw')).toMatch(/,"=cmd\|calc!A1,1,nonsense,X,1,0,N,N"$/);
});

test('they are never saved over an imported file', async () => {
  const { folder, snapshot } = await snapshotOf('kept', [historyRow({}), 'broken']);
  await expect(
    exportRowIssues(place.workspace, snapshot, path.join(folder, 'history_data.csv'), 'guarded'),
  ).rejects.toMatchObject({ code: 'usage' });
});
