/** What auto, cpu and gpu resolve to where no GPU can be used. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEngine, type EngineClient } from '../../../features/engine';
import { readRecord, writeRecord } from '../../runs/record';
import { runFolder, type Workspace } from '../../storage/workspace';
import type { Gpu } from '../../../shared/contract/device';
import type { RunRecord } from '../../../shared/contract/run';
import { completeRecipe } from '../../../shared/recipe/schema';
import { finalValue } from '../../../shared/values/final-value';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { importDistinctive, launcher, SMALL_RECIPE, verified } from '../../../../tests/support/trained-run';

const H100: Gpu = { name: 'NVIDIA H100', driver: '535.104.05', libraries: { cudnn: '8.9.4.25' } };

let client: EngineClient;
let workspace: Workspace;
let data: string;

beforeEach(async () => {
  vi.stubEnv('XDG_DATA_HOME', await temporaryFolder());
  // No driver, so that nothing here depends on a graphics card.
  vi.stubEnv('VK_DRIVER_FILES', '/nonexistent.json');
  vi.stubEnv('VK_ICD_FILENAMES', '/nonexistent.json');
  const imported = await importDistinctive();
  workspace = imported.workspace;
  data = imported.dataset.fingerprint;
  ({ client } = await createEngine({ workspaceFolder: workspace.folder, launcher }));
});

afterEach(() => vi.unstubAllEnvs());

const start = (knobs: Record<string, unknown>) =>
  client.runs.start({ data, recipe: completeRecipe({ ...SMALL_RECIPE, model: 'popularity', ...knobs }), seed: 1 });

async function trained(knobs: Record<string, unknown>): Promise<RunRecord> {
  const { runId } = await start(knobs);
  return finalValue(await client.runs.watch({ runId }));
}

describe('the device of a run', () => {
  it('is the processor unless a GPU is asked for', async () => {
    const record = await trained({});
    expect(record).toMatchObject({
      status: 'finished',
      deviceChoice: { asked: 'cpu', used: 'cpu', reason: null },
      environment: { device: 'cpu', gpu: null },
    });
  });

  it('is refused before anything is written if a GPU is asked for and none can be used', async () => {
    await expect(start({ model: 'dae', 'numeric.device': 'gpu' })).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringMatching(/none can be used\. .*(?:card|driver|WebGPU)/i),
    });
    expect(await client.runs.list()).toEqual([]);
  });

  it('is not changed by a resume or a verification: both name the missing GPU', { tags: ['rare'] }, async () => {
    const { runId } = await trained({});
    const folder = runFolder(workspace, runId);
    const record = await readRecord(folder);
    const recipe = { ...record.recipe, 'numeric.device': 'gpu' } as const;
    const environment = { ...record.environment!, device: 'gpu', gpu: H100 } as const;
    const deviceChoice = { asked: 'gpu', used: 'gpu', reason: null, through: 'webgpu' } as const;
    await writeRecord(folder, { ...record, recipe, environment, deviceChoice });
    await expect(verified(workspace, runId)).rejects.toThrow(/trained on a GPU: NVIDIA H100, driver 535\.104\.05/);
    await writeRecord(folder, { ...record, recipe, environment, deviceChoice, status: 'crashed' });
    await expect(client.runs.resume({ runId })).rejects.toMatchObject({ code: 'usage' });
    expect(await client.runs.get({ runId })).toMatchObject({ status: 'crashed' });
  });
});

describe('a measurement', () => {
  const small = { epochs: 2, profiles: 60, titles: 80 };

  it(
    'of the processor trains twice to the same bits, with kernels that compute correctly',
    { tags: ['rare'] },
    async () => {
      const answer = await finalValue(await client.device.measure({ device: 'cpu', ...small }));
      expect(answer).toMatchObject({
        device: 'cpu',
        repeats: true,
        losses: [expect.any(Number), expect.any(Number)],
      });
      for (const off of Object.values((answer as { kernels: Record<string, number> }).kernels))
        expect(off).toBeLessThan(1e-5);
    },
  );

  it('of a GPU that cannot be used says why', async () => {
    const measured = client.device.measure({ device: 'gpu', ...small }).then((iterator) => finalValue(iterator));
    await expect(measured).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('no GPU to measure'),
    });
  });
});

describe('diagnostics for support', () => {
  it('describe devices and runs, and name nothing of the user’s', async () => {
    await trained({});
    const out = path.join(await temporaryFolder(), 'diagnostics.json');
    expect(await client.device.saveDiagnostics({ out })).toEqual({ path: out });
    const text = await fs.readFile(out, 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      devices: [{ device: 'cpu' }, { device: 'gpu', reason: expect.any(String) }],
      runs: [{ model: 'popularity', status: 'finished', device: 'cpu', deviceChoice: { asked: 'cpu' } }],
      workspace: { runs: 1 },
    });
    const [dataset] = await client.datasets.list();
    for (const secret of [workspace.folder, dataset!.name, data, process.env['XDG_DATA_HOME']!])
      expect(text, secret).not.toContain(secret);
  });
});
