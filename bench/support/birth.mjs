// The initial environment of a trainer, for processes that benches start.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** @param {string} file of src/engine */
const ofEngine = async (file) => {
  const place = fileURLToPath(new URL(`../../src/engine/${file}`, import.meta.url));
  return (await runnerImport(place, { configFile: false, logLevel: 'error' })).module;
};
const { computingEnvironment } = await ofEngine('machine/environment/computing.ts');

/** Node's flags before the worker. */
export const NODE_FLAGS = (await ofEngine('machine/trainers/node-flags.ts')).trainerNodeFlags();

/** Benches compare at the same number of threads. */
export const THREADS = { SHELFWISE_THREADS: '2', OMP_NUM_THREADS: '2' };

/** @type {Record<string, string>} */
export const BIRTH = { ...THREADS, ...computingEnvironment() };
