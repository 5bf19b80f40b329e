import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { finishedRun } from '../../../tests/support/finished-run';
import { damagedUsesOf, usesOf } from './uses';

test('tells which of the files that people made of a run cannot be read; the run itself can be used', async () => {
  const { workspace, folder, record } = await finishedRun();
  expect(await damagedUsesOf(workspace, record)).toEqual([]);
  for (const file of ['approvals.json', 'exports.json']) await writeFile(path.join(folder, file), '[{');
  expect(await damagedUsesOf(workspace, record)).toEqual(
    ['exports.json', 'approvals.json'].map((file) => ({
      runId: record.runId,
      isWhole: true,
      code: 'bad-data',
      message: expect.stringContaining(file) as string,
      said: expect.anything() as unknown,
    })),
  );
  expect(await usesOf(workspace, record)).toEqual([]);
});
