/**
 * Stands for @tensorflow/tfjs in the program (electron.vite.config.ts): its core with gradients. Layers, WebGL and data sets, which nothing here uses, would take
 * longer to load than a short training lasts.
 */
import { KernelBackend as ModernBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';

export * from '@tensorflow/tfjs-core';

/** tfjs-node's backend calls the constructor of what it extends as a function, which a class of today refuses. */
function callableBackend(): void {}
callableBackend.prototype = ModernBackend.prototype;
export { callableBackend as KernelBackend };
