// All tests of training through WebGPU: on this machine's GPU or, without one, on Mesa's lavapipe, which computes on
// the processor. Fetches lavapipe and the npm package if missing.
import { runVisibly } from '../setup/command.mjs';
import { say, SetupFailure } from '../setup/say.mjs';
import { setUp } from '../setup/set-up.mjs';
import { findLavapipe } from '../setup/test-tools.mjs';
import { findWebGpu } from '../setup/webgpu.mjs';
import { VITEST } from './tools.mjs';

const TESTS = 'tests/gpu/webgpu';

/**
 * @param {string[]} filters for vitest; empty for all tests of WebGPU
 * @returns {Promise<number>} the exit status
 */
export async function checkGpu(filters) {
  if (!(await setUp())) return 1;
  try {
    say(`the package: ${await findWebGpu()}`);
    say(`an adapter in software: ${await findLavapipe()}`);
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    // A machine with a GPU needs no lavapipe; without either, the tests report that they are skipped.
    say(`NOTE: ${error.message}`);
  }
  const environment = { SHELFWISE_TEST_GPU: 'all', SHELFWISE_WEBGPU_SOFTWARE: '1' };
  const command = [...VITEST, 'run', ...(filters.length === 0 ? [TESTS] : filters)];
  return runVisibly(command, { env: environment });
}
