/**
 * Runs of bundles under the ID that a unit's run has: none of them stands for training here until it was verified here.
 *
 * @module-tag rare
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createEngine, type EngineClient } from '../../src/features/engine';
import type { Sweep } from '../../src/features/sweep/contract/sweep';
import type { RepeatedSeeds } from '../../src/features/sweep/contract/seeds';
import { readRecord } from '../../src/engine/runs/record';
import { openWorkspace, runFolder } from '../../src/engine/storage/workspace';
import type { UnitAnswer } from '../../src/shared/contract/unit';
import { completeRecipe } from '../../src/shared/recipe/schema';
import { finalValue } from '../../src/shared/values/final-value';
import { commandLineHere } from '../support/command-line-here';
import { temporaryFolder } from '../support/finished-run';
import { bundledAndForged, leadEveryList } from '../support/forged-lists';
import { MODEL, writeMonth } from '../support/months';
import { changeJson, type Files } from '../support/remade-bundle';
import { importDistinctive, SMALL_RECIPE } from '../support/trained-run';
import { trainersHere } from '../support/trainers-here';

type Line = Awaited<ReturnType<typeof commandLineHere>>;
const lines: Line[] = [];
afterEach(async () => {
  for (const line of lines.splice(0)) await line.remove();
});

const KNOBS = { model: 'popularity', 'stopping.split': 'random' } as const;
const recipe = completeRecipe({ ...SMALL_RECIPE, ...KNOBS });

interface Theirs {
  readonly client: EngineClient;
  readonly data: string;
  readonly workspace: Awaited<ReturnType<typeof openWorkspace>>;
}

/** The workspace of a colleague, whose bundles are opened here. */
async function theirWorkspace(): Promise<Theirs> {
  const { workspace, dataset } = await importDistinctive();
  const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
  return { client, data: dataset.fingerprint, workspace };
}

/** This computer, where they were opened. */
async function opened(...bundles: string[]) {
  const line = await commandLineHere();
  lines.push(line);
  // Forged lists are told at once, and the run is opened all the same.
  for (const bundle of bundles) expect((await line.run(`open ${bundle} --yes`)).out).toContain('Opened run');
  const workspace = await openWorkspace(path.join(line.folder, 'workspace'));
  await fs.writeFile(path.join(line.folder, 'recipe.json'), JSON.stringify(recipe));
  return { line, recordOf: (runId: string) => readRecord(runFolder(workspace, runId)) };
}

async function trainedByThem(theirs: Theirs, change?: (files: Files) => void, seed = 5, knobs: object = {}) {
  const unit = { kind: 'train', data: theirs.data, recipe: completeRecipe({ ...recipe, ...knobs }), seed } as const;
  const answer: UnitAnswer = await finalValue(await theirs.client.units.work({ unit }));
  const record = await readRecord(runFolder(theirs.workspace, answer.runId));
  return { answer, ...(await bundledAndForged({ workspace: theirs.workspace, record }, change)) };
}

describe('a run of a bundle under the ID of a unit', { timeout: 120_000 }, () => {
  test('with forged lists answers no seed, and what is trained after it was deleted has the lists of training', async () => {
    const theirs = await theirWorkspace();
    const { runId, forgery, answer } = await trainedByThem(theirs);
    const { line, recordOf } = await opened(forgery);
    expect((await recordOf(runId)).listsSha256).not.toBe(answer.hashes.listsSha256);
    const seeds = `train --data ${theirs.data} --recipe recipe.json --seed 5 --seeds 2 --json`;
    const refused = await line.run(seeds);
    expect(refused.status, refused.out).toBe(6);
    expect(refused.err).toMatch(new RegExp(`The model ${runId} came in the bundle .*is not what training gives`, 's'));
    expect((await line.run(`delete ${runId}`)).status).toBe(0);
    const trained = await line.run(seeds);
    expect(trained.status, trained.err).toBe(0);
    const [first] = (trained.json() as RepeatedSeeds).runs;
    expect(first).toMatchObject({ runId, listsSha256: answer.hashes.listsSha256 });
  });

  test('that is honest is verified first, and then answers without training', async () => {
    const theirs = await theirWorkspace();
    const { runId, honest, answer } = await trainedByThem(theirs);
    const { line } = await opened(honest);
    const unit = { kind: 'train', data: theirs.data, recipe, seed: 5 };
    await fs.writeFile(path.join(line.folder, 'unit.json'), JSON.stringify(unit));
    const done = await line.run('work unit.json --json');
    expect(done.json(), done.err).toMatchObject({ state: 'done', runId, hashes: answer.hashes });
    const [certificate, ...others] = (
      (await line.run(`certificates ${runId} --json`)).json() as { certificates: object[] }
    ).certificates;
    expect(certificate).toMatchObject({ verdict: 'identical-bits' });
    expect((await line.run('work unit.json --json')).json()).toMatchObject({ state: 'done', runId });
    expect(others).toEqual([]);
    expect(
      ((await line.run(`certificates ${runId} --json`)).json() as { certificates: object[] }).certificates,
    ).toEqual([certificate]);
  });

  test('that states another verdict of its training, or a better validation score, decides no sweep', async () => {
    const theirs = await theirWorkspace();
    const knobs = { 'stopping.rule': 'validation', 'stopping.epochs': 2, model: 'als', 'als.factors': 2 };
    const { runId, forgery } = await trainedByThem(
      theirs,
      (files) =>
        changeJson<{ validation: object; metrics: object }>(files, 'run.json', (record) => {
          record.validation = { ...record.metrics, score: 0.999 };
        }),
      5,
      knobs,
    );
    const { line } = await opened(forgery);
    await fs.writeFile(path.join(line.folder, 'als.json'), JSON.stringify({ ...recipe, ...knobs }));
    await fs.writeFile(path.join(line.folder, 'knobs.json'), JSON.stringify({ 'als.factors': [2, 4] }));
    const swept = await line.run(
      `sweep --data ${theirs.data} --recipe als.json --knobs knobs.json --budget 2 --method grid --seed 5 --json`,
    );
    const { trials } = swept.json() as Sweep;
    const theirTrial = trials.find((trial) => trial.runId === runId);
    expect(theirTrial, swept.err).toBeDefined();
    expect(theirTrial!.validation?.score ?? 0).toBeLessThan(0.999);
  });

  test('that paused elsewhere begins anew, and nothing of what its maker wrote stays', async () => {
    const theirs = await theirWorkspace();
    const unit = { kind: 'train', data: theirs.data, recipe, seed: 5 } as const;
    const paused: UnitAnswer = await finalValue(
      await theirs.client.units.work({ unit: { ...unit, until: 'validation' } }),
    );
    const file = path.join(await temporaryFolder(), 'paused.shelfwise');
    await finalValue(
      await theirs.client.runs.bundle({ runId: paused.runId, out: file, withData: false, wholeRun: true }),
    );
    const whole = await trainedByThem(theirs, undefined, 6);
    const { line, recordOf } = await opened(whole.honest, file);
    await fs.writeFile(path.join(line.folder, 'unit.json'), JSON.stringify(unit));
    expect((await line.run('work unit.json --json')).json()).toMatchObject({ state: 'done', runId: paused.runId });
    const record = await recordOf(paused.runId);
    expect(record).toMatchObject({ status: 'finished' });
    expect(record.createdAt > (await readRecord(runFolder(theirs.workspace, paused.runId))).createdAt).toBe(true);
    expect((await line.run(`verify ${paused.runId} --json`)).json()).toMatchObject({ verdict: 'identical-bits' });
  });
});

test(
  'a refresh exports no forged run that was opened under the ID of the run that it trains',
  { timeout: 120_000 },
  async () => {
    const place = await temporaryFolder();
    const months = { march: await writeMonth(place, 'march'), april: await writeMonth(place, 'april') };
    const folder = path.join(place, 'ours');
    const { client } = await createEngine({ workspaceFolder: folder, launcher: trainersHere });
    const { fingerprint: data } = await finalValue(await client.datasets.import({ folder: months.march }));
    const { runId } = await client.runs.start({ data, recipe: completeRecipe({ ...SMALL_RECIPE, ...MODEL }), seed: 5 });
    await finalValue(await client.runs.watch({ runId }));
    // The colleague has the same exports: the refresh there trains what it will train here.
    const copy = path.join(place, 'theirs');
    await fs.cp(folder, copy, { recursive: true });
    const theirs = await createEngine({ workspaceFolder: copy, launcher: trainersHere });
    const request = {
      folder: months.april,
      out: path.join(place, 'theirs.csv'),
      format: 'submission',
      approveAs: 'Kim',
    } as const;
    const done = await finalValue(await theirs.client.refresh.run(request));
    expect(done.state).toBe('exported');
    const workspace = await openWorkspace(copy);
    const record = await readRecord(runFolder(workspace, done.run!.runId));
    const { forgery } = await bundledAndForged({ workspace, record }, leadEveryList);

    await finalValue(await client.runs.open({ file: forgery }));
    const out = path.join(place, 'ours.csv');
    await expect(finalValue(await client.refresh.run({ ...request, out, run: runId }))).rejects.toMatchObject({
      code: 'different',
      message: expect.stringContaining(record.runId),
    });
    await expect(fs.stat(out)).rejects.toMatchObject({ code: 'ENOENT' });
    const [refused] = await client.refresh.list();
    expect(refused).toMatchObject({ state: 'failed', run: { runId: record.runId, metrics: null }, export: null });

    await client.workspace.delete({ id: record.runId });
    const again = await finalValue(await client.refresh.run({ ...request, out, run: runId }));
    expect(again).toMatchObject({ state: 'exported', export: { sha256: done.export!.sha256 } });
  },
);
