/**
 * An extended data set has the same name in every text as in lists: its own and the folder added last.
 *
 * @module-tag rare
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { createEngine } from '../../engine';
import { finalValue } from '../../../shared/values/final-value';
import { completeRecipe } from '../../../shared/recipe/schema';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { MODEL, writeMonth } from '../../../../tests/support/months';
import { profileId, SMALL_RECIPE } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';

test('a model card, a verification and the plan of forgetting use this name', async () => {
  const place = await temporaryFolder();
  const [march, april] = [await writeMonth(place, 'march'), await writeMonth(place, 'april')];
  const workspace = path.join(place, 'workspace');
  const { client } = await createEngine({ workspaceFolder: workspace, launcher: trainersHere });
  const { fingerprint } = await finalValue(await client.datasets.import({ folder: march }));
  const grown = await finalValue(await client.datasets.add({ data: fingerprint, folder: april }));
  expect(grown.name).toBe('march + april');
  const recipe = completeRecipe({ ...SMALL_RECIPE, ...MODEL });
  const { runId } = await client.runs.start({ data: grown.fingerprint, recipe, seed: 5 });
  expect(await finalValue(await client.runs.watch({ runId }))).toMatchObject({ status: 'finished' });

  const out = path.join(place, 'model');
  await client.runs.saveModel({ runId, out });
  const card = await fs.readFile(path.join(out, 'README.md'), 'utf8');
  expect(card.replaceAll('\\', '')).toContain('| name | march + april |');

  // In the trash too, where a verification finds it.
  await client.workspace.delete({ id: grown.fingerprint });
  const verified = async (): Promise<string> => (await finalValue(await client.runs.verify({ runId }))).cause;
  expect(await verified()).toMatch(/\(march \+ april, [0-9a-f]{12}\) is in the trash\. Restore it/);
  const [deleted] = await client.workspace.trash();
  await client.workspace.restore({ id: deleted!.id });

  const folder = path.join(workspace, 'datasets', grown.fingerprint);
  for (const name of await fs.readdir(folder))
    if (name.endsWith('.parquet')) await fs.appendFile(path.join(folder, name), 'x');
  const certificate = await finalValue(await client.runs.verify({ runId }));
  expect(JSON.stringify(certificate)).toContain('march + april');

  // A data set that cannot be read is named as in its run, not by its fingerprint.
  await fs.writeFile(path.join(folder, 'dataset.json'), '{');
  const { unknown } = await client.privacy.planForgetting({
    data: fingerprint,
    profile: profileId(1),
    withModels: false,
  });
  expect(unknown).toEqual([{ id: grown.fingerprint, name: 'march' }]);

  // The name of a data set that is gone is the one in the record, from when the run began.
  await fs.rm(folder, { recursive: true });
  expect(await verified()).toMatch(/\([0-9a-f]{12}, called march in its record\) is missing/);
});
