// What a trainer of a numeric mode has in its environment from birth, for the processes that benches start.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const file = fileURLToPath(new URL('../../src/engine/environment/numeric-mode.ts', import.meta.url));
const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' });

/** Two threads, also in the mode fast: benches compare at the same number. */
export const THREADS = { SHELFWISE_THREADS: '2', OMP_NUM_THREADS: '2' };

/**
 * @param {'portable' | 'fast'} mode
 * @returns {Promise<Record<string, string>>}
 */
export async function birthOf(mode) {
  const environment = module.numericEnvironment(mode, 'cpu', THREADS);
  return { ...THREADS, ...Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== null)) };
}
