/** The GPU that tests compute on: an adapter in software (lavapipe) where there is no other. */
import { openGpu, type OpenGpu, SOFTWARE } from '../../../../src/engine/machine/gpu/webgpu/open-gpu';
import { toShelfwiseError } from '../../../../src/shared/errors';

process.env[SOFTWARE] = '1';

/** Null where there is none; then the tests that need one are skipped, and say so. */
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

/** `npm run test:gpu` runs what takes longer, too: each shape of the network is compiled anew, which an adapter in software does slowly. */
export const runsAll = process.env['SHELFWISE_TEST_GPU'] === 'all';
