// The one setup behind `npm run setup`, `npm run demo` and `npm test`: a list of steps, each skipped when done.
import { parseArgs } from 'node:util';
import { addAddon, addonIsSettled, remindOfMissingAddon } from './addon.mjs';
import { buildProgram, programIsBuilt } from './build.mjs';
import { dependenciesAreInstalled, installDependencies } from './dependencies.mjs';
import { knownCause } from './causes.mjs';
import { withLock } from './lock.mjs';
import { say, SetupFailure } from './say.mjs';
import { installSystemTools, installTestTools } from './test-tools.mjs';
import { addWebGpu, webGpuIsSettled } from './webgpu.mjs';

/**
 * @typedef {object} SetUpOptions
 * @property {boolean} [tests] also what only the tests need
 * @property {boolean} [retry] try again for what could not be had before
 * @property {boolean} [program] false where nothing will start the program: it is not built then
 */

/** @param {Required<SetUpOptions>} options */
const steps = (options) => [
  { isDone: dependenciesAreInstalled, work: installDependencies },
  { isDone: () => webGpuIsSettled(options), work: addWebGpu },
  { isDone: () => addonIsSettled(options), work: addAddon },
  ...(options.program ? [{ isDone: programIsBuilt, work: buildProgram }] : []),
];

/**
 * Prepares a checkout, announcing each step; prints almost nothing if nothing is to do.
 * @param {SetUpOptions} [options]
 * @returns {Promise<boolean>} false on failure, whose reason was printed
 */
export async function setUp({ tests = false, retry = false, program = true } = {}) {
  const todo = steps({ tests, retry, program });
  const started = performance.now();
  try {
    const systemTools = tests ? installSystemTools() : null;
    const isReady = todo.every((step) => step.isDone());
    if (!isReady)
      await withLock('setup', async () => {
        for (const step of todo) if (!step.isDone()) await step.work();
      });
    if (isReady) remindOfMissingAddon();
    await systemTools;
    if (tests) await installTestTools();
    say(isReady ? 'everything is in place' : `ready after ${Math.round((performance.now() - started) / 1000)} s`);
    return true;
  } catch (error) {
    const sentence = error instanceof SetupFailure ? error.message : knownCause(String(error));
    console.error(sentence === null ? error : `setup: ${sentence}`);
    return false;
  }
}

/** @param {string[]} args */
export async function setUpFromCommandLine(args) {
  let options;
  try {
    options = parseArgs({ args, options: { tests: { type: 'boolean' } } }).values;
  } catch (error) {
    console.error(`setup: ${error.message}. Allowed: --tests (also what tests need)`);
    process.exitCode = 2;
    return;
  }
  if (!(await setUp({ ...options, retry: true }))) process.exitCode = 1;
}
