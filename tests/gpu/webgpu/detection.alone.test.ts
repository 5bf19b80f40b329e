/**
 * WebGPU with a driver that is missing, hangs, crashes, computes wrongly or only in software: a reason. What a
 * measurement keeps.
 */
import { fork } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deviceStatus } from '../../../src/engine/machine/devices/device-status';
import { fasterGpu, measuredOf } from '../../../src/engine/machine/devices/measured';
import { resolveDevice } from '../../../src/engine/machine/devices/resolve';
import { tryOut, webGpuState } from '../../../src/engine/machine/devices/webgpu-state';
import { programFolder } from '../../../src/engine/machine/environment/program';
import { SOFTWARE } from '../../../src/engine/machine/gpu/webgpu/open-gpu';
import { packageFolder } from '../../../src/engine/machine/gpu/webgpu/package';
import { loadBackend } from '../../../src/engine/model/backend';
import { webGpuAccelerator } from '../../../src/engine/model/dae/webgpu/webgpu-training';
import { applicationDataFolder } from '../../../src/node/application-data';
import { exactKernels } from '../../../src/engine/model/kernels/exact/exact';
import type { TrainerLauncher } from '../../../src/engine/machine/trainers/trainer-launcher';
import {
  type DeviceMeasurement,
  type Gpu,
  MEASURE_WORK,
  measureRequestSchema,
} from '../../../src/shared/contract/device';
import { textOf } from '../../../src/shared/words/sentence';
import { measureInProcess } from '../../../src/features/settings/engine/measure';
import { launcherThat } from '../../support/asked-trainer';
import { temporaryFolder } from '../../support/finished-run';
import { launcher } from '../../support/trained-run';
import { adapterForTests, runsAll } from './support/adapter';
import { inputOf, smallRecipe } from './support/made-up';

const CARD: Gpu = { name: 'made-up card', driver: '1', libraries: { webgpu: '0' } };

const measurementOf = (device: 'cpu' | 'gpu', of: Partial<DeviceMeasurement> = {}): DeviceMeasurement => ({
  device,
  name: CARD.name,
  gpu: CARD,
  tensorflow: '',
  profiles: 1,
  titles: 1,
  hidden: 1,
  secondsPerEpoch: 1,
  losses: [],
  repeats: true,
  weightsSha256: '',
  kernels: { loss: 1e-7 },
  ...of,
});

/** Answers as a measurement of a made-up card would. */
const answering = (of: (device: 'cpu' | 'gpu') => Partial<DeviceMeasurement>): TrainerLauncher =>
  launcherThat(MEASURE_WORK, async ({ request: { device } }) => measurementOf(device, of(device)));

beforeEach(async () => void vi.stubEnv('XDG_DATA_HOME', await temporaryFolder()));
afterEach(() => vi.unstubAllEnvs());

const onGpu = smallRecipe({ 'numeric.device': 'gpu' });
const resolved = (of: Parameters<typeof answering>[0], recipe = onGpu) => resolveDevice(recipe, answering(of));

// Missing parts are ruled out before anything is asked.
describe.skipIf(packageFolder() === null)('a recipe that asks for a GPU', () => {
  it('gets the one that is there, without a measurement', async () => {
    const asked: unknown[] = [];
    const choice = await resolveDevice(
      onGpu,
      launcherThat(MEASURE_WORK, async ({ request }) => (asked.push(request), measurementOf('gpu'))),
    );
    expect(choice).toEqual({ asked: 'gpu', used: 'gpu', reason: null, through: 'webgpu', gpu: CARD });
    expect(asked).toMatchObject([{ device: 'gpu', epochs: 0 }]);
  });

  it.each([
    ['loss.kind=binary', { 'loss.kind': 'binary' }],
    ['numeric.products=bfloat16', { 'numeric.products': 'bfloat16' }],
    ['this model is als', { model: 'als' }],
  ] as const)('is refused for what the GPU cannot train: %s', async (why, knobs) => {
    const recipe = smallRecipe({ 'numeric.device': 'gpu', ...knobs });
    await expect(resolved(() => ({}), recipe)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining(why),
    });
  });
});

describe.skipIf(packageFolder() === null)('a measurement of a GPU beside the processor', () => {
  const measure = async (seconds: { cpu: number; gpu: number }) => {
    const launcherOfCard = answering((device) => ({ secondsPerEpoch: seconds[device] }));
    const request = measureRequestSchema.parse({ device: 'gpu', beside: true });
    const parts: number[] = [];
    await measureInProcess(request, launcherOfCard, { onProgress: ({ done }) => parts.push(done) });
    return launcherOfCard;
  };
  const gpuOf = async (of: TrainerLauncher) => (await deviceStatus(of)).devices[1];

  it('is kept, and tells how many times as fast it is', async () => {
    const before = answering(() => ({}));
    expect((await gpuOf(before))!.notes).toMatchObject([{ id: 'gpu.through-webgpu' }]);
    expect(await fasterGpu()).toBeNull();
    await measure({ cpu: 3, gpu: 0.25 });
    const gpu = await gpuOf(before);
    expect(gpu).toMatchObject({ usable: true });
    expect(textOf(gpu!.notes!)).toContain('12.0 times as fast as the processor');
    expect(await fasterGpu()).toEqual({ name: CARD.name, times: 12 });
    expect(await measuredOf({ ...CARD, driver: '2' })).toBeNull();
  });

  it('of a slower GPU recommends nothing, and a damaged file is measured anew', async () => {
    const slow = await measure({ cpu: 1, gpu: 2 });
    expect(await gpuOf(slow)).toMatchObject({ notes: [{}, { id: 'gpu.measured-slower' }] });
    expect(await fasterGpu()).toBeNull();
    await fs.writeFile(path.join(applicationDataFolder(), 'gpus', 'measured.json'), '{');
    expect(await measuredOf(CARD)).toBeNull();
    await measure({ cpu: 2, gpu: 1 });
    expect(await measuredOf(CARD)).toMatchObject({ seconds: { cpu: 2, gpu: 1 } });
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
    await expect(tryOut(launcher, 3)).rejects.toMatchObject({
      said: [{ id: 'gpu.webgpu-silent' }],
    });
  });

  it('computes wrongly is not used', async () => {
    const wrong = answering(() => ({ kernels: { loss: 1e-7, encoder: 1e-3 } }));
    expect(await webGpuState(wrong)).toMatchObject({ said: [{ id: 'gpu.webgpu-wrong', values: { pass: 'encoder' } }] });
  });

  it('computes correctly is used, and the process that tried it ends by itself', async () => {
    const trainer = path.join(programFolder(), 'out', 'main', 'trainer.js');
    const child = fork(trainer, ['measure', '', JSON.stringify({ device: 'gpu', epochs: 0 })]);
    const messages: { kind: string; answer?: DeviceMeasurement }[] = [];
    child.on('message', (message) => messages.push(message as (typeof messages)[number]));
    const ended = await new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
    expect(ended).toEqual({ code: 0, signal: null });
    const { kernels, gpu: found } = messages.find(({ kind }) => kind === 'answer')!.answer!;
    expect(found).toEqual(gpu!.gpu);
    expect(Object.keys(kernels)).toEqual(expect.arrayContaining(['loss', 'encoder', 'decoder', 'condition']));
    for (const off of Object.values(kernels)) expect(off).toBeLessThan(1e-5);
  });

  it('is lost in the middle of an epoch ends the run with a sentence', async () => {
    await loadBackend();
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
