/**
 * A run that another computer resumes: the whole run that returns replaces the paused one here.
 *
 * @module-tag rare
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { createEngine } from '../../../engine';
import { readRecord } from '../../../../engine/runs/record';
import { datasetFolder, openWorkspace, runFolder } from '../../../../engine/storage/workspace';
import type { Unit } from '../../../work-schemas';
import type { UnitAnswer } from '../../../../shared/contract/unit';
import { finalValue } from '../../../../shared/values/final-value';
import { completeRecipe } from '../../../../shared/recipe/schema';
import { temporaryFolder } from '../../../../../tests/support/finished-run';
import { importDistinctive, SMALL_RECIPE } from '../../../../../tests/support/trained-run';
import { trainersHere } from '../../../../../tests/support/trainers-here';

const KNOBS = { model: 'als', 'als.factors': 4, 'stopping.split': 'random', 'stopping.rule': 'validation' };

async function twoComputers() {
  const home = await importDistinctive();
  const data = home.dataset.fingerprint;
  const folder = await temporaryFolder();
  const away = await createEngine({ workspaceFolder: path.join(folder, 'away'), launcher: trainersHere });
  const { client } = await createEngine({ workspaceFolder: home.workspace.folder, launcher: trainersHere });
  const workspace = await openWorkspace(path.join(folder, 'away'));
  const bring = async (run: string): Promise<string> => {
    const out = path.join(folder, `${run}-${Math.floor(performance.now() * 1000)}.shelfwise`);
    await finalValue(await away.client.runs.bundle({ runId: run, out, withData: false, wholeRun: true }));
    return out;
  };
  return { home, data, away, client, workspace, bring, folder };
}

test(
  'a run that was paused, with its model, its lists in parts and joined: home has the run of one computer',
  { timeout: 60_000 },
  async () => {
    const { home, data, away, client, workspace, bring } = await twoComputers();
    const unit: Unit = { kind: 'train', data, recipe: completeRecipe({ ...SMALL_RECIPE, ...KNOBS }), seed: 5 };
    await fs.cp(datasetFolder(home.workspace, data), datasetFolder(workspace, data), { recursive: true });
    const work = async (asked: Unit, at = away.client): Promise<UnitAnswer> =>
      finalValue(await at.units.work({ unit: asked }));

    const judged = await work({ ...unit, until: 'validation' });
    const paused = await bring(judged.runId);
    const open = async (file: string) => finalValue(await client.runs.open({ file }));
    expect(await open(paused)).toMatchObject({ alreadyHere: false, withData: false });
    const folder = runFolder(home.workspace, judged.runId);
    expect(await readRecord(folder)).toMatchObject({ status: 'stopped', weightsSha256: null });
    expect((await readRecord(folder)).validation).toEqual(judged.validation);

    const left = await work({ ...unit, until: 'model' });
    const withModel = await bring(left.runId);
    expect(await open(withModel)).toMatchObject({ runId: judged.runId, alreadyHere: false });
    expect(await open(withModel)).toMatchObject({ alreadyHere: true });
    await expect(open(paused)).rejects.toMatchObject({ code: 'bad-data' });

    const part = await work({ kind: 'lists', run: left.runId, part: 1, of: 1 });
    const place = part.file!.path;
    await fs.mkdir(path.dirname(path.join(folder, place)));
    await fs.copyFile(path.join(runFolder(workspace, left.runId), place), path.join(folder, place));
    const joined = await work({ kind: 'join', run: left.runId, of: 1 }, client);

    const alone = await importDistinctive();
    const one = await createEngine({ workspaceFolder: alone.workspace.folder, launcher: trainersHere });
    const whole = await work(unit, one.client);
    expect(joined).toMatchObject({ state: 'done', hashes: whole.hashes, metrics: whole.metrics });
    const record = await readRecord(folder);
    expect(record.files).toEqual((await readRecord(runFolder(alone.workspace, whole.runId))).files);
    expect(await work(unit, client)).toMatchObject({ state: 'done', hashes: whole.hashes });

    const finished = await bring((await work(unit)).runId);
    await expect(open(finished)).rejects.toMatchObject({
      code: 'bad-data',
      message: expect.stringContaining(record.runId),
    });
    expect(await readRecord(folder)).toEqual(record);
  },
);

test('a run is refused if its data set is missing', async () => {
  const { home, data, client, bring, workspace, folder } = await twoComputers();
  const unit: Unit = { kind: 'train', data, recipe: completeRecipe({ ...SMALL_RECIPE, model: 'popularity' }), seed: 5 };
  await fs.cp(datasetFolder(home.workspace, data), datasetFolder(workspace, data), { recursive: true });
  const { client: away } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
  const { runId } = await finalValue(await away.units.work({ unit }));
  const file = await bring(runId);
  const elsewhere = await createEngine({ workspaceFolder: path.join(folder, 'elsewhere'), launcher: trainersHere });
  await expect(elsewhere.client.runs.open({ file }).then((iterator) => finalValue(iterator))).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringContaining(data.slice(0, 12)),
  });
  expect(await fs.readdir(path.join(folder, 'elsewhere', 'runs'))).toEqual([]);
  expect(await finalValue(await client.runs.open({ file }))).toMatchObject({ runId });
});
