/** Determines whether a run can be trained through WebGPU here, in a separate process that a driver may crash. */
import { type DeviceMeasurement, type Gpu, MEASURE_WORK } from '../../../shared/contract/device';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { type Said, say } from '../../../shared/words/sentence';
import { whyNoWebGpu } from '../gpu/webgpu/open-gpu';
import { trainerEnvironment } from './trainer-environment';
import type { TrainerLauncher } from '../trainers/trainer-launcher';

/** Seconds for a driver to load, compile and compute one small step. A software adapter takes five on a busy machine. */
const SECONDS_TO_TRY = 60;
/** Largest relative error of a kernel against double precision: single precision is off by less, ten bits by a hundred times as much. */
const TOLERANCE = 1e-5;

type WebGpuState = { readonly gpu: Gpu; readonly said: null } | { readonly gpu: Gpu | null; readonly said: Said };

/**
 * Milliseconds before an unusable GPU is tried again. It may have been busy; but every view of a screen that names devices asks, and each try loads
 * the package and a driver in a process.
 */
const ASK_AGAIN = 30_000;

/** By launcher: one per program, several in tests. */
const tried = new WeakMap<TrainerLauncher, { readonly state: Promise<WebGpuState>; until: number }>();

/** Tries once; tries an unusable GPU again half a minute later. */
export async function webGpuState(launcher: TrainerLauncher): Promise<WebGpuState> {
  const known = tried.get(launcher);
  if (known !== undefined && performance.now() < known.until) return known.state;
  const asked = { state: tryWebGpu(launcher), until: Infinity };
  tried.set(launcher, asked);
  const state = await asked.state;
  if (state.said !== null) asked.until = performance.now() + ASK_AGAIN;
  return state;
}

async function tryWebGpu(launcher: TrainerLauncher): Promise<WebGpuState> {
  const ruledOut = whyNoWebGpu();
  if (ruledOut !== null) return { gpu: null, said: [ruledOut] };
  try {
    return judged(await tryOut(launcher));
  } catch (thrown) {
    const { message, said = [message] } = toShelfwiseError(thrown);
    return { gpu: null, said };
  }
}

function judged({ gpu, kernels }: DeviceMeasurement): WebGpuState {
  if (gpu === undefined) return { gpu: null, said: [say('gpu.webgpu-no-adapter')] };
  const wrong = Object.entries(kernels).find(([, off]) => !(off <= TOLERANCE));
  if (wrong === undefined) return { gpu, said: null };
  return { gpu, said: [say('gpu.webgpu-wrong', { name: gpu.name, pass: wrong[0], off: wrong[1].toExponential(1) })] };
}

/**
 * Computes one small known step on the GPU in a separate process.
 * @param patience seconds that it may take
 * @throws ShelfwiseError as thrown there; `usage` if it gave no answer or died
 */
export async function tryOut(launcher: TrainerLauncher, patience = SECONDS_TO_TRY): Promise<DeviceMeasurement> {
  const signal = AbortSignal.timeout(patience * 1000);
  try {
    return await launcher.ask(MEASURE_WORK, {
      request: { device: 'gpu', epochs: 0 },
      environment: trainerEnvironment('gpu'),
      onProgress: () => undefined,
      signal,
    });
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    if (signal.aborted) throw new ShelfwiseError('usage', say('gpu.webgpu-silent', { seconds: patience }));
    if (error.code !== 'internal') throw error;
    const cause = (typeof error.cause === 'string' ? error.cause : error.message).trim().split('\n').at(-1)!;
    throw new ShelfwiseError('usage', say('gpu.webgpu-died', { cause }), { cause: thrown });
  }
}
