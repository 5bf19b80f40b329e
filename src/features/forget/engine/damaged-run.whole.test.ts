/** A run whose data is gone and whose list of IDs cannot be read: it may hold the profile that is forgotten. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { vocabularyFile } from '../../../engine/runs/vocabulary';
import { datasetFolder } from '../../../engine/storage/workspace';
import { finishedRun, handMadeDataset } from '../../../../tests/support/finished-run';
import { forgetIn, importedFolder, importInto, PEOPLE, planIn, runOn } from '../../../../tests/support/forgetting';

const { id: profile } = PEOPLE.letters;

async function usedBefore() {
  const used = await importedFolder(PEOPLE.letters);
  const run = await runOn(used);
  await fs.appendFile(path.join(used.folder, 'history_data.csv'), `${profile},96,20260311120000,IFSUC0001,502,0,N,N\n`);
  const later = await importInto(used.engine, used.folder);
  await fs.rm(datasetFolder(used.workspace, used.dataset.fingerprint), { recursive: true });
  return { ...used, run, data: later.fingerprint };
}

it('a damaged run loses its lists if its data had the same name', { tags: ['rare'] }, async () => {
  const { engine, run, data } = await usedBefore();
  await fs.writeFile(vocabularyFile(run.folder), '{"profiles":["100","10');
  expect((await planIn(engine, { data, profile })).runs.map(({ id }) => id)).toEqual([run.record.runId]);
  await forgetIn(engine, { data, profile });
  expect(await fs.readdir(run.folder)).not.toContain(path.basename(vocabularyFile(run.folder)));
});

it('a damaged run stays and is reported if its data had another name', async () => {
  const { engine, workspace, run, data } = await usedBefore();
  const other = await finishedRun({ workspace, dataset: handMadeDataset(), profiles: ['100', '101'], items: ['500'] });
  const before = await planIn(engine, { data, profile });
  expect(before.runs.map(({ id }) => id)).toEqual([run.record.runId]);
  expect(before.unknown).toEqual([]);
  await fs.writeFile(vocabularyFile(other.folder), 'no JSON');
  const plan = await planIn(engine, { data, profile });
  expect(plan.runs.map(({ id }) => id)).toEqual([run.record.runId]);
  expect(plan.unknown.map(({ id }) => id)).toEqual([other.record.runId]);
});
