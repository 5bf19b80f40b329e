/** Determines whether a run can be trained on a GPU here, and why not. */
import {
  type DeviceState,
  type DeviceStatus,
  type Gpu,
  type GpuObstacle,
  type GpuWay,
  MEASURE_WORK,
} from '../../../shared/contract/device';
import { toShelfwiseError } from '../../../shared/errors';
import { type Said, say, textOf } from '../../../shared/words/sentence';
import { processorName } from '../environment/processor';
import type { TrainerLauncher } from '../trainers/trainer-launcher';
import { measuredOf, measuredSentence } from './faster';
import { deviceEnvironment } from './trainer-environment';
import { webGpuState } from './webgpu-state';
import { detectGpu } from '../gpu/detect';
import { packsFolder, packStatus, pinsHash, readPack } from '../gpu/pack/pack';
import { GPU_PACK, sumOf } from '../gpu/pack/pins';

/** `gpu` is what was found, usable or not; `reason` is null if it can be used through `through`. */
export interface GpuState {
  readonly through: GpuWay;
  readonly gpu: Gpu | null;
  readonly obstacle: GpuObstacle | null;
  readonly reason: string | null;
  readonly said?: Said | undefined;
}

const NO_PACK: Said = [say('gpu.no-pack', { gigabytes: (sumOf(GPU_PACK.wheels, 'bytes') / 1e9).toFixed(1) })];

/** Looks for a card that CUDA could use, without loading TensorFlow. */
async function seenGpu(): Promise<GpuState> {
  const { card, obstacle, reason, said } = await detectGpu();
  const pack = await readPack(packsFolder());
  const gpu = card === null ? null : { ...card, libraries: pack?.libraries ?? {} };
  const through = 'cuda';
  if (obstacle === null && pack === null)
    return { through, gpu, obstacle: 'no-pack', reason: textOf(NO_PACK), said: NO_PACK };
  return { through, gpu, obstacle, reason, said };
}

/** TensorFlow's own verdict on a card, a driver and a pack; tried once per process for each combination. */
const tried = new Map<string, Promise<Said | null>>();

/** The first usable way: CUDA if its pack is installed, else WebGPU; if neither works, why. Each is tried in its own process. */
export async function gpuState(launcher: TrainerLauncher): Promise<GpuState> {
  const ofCuda = await cudaState(launcher);
  if (ofCuda.reason === null) return ofCuda;
  const { gpu, said } = await webGpuState(launcher);
  if (said === null) return { through: 'webgpu', gpu, obstacle: null, reason: null };
  const both = [...(ofCuda.said ?? [ofCuda.reason]), ...said];
  return { ...ofCuda, reason: textOf(both), said: both };
}

/** Checks one way, for a run that has used it before. */
export async function gpuStateOf(through: GpuWay, launcher: TrainerLauncher): Promise<GpuState> {
  if (through === 'cuda') return cudaState(launcher);
  const { gpu, said } = await webGpuState(launcher);
  const reason = said === null ? null : textOf(said);
  return { through, gpu, obstacle: null, reason, ...(said !== null && { said }) };
}

/** `seenGpu`; if nothing rules the GPU out, a separate process loads TensorFlow on it and computes something. */
async function cudaState(launcher: TrainerLauncher): Promise<GpuState> {
  const seen = await seenGpu();
  if (seen.reason !== null) return seen;
  const key = JSON.stringify([seen.gpu, pinsHash(GPU_PACK)]);
  const outcome = tried.get(key) ?? tryGpu(launcher);
  tried.set(key, outcome);
  const said = await outcome;
  // The GPU may have been busy: once it is free, the program must not need a restart.
  if (said === null) return seen;
  tried.delete(key);
  return { ...seen, obstacle: 'tensorflow', reason: textOf(said), said };
}

async function tryGpu(launcher: TrainerLauncher): Promise<Said | null> {
  try {
    await launcher.ask(MEASURE_WORK, {
      request: { device: 'gpu', epochs: 0 },
      environment: await deviceEnvironment('fast', 'gpu'),
      onProgress: () => undefined,
    });
    return null;
  } catch (thrown) {
    const { message, said = [message], cause } = toShelfwiseError(thrown);
    const words = typeof cause === 'string' ? tensorflowSays(cause) : null;
    return words === null ? said : [...said, say('gpu.tensorflow-said', { words })];
  }
}

/** Every CUDA build prints this at each start; it is harmless. */
const IDLE = /Unable to register cu\w+ factory|NUMA node/;

/** The last line about the GPU in TensorFlow's log, without time and place. */
export function tensorflowSays(log: string): string | null {
  // "2026-11-24 19:57:24.678701: E external/…/cuda_driver.cc:274] failed call to cuInit: …"
  const told = Array.from(log.matchAll(/^[\d-]+ [\d:.]+: [WEF] \S+\] (.+)$/gm), ([, line]) => line!);
  return told.filter((line) => /cuda|gpu|cudnn|cublas|driver|memory/i.test(line) && !IDLE.test(line)).at(-1) ?? null;
}

export async function deviceStatus(launcher: TrainerLauncher): Promise<DeviceStatus> {
  const [{ gpu, obstacle, reason, said, through }, pack] = await Promise.all([gpuState(launcher), packStatus()]);
  const cpu: DeviceState = {
    device: 'cpu',
    name: processorName(),
    usable: true,
    reason: null,
    obstacle: null,
    driver: null,
  };
  const other: DeviceState = {
    device: 'gpu',
    name: gpu?.name ?? 'GPU',
    usable: reason === null,
    reason,
    ...(said && { said }),
    obstacle,
    driver: gpu?.driver ?? null,
    ...(reason === null && gpu !== null && { notes: await notesOf(through, gpu) }),
  };
  return { devices: [cpu, other], pack };
}

async function notesOf(through: GpuWay, gpu: Gpu): Promise<Said> {
  if (through === 'cuda') return [say('gpu.through-cuda')];
  return [say('gpu.through-webgpu'), ...(await measuredOf(gpu)).map(measuredSentence)];
}
