/** The GPU that tests compute on: a software adapter (lavapipe) if there is no other. */
import { openGpu, type OpenGpu, SOFTWARE } from '../../../../src/engine/machine/gpu/webgpu/open-gpu';
import { toShelfwiseError } from '../../../../src/shared/errors';

process.env[SOFTWARE] = '1';

/** Null without one; tests that need it are then skipped, and say so. */
export async function adapterForTests(): Promise<OpenGpu | null> {
  try {
    return await openGpu();
  } catch (thrown) {
    process.stderr.write(
      `The tests of WebGPU are skipped: ${toShelfwiseError(thrown).message} (npm run test:gpu installs an adapter in software.)\n`,
    );
    return null;
  }
}

/**
 * `npm run test:gpu` also runs the slow tests: each network shape is compiled anew, which is slow with a software
 * adapter.
 */
export const runsAll = process.env['SHELFWISE_TEST_GPU'] === 'all';
