/** Names, stars and notes that people give to runs. They never change the sealed record. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { createEngine } from '../../features/engine';
import { finalValue } from '../../shared/values/final-value';
import { finishedRun } from '../../../tests/support/finished-run';
import { trainersHere } from '../../../tests/support/trainers-here';

async function marked() {
  const run = await finishedRun();
  const { client } = await createEngine({ workspaceFolder: run.workspace.folder, launcher: trainersHere });
  return { ...run, client, runId: run.record.runId };
}

test('a run is shown under its new name by every call, and its record stays as it was', async () => {
  const { client, folder, record, runId } = await marked();
  const sealed = await fs.readFile(path.join(folder, 'run.json'));
  const marks = await client.runs.mark({ runId: runId.slice(0, 5), revision: 0, name: ' 봄 목록 ', starred: true });
  expect(marks).toMatchObject({ name: '봄 목록', starred: true, archived: false, note: '', revision: 1 });
  expect(await client.runs.list()).toMatchObject([{ runId, name: '봄 목록', marks }]);
  expect(await client.runs.get({ runId })).toMatchObject({ name: '봄 목록' });
  expect(await finalValue(await client.runs.watch({ runId }))).toMatchObject({ name: '봄 목록', marks });
  expect(await fs.readFile(path.join(folder, 'run.json'))).toEqual(sealed);
  await client.runs.mark({ runId, revision: 1, name: null });
  expect(await client.runs.get({ runId })).toMatchObject({ name: record.name, marks: { starred: true, revision: 2 } });
});

test('a change that another window made meanwhile is not overwritten', async () => {
  const { client, runId } = await marked();
  await client.runs.mark({ runId, revision: 0, note: 'first' });
  await expect(client.runs.mark({ runId, revision: 0, note: 'second' })).rejects.toMatchObject({ code: 'busy' });
  expect((await client.runs.get({ runId })).marks.note).toBe('first');
  const both = await Promise.allSettled([
    client.runs.mark({ runId, revision: 1, note: 'a' }),
    client.runs.mark({ runId, revision: 1, note: 'b' }),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});
