/**
 * Whole runs through WebGPU: started, stopped, resumed and verified. Slow with a software adapter: npm run test:gpu.
 *
 * @module-tag rare
 */
import * as path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEngine, type EngineClient } from '../../../src/features/engine';
import { importFolder } from '../../../src/engine/import/import-folder';
import { SOFTWARE } from '../../../src/engine/machine/gpu/webgpu/open-gpu';
import type { Accelerator } from '../../../src/engine/model/dae/dae-training';
import type { ScoreLayer } from '../../../src/engine/model/ranking/shortlists';
import { sha256OfLists } from '../../../src/engine/runs/lists-file';
import { readModel } from '../../../src/engine/runs/model-file';
import { readRecord, writeRecord } from '../../../src/engine/runs/record';
import { runFolder, type Workspace } from '../../../src/engine/storage/workspace';
import { listsOf } from '../../../src/engine/training/train/complete-record';
import { openRunContext } from '../../../src/engine/training/train/run-context';
import type { RunRecord } from '../../../src/shared/contract/run';
import { finalValue } from '../../../src/shared/values/final-value';
import { presetRecipe } from '../../../src/shared/recipe/presets';
import { processorsShare } from '../../../src/shared/recipe/processors-share';
import { completeRecipe } from '../../../src/shared/recipe/schema';
import { temporaryFolder } from '../../support/finished-run';
import { importDistinctive, launcher, SMALL_RECIPE, writeDistinctiveFolder } from '../../support/trained-run';
import { adapterForTests, runsAll } from './support/adapter';

const gpu = await adapterForTests();
afterAll(() => gpu?.close());

describe.skipIf(gpu === null || !runsAll)('a run through WebGPU', () => {
  let client: EngineClient;
  let workspace: Workspace;
  let data: string;

  const start = (knobs: Record<string, unknown> = {}) => {
    const recipe = completeRecipe({ ...SMALL_RECIPE, 'numeric.device': 'gpu', ...knobs });
    return client.runs.start({ data, recipe, seed: 1 });
  };
  const outcomeOf = async (runId: string): Promise<RunRecord> => finalValue(await client.runs.watch({ runId }));

  // A test's folders are removed at its end, so each test has its own.
  beforeEach(async () => {
    vi.stubEnv(SOFTWARE, '1');
    vi.stubEnv('XDG_DATA_HOME', await temporaryFolder());
    const imported = await importDistinctive();
    workspace = imported.workspace;
    data = imported.dataset.fingerprint;
    ({ client } = await createEngine({ workspaceFolder: workspace.folder, launcher }));
  });
  afterEach(() => vi.unstubAllEnvs());

  it('records adapter and driver, is identical when verified, and resumes on no other adapter', async () => {
    const { runId } = await start({ 'mixture.members': 2 });
    const record = await outcomeOf(runId);
    expect(record).toMatchObject({
      status: 'finished',
      deviceChoice: { asked: 'gpu', used: 'gpu', through: 'webgpu', gpu: gpu!.gpu },
      environment: { device: 'gpu', gpu: gpu!.gpu },
    });
    expect((await finalValue(await client.runs.verify({ runId }))).verdict).toBe('identical-bits');
    const deviceChoice = { ...record.deviceChoice!, gpu: { ...gpu!.gpu, driver: 'of last week' } };
    const folder = runFolder(workspace, runId);
    await writeRecord(folder, { ...(await readRecord(folder)), deviceChoice, status: 'crashed' });
    await client.runs.resume({ runId });
    expect(await outcomeOf(runId)).toMatchObject({
      status: 'crashed',
      reason: { message: expect.stringContaining('of last week') },
    });
  });

  it('stopped and resumed gives the bits of an uninterrupted one', async () => {
    const knobs = { 'stopping.epochs': 40 };
    const unbroken = await outcomeOf((await start(knobs)).runId);
    const { runId } = await start(knobs);
    for await (const { epoch } of await client.runs.watch({ runId })) if ((epoch?.epoch ?? 0) >= 3) break;
    expect((await client.runs.stop({ runId })).status).toBe('stopped');
    await client.runs.resume({ runId });
    expect(await outcomeOf(runId)).toMatchObject({
      status: 'finished',
      weightsSha256: unbroken.weightsSha256,
      listsSha256: unbroken.listsSha256,
    });
  });

  it("makes its lists on the adapter, with the processor's bytes for its model", async () => {
    const source = path.join(await temporaryFolder(), 'theirs');
    await writeDistinctiveFolder(source, 100, 200);
    const dataset = await importFolder({ workspace, folder: source });
    data = dataset.fingerprint;
    const { runId } = await start({ 'optimiser.batch': 64 });
    const record = await outcomeOf(runId);
    expect(record.status).toBe('finished');
    const folder = runFolder(workspace, runId);
    const context = await openRunContext(workspace, folder, record, gpu);
    const asked: ScoreLayer[] = [];
    const accelerator: Accelerator = {
      ...context.accelerator!,
      shortlists: (layer) => (asked.push(layer), context.accelerator!.shortlists(layer)),
    };
    const tensors = await readModel(folder, record);
    const through = await listsOf({ ...context, accelerator }, tensors);
    expect(asked).toMatchObject([{ items: 200 }]);
    const alone = await listsOf({ ...context, accelerator: null }, tensors);
    expect([sha256OfLists(through), sha256OfLists(alone)]).toEqual(Array(2).fill(record.files!['lists.safetensors']));
  });

  it('of balanced has lists with companions mixed in, which the processor makes, as was said before', async () => {
    const knobs = {
      ...SMALL_RECIPE,
      'numeric.device': 'gpu',
      'mixture.companion': 'item-knn',
      'mixture.second': 'none',
      'mixture.weights': 'fixed',
    };
    const recipe = completeRecipe(knobs, presetRecipe('balanced'));
    expect(processorsShare(recipe)?.id).toBe('gpu.processor-companions');
    const { runId } = await client.runs.start({ data, recipe, seed: 1 });
    const record = await outcomeOf(runId);
    expect(record).toMatchObject({ status: 'finished', environment: { device: 'gpu' } });
    expect(record.mixture).toMatchObject({ shares: { 'item-knn': expect.any(Number) } });
    const folder = runFolder(workspace, runId);
    const context = await openRunContext(workspace, folder, record, gpu);
    const asked: ScoreLayer[] = [];
    const accelerator: Accelerator = {
      ...context.accelerator!,
      shortlists: (layer) => (asked.push(layer), context.accelerator!.shortlists(layer)),
    };
    const lists = await listsOf({ ...context, accelerator }, await readModel(folder, record));
    expect(asked).toEqual([]);
    expect(sha256OfLists(lists)).toBe(record.files!['lists.safetensors']);
    expect((await finalValue(await client.runs.verify({ runId }))).verdict).toBe('identical-bits');
  });
});
