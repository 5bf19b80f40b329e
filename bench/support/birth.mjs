// The initial environment of a trainer of a numeric mode, for processes that benches start.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** @param {string} file of src/engine */
const ofEngine = async (file) => {
  const place = fileURLToPath(new URL(`../../src/engine/${file}`, import.meta.url));
  return (await runnerImport(place, { configFile: false, logLevel: 'error' })).module;
};
const { numericEnvironment } = await ofEngine('machine/environment/numeric-mode.ts');

/** Node's flags before the worker. */
export const NODE_FLAGS = (await ofEngine('machine/trainers/node-flags.ts')).trainerNodeFlags();

/** Two threads in the mode fast too: benches compare at the same number. */
export const THREADS = { SHELFWISE_THREADS: '2', OMP_NUM_THREADS: '2' };

/**
 * @param {'portable' | 'fast'} mode
 * @returns {Promise<Record<string, string>>}
 */
export async function birthOf(mode) {
  const environment = numericEnvironment(mode, 'cpu', THREADS);
  return { ...THREADS, ...Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== null)) };
}
