/**
 * WebGPU with a driver that is missing, hangs, crashes, computes wrongly or only in software: a reason, and the
 * processor.
 */
import { fork } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isFaster, measuredFor, measuredOf } from '../../../src/engine/machine/devices/faster';
import { resolveDevice } from '../../../src/engine/machine/devices/resolve';
import { measureOn, webGpuState } from '../../../src/engine/machine/devices/webgpu-state';
import { programFolder } from '../../../src/engine/machine/environment/program';
import { SOFTWARE } from '../../../src/engine/machine/gpu/webgpu/open-gpu';
import { packageFolder } from '../../../src/engine/machine/gpu/webgpu/package';
import { loadBackend } from '../../../src/engine/model/backend';
import { webGpuAccelerator } from '../../../src/engine/model/dae/webgpu/webgpu-training';
import { applicationDataFolder } from '../../../src/node/application-data';
import { exactKernels } from '../../../src/engine/model/kernels/exact/exact';
import type { TrainerLauncher } from '../../../src/engine/machine/trainers/trainer-launcher';
import { type DeviceMeasurement, type Gpu, MEASURE_WORK } from '../../../src/shared/contract/device';
import { launcherThat } from '../../support/asked-trainer';
import { temporaryFolder } from '../../support/finished-run';
import { launcher } from '../../support/trained-run';
import { adapterForTests, runsAll } from './support/adapter';
import { inputOf, smallRecipe } from './support/made-up';

const CARD: Gpu = { name: 'made-up card', driver: '1', libraries: { webgpu: '0' } };

/** Answers as a measurement of a made-up card would. */
const answering = (of: (device: 'cpu' | 'gpu') => Partial<DeviceMeasurement>): TrainerLauncher =>
  launcherThat(MEASURE_WORK, async ({ request: { device } }) => ({
    device,
    name: CARD.name,
    gpu: CARD,
    tensorflow: '',
    numericMode: 'fast' as const,
    profiles: 1,
    titles: 1,
    hidden: 1,
    secondsPerEpoch: 1,
    losses: [],
    repeats: true,
    weightsSha256: '',
    kernels: { loss: 1e-7 },
    ...of(device),
  }));

beforeEach(async () => void vi.stubEnv('XDG_DATA_HOME', await temporaryFolder()));
afterEach(() => vi.unstubAllEnvs());

const auto = smallRecipe({ 'numeric.mode': 'fast' });
const resolved = (of: Parameters<typeof answering>[0], recipe = auto) =>
  resolveDevice(recipe, answering(of), { titles: 700 });

// Missing parts are ruled out before anything is asked.
describe.skipIf(packageFolder() === null)('auto', () => {
  it('takes a GPU measured to be faster, says so, and measures a size once', async () => {
    let measurements = 0;
    const fast = (device: 'cpu' | 'gpu') => {
      measurements += 1;
      return { secondsPerEpoch: device === 'gpu' ? 0.01 : 0.1 };
    };
    const card = answering(fast);
    const first = await resolveDevice(auto, card, { titles: 700 });
    const asked = measurements;
    expect(first).toMatchObject({
      recipe: { 'numeric.device': 'gpu' },
      choice: { asked: 'auto', used: 'gpu', through: 'webgpu', gpu: CARD, said: [{ id: 'gpu.measured-faster' }] },
    });
    await resolveDevice(auto, card, { titles: 700 });
    expect(measurements).toBe(asked);
    expect(await measuredOf(CARD)).toMatchObject([{ titles: 1024, hidden: 24 }]);
  });

  it('takes the processor if the GPU is slower or cannot run the recipe, with the reason', async () => {
    const slow = await resolved((device) => ({ secondsPerEpoch: device === 'gpu' ? 0.2 : 0.1 }));
    expect(slow).toMatchObject({
      recipe: { 'numeric.device': 'cpu' },
      choice: { used: 'cpu', said: [{ id: 'gpu.measured-slower' }] },
    });
    const other = await resolved(() => ({}), smallRecipe({ 'numeric.mode': 'fast', 'loss.kind': 'binary' }));
    expect(other.choice).toMatchObject({ used: 'cpu', said: [{ id: 'gpu.webgpu-knob' }] });
    const asked = smallRecipe({ 'numeric.mode': 'fast', 'numeric.device': 'gpu', 'numeric.products': 'bfloat16' });
    await expect(resolved(() => ({}), asked)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('numeric.products=bfloat16'),
    });
  });

  it('measures again for another driver, and for a damaged file', async () => {
    const times = answering((device) => ({ secondsPerEpoch: device === 'gpu' ? 0.01 : 0.1 }));
    expect(isFaster(await measuredFor(auto, 700, CARD, times))).toBe(true);
    expect(await measuredOf({ ...CARD, driver: '2' })).toEqual([]);
    await fs.writeFile(path.join(applicationDataFolder(), 'gpus', 'measured.json'), '{');
    expect(await measuredOf(CARD)).toEqual([]);
    expect(await measuredFor(auto, 700, CARD, times)).toMatchObject({ titles: 1024 });
  });
});

/** Loaded first in the child: runs as soon as the package is imported. */
async function childThat(does: string): Promise<void> {
  const file = path.join(await temporaryFolder(), 'hook.cjs');
  await fs.writeFile(
    file,
    `const { Module } = require('node:module'); const load = Module._load;
Module._load = function (name, ...rest) { if (name === 'webgpu') { ${does} } return load.call(this, name, ...rest); };`,
  );
  vi.stubEnv('NODE_OPTIONS', `--require=${file}`);
}

const gpu = await adapterForTests();
afterAll(() => gpu?.close());

/** Without the findings of earlier programs. */
const anotherProgram = (): TrainerLauncher => ({ ...launcher });

describe.skipIf(gpu === null || !runsAll)('a driver that', () => {
  beforeEach(() => vi.stubEnv(SOFTWARE, '1'));

  it('computes in software is refused, except in tests', async () => {
    vi.stubEnv(SOFTWARE, '');
    expect(await webGpuState(anotherProgram())).toMatchObject({ said: [{ id: 'gpu.webgpu-software' }] });
  });

  it('is missing gives no adapter', async () => {
    vi.stubEnv('VK_DRIVER_FILES', '/nonexistent.json');
    vi.stubEnv('VK_ICD_FILENAMES', '/nonexistent.json');
    expect(await webGpuState(anotherProgram())).toMatchObject({ said: [{ id: 'gpu.webgpu-no-adapter' }] });
  });

  it('crashes its process only costs the reason', async () => {
    await childThat('process.abort();');
    expect(await webGpuState(anotherProgram())).toMatchObject({ gpu: null, said: [{ id: 'gpu.webgpu-died' }] });
  });

  it('hangs is ended', async () => {
    await childThat('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);');
    await expect(measureOn('gpu', launcher, { epochs: 0 }, 3)).rejects.toMatchObject({
      said: [{ id: 'gpu.webgpu-silent' }],
    });
  });

  it('computes wrongly is not used', async () => {
    const wrong = answering(() => ({ kernels: { loss: 1e-7, encoder: 1e-3 } }));
    expect(await webGpuState(wrong)).toMatchObject({ said: [{ id: 'gpu.webgpu-wrong', values: { pass: 'encoder' } }] });
  });

  it('computes correctly is used, and the process that tried it ends by itself', async () => {
    const trainer = path.join(programFolder(), 'out', 'main', 'trainer.js');
    const child = fork(trainer, ['measure', JSON.stringify({ device: 'gpu', epochs: 0 })]);
    const messages: { measurement?: DeviceMeasurement }[] = [];
    child.on('message', (message) => messages.push(message as { measurement?: DeviceMeasurement }));
    const ended = await new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
    expect(ended).toEqual({ code: 0, signal: null });
    const { kernels, gpu: found } = messages.find(({ measurement }) => measurement !== undefined)!.measurement!;
    expect(found).toEqual(gpu!.gpu);
    expect(Object.keys(kernels)).toEqual(expect.arrayContaining(['loss', 'encoder', 'decoder', 'condition']));
    for (const off of Object.values(kernels)) expect(off).toBeLessThan(1e-5);
  });

  it('is lost in the middle of an epoch ends the run with a sentence', async () => {
    await loadBackend('portable');
    const lost = (await adapterForTests())!;
    const recipe = smallRecipe({ 'optimiser.batch': 4 });
    const world = { profiles: 100, titles: 90, events: 900 };
    const training = await webGpuAccelerator(lost).training(inputOf(exactKernels, recipe, world));
    const epoch = training.runEpoch(1, async (share) => {
      if (share > 0.5) lost.device.destroy();
    });
    await expect(epoch).rejects.toMatchObject({ code: 'usage', said: [{ id: 'gpu.lost' }] });
    training.dispose();
  });
});
