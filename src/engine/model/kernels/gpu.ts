/**
 * Kernels for a GPU: only operations that add in one order there, so that a run repeats. TensorFlow's sparse product and its fused cross-entropy do
 * not (it refuses them under TF_DETERMINISTIC_OPS); dense products and reductions do, and a GPU has the memory for them.
 */
import type { Kernels } from './kernels';
import { nativeKernels } from './native';
import { portableKernels } from './portable';

export const gpuKernels: Kernels = { ...portableKernels, name: 'gpu', parameter: nativeKernels.parameter };
