/** Loads TensorFlow once per process: native if it is staged, else the WASM kernels, saying so. */
import * as path from 'node:path';
import { createRequire } from 'node:module';
import * as util from 'node:util';
import { ShelfwiseError } from '../../shared/errors';
import { type Said, say, type Sentence, textOf } from '../../shared/words/sentence';
import type { Kernels } from './kernels/kernels';
import type { Recipe } from '../../shared/recipe/table';
import {
  applyNumericEnvironment,
  KERNELS,
  numericFlags,
  type NumericMode,
  PRODUCTS,
  productsOfFast,
} from '../machine/environment/numeric-mode';
import { threadsAskedFor } from '../machine/environment/threads';

export interface Backend {
  readonly kind: 'tensorflow' | 'wasm';
  /** Why the native backend is not used, as a sentence; null if it is. */
  readonly reason: string | null;
  readonly said?: Said;
  /** Version of libtensorflow, or of the WASM kernels. */
  readonly tensorflowVersion: string;
  readonly mode: NumericMode;
  /** The environment variables set before TensorFlow was loaded, and the number format of `fast`. */
  readonly flags: Readonly<Record<string, string>>;
  readonly kernels: Kernels;
  /** The meaning of the mode portable in recipes of version 1: TensorFlow's own kernels. */
  readonly kernelsOfVersion1: Kernels;
  /** The meaning of numeric.products=bfloat16; null without our own kernels. */
  readonly kernelsInBfloat16: Kernels | null;
}

let loading: Promise<Backend> | null = null;
let loadedMode: NumericMode | null = null;

/**
 * The backend of this process.
 * @throws ShelfwiseError `internal` if this process was set up for another mode: a mode is fixed when a process starts
 */
export function loadBackend(mode: NumericMode): Promise<Backend> {
  if (loading !== null && loadedMode !== mode)
    throw new ShelfwiseError(
      'internal',
      `This process computes in the mode ${loadedMode}; ${mode} needs a process of its own.`,
    );
  loadedMode = mode;
  loading ??= load(mode);
  return loading;
}

/**
 * The backend of this process with the kernels that a recipe means: runs of version 1 must keep their bits.
 * @param mode of this process, if it already has one
 * @throws as loadBackend
 */
export async function loadBackendFor(recipe: Recipe, mode: NumericMode = recipe['numeric.mode']): Promise<Backend> {
  const backend = await loadBackend(mode);
  if (recipe['numeric.products'] === 'bfloat16') return inBfloat16(backend);
  if (recipe.version !== 1 || mode !== 'portable') return backend;
  const { [KERNELS]: _, ...flags } = backend.flags;
  return { ...backend, kernels: backend.kernelsOfVersion1, flags };
}

/** With our own products in bfloat16, or in 32 bits if they are missing. The flags tell which. */
function inBfloat16(backend: Backend): Backend {
  const { kernelsInBfloat16: own, flags } = backend;
  return own === null
    ? { ...backend, flags: { ...flags, [PRODUCTS]: 'float32' } }
    : { ...backend, kernels: own, flags: { ...flags, [PRODUCTS]: own.name } };
}

/** The mode of this process, or null if nothing is loaded yet. */
export const modeOfThisProcess = (): NumericMode | null => loadedMode;

async function load(mode: NumericMode): Promise<Backend> {
  applyNumericEnvironment(mode);
  if (mode === 'everywhere') return loadWasm(mode, say('backend.everywhere'));
  try {
    return await loadNative(mode);
  } catch (thrown) {
    if (thrown instanceof ShelfwiseError && thrown.code === 'usage') throw thrown;
    const detail = thrown instanceof Error ? thrown.message.split('\n')[0] : String(thrown);
    return loadWasm(mode, say('backend.not-native', { cause: detail ?? '' }));
  }
}

async function loadNative(mode: NumericMode): Promise<Backend> {
  // tfjs-node 4.22 calls util.isNullOrUndefined, which Node 23 removed.
  const legacy = createRequire(import.meta.url)('node:util') as typeof util & {
    isNullOrUndefined?: (value: unknown) => boolean;
  };
  legacy.isNullOrUndefined ??= (value) => value === null || value === undefined;
  await import('@tensorflow/tfjs-node');
  const { nodeBackend } = await import('./kernels/raw-operations');
  const backend = nodeBackend();
  const { nativeKernels } = await import('./kernels/native');
  const { flags, ...kernels } = await nativeKernelsOf(mode);
  return {
    kind: 'tensorflow',
    reason: null,
    tensorflowVersion: backend.binding.TF_Version,
    mode,
    flags: { ...numericFlags(), ...flags },
    ...kernels,
    kernelsOfVersion1: nativeKernels,
  };
}

/** Ours if they could be built (setup says why not); otherwise TensorFlow's, with other bits, as the flags tell. */
async function nativeKernelsOf(mode: NumericMode): Promise<Pick<Backend, 'kernels' | 'kernelsInBfloat16' | 'flags'>> {
  const threads = threadsAskedFor();
  const { loadExactAddon } = await import('./kernels/exact/load-addon');
  let addon;
  try {
    addon = loadExactAddon();
  } catch {
    const { nativeKernels: kernels } = await import('./kernels/native');
    return { kernels, kernelsInBfloat16: null, flags: { [KERNELS]: 'tensorflow' } };
  }
  addon.setThreads(threads);
  const products = mode === 'fast' ? await productsOfFast() : 'float32';
  const flags = { [KERNELS]: 'exact', ...(mode === 'fast' && { [PRODUCTS]: products }) };
  const { exactKernels, loweredKernels: kernelsInBfloat16 } = await import('./kernels/exact/exact');
  const isLowered = products === 'bfloat16';
  const kernels = isLowered ? (await import('./kernels/exact/bfloat16')).bfloat16Kernels : exactKernels;
  return { kernels, kernelsInBfloat16, flags };
}

async function loadWasm(mode: NumericMode, reason: Sentence): Promise<Backend> {
  const tf = await import('@tensorflow/tfjs');
  const wasm = await import('@tensorflow/tfjs-backend-wasm');
  const folder = path.dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));
  wasm.setWasmPaths(`${folder}${path.sep}`);
  if (!(await tf.setBackend('wasm'))) throw new ShelfwiseError('internal', say('model.no-backend'));
  const { portableKernels } = await import('./kernels/portable');
  return {
    kind: 'wasm',
    reason: textOf([reason]),
    said: [reason],
    tensorflowVersion: wasm.version_wasm,
    mode,
    flags: {},
    kernels: portableKernels,
    kernelsOfVersion1: portableKernels,
    kernelsInBfloat16: null,
  };
}
