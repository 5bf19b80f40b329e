/**
 * Loads tfjs-node's backend with our addon under it, once per process. Its index would load layers, WebGL, data sets and files of models too, none of which is
 * used here: a quarter of what a trainer needs to start.
 */
import { createRequire } from 'node:module';
import * as tf from '@tensorflow/tfjs';
import { ShelfwiseError } from '../../shared/errors';
import type { Recipe } from '../../shared/recipe/table';
import { say } from '../../shared/words/sentence';
import { KERNELS, PRODUCTS } from '../machine/environment/computing';
import { threadsAskedFor } from '../machine/environment/threads';
import type { Kernels } from './kernels/kernels';
import type { InstructionSet, nodeBackend } from './kernels/operations';

export interface Backend {
  /** Of the addon's operations. */
  readonly tensorflowVersion: string;
  /** What the record says of the kernels. */
  readonly flags: Readonly<Record<string, string>>;
  readonly kernels: Kernels;
  /** The meaning of numeric.products=bfloat16. */
  readonly kernelsInBfloat16: Kernels;
}

let loading: Promise<Backend> | null = null;

/**
 * The backend of this process.
 * @throws ShelfwiseError `not-found` if the addon was not built, or does not load here
 */
export function loadBackend(): Promise<Backend> {
  loading ??= load();
  return loading;
}

/** The backend of this process with the kernels that a recipe means. @throws as loadBackend */
export async function loadBackendFor(recipe: Recipe): Promise<Backend> {
  const backend = await loadBackend();
  if (recipe['numeric.products'] !== 'bfloat16') return backend;
  const { kernelsInBfloat16: kernels, flags } = backend;
  return { ...backend, kernels, flags: { ...flags, [PRODUCTS]: kernels.name } };
}

/** For tests of the bits: with every instruction set they are the same. */
const INSTRUCTION_SET = 'SHELFWISE_INSTRUCTION_SET';

function useInstructionSetAskedFor(addon: ReturnType<typeof nodeBackend>['binding']): void {
  const asked = process.env[INSTRUCTION_SET];
  if (asked === undefined || addon.setInstructionSet(asked as InstructionSet)) return;
  throw new ShelfwiseError('usage', say('backend.no-instruction-set', { asked, used: addon.instructionSet }));
}

/** What tfjs-node's index does of its own, for the part of it that computes. */
async function useAddon(): Promise<void> {
  const require = createRequire(import.meta.url);
  // tfjs-node 4.22 calls util.isNullOrUndefined, which Node 23 removed.
  const legacy: { isNullOrUndefined?: (value: unknown) => boolean } = require('node:util');
  legacy.isNullOrUndefined ??= (value) => value === null || value === undefined;
  const addon = require('@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node');
  const { NodeJSKernelBackend } = await import('@tensorflow/tfjs-node/dist/nodejs_kernel_backend');
  const { COMPUTED_KERNELS } = await import('./tfjs/computed-kernels');
  for (const kernel of COMPUTED_KERNELS) tf.registerKernel(kernel);
  tf.registerBackend('tensorflow', () => new NodeJSKernelBackend(addon, '@tensorflow/tfjs-node'));
  await tf.setBackend('tensorflow');
}

async function load(): Promise<Backend> {
  const threads = threadsAskedFor();
  try {
    await useAddon();
  } catch (thrown) {
    const cause = thrown instanceof Error ? thrown.message.split('\n')[0]! : String(thrown);
    throw new ShelfwiseError('not-found', say('backend.no-addon', { cause }), { cause: thrown });
  }
  const operations = await import('./kernels/operations');
  const { exactKernels: kernels, loweredKernels: kernelsInBfloat16 } = await import('./kernels/exact/exact');
  const { binding } = operations.nodeBackend();
  binding.setThreads(threads);
  useInstructionSetAskedFor(binding);
  return {
    tensorflowVersion: binding.TF_Version,
    flags: { [KERNELS]: 'exact' },
    kernels,
    kernelsInBfloat16,
  };
}
