// tfjs-node's addon: compiled here against the staged library, and loaded once to check that it works on this machine.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { lastLines } from './causes.mjs';
import { findProgram, run } from './command.mjs';
import { NativeUnavailable } from './native-state.mjs';
import { ADDON, NODE_MODULES, TFJS_NODE } from './paths.mjs';
import { say, withProgress } from './say.mjs';
import { canInstallSystemPackages, installSystemPackages } from './system-packages.mjs';

const COMPILERS = ['g++', 'c++', 'clang++'];

const findCompiler = () => COMPILERS.find((compiler) => findProgram(compiler) !== null) ?? null;

/**
 * @returns {Promise<string>} a C++ compiler, installed if missing and permitted
 * @throws {NativeUnavailable}
 */
export async function requireCompiler() {
  const found = findCompiler();
  if (found !== null) return found;
  if (canInstallSystemPackages()) {
    await installSystemPackages(['g++'], 'it compiles the link between Node and TensorFlow');
    const installed = findCompiler();
    if (installed !== null) return installed;
  }
  throw new NativeUnavailable(
    'there is no C++ compiler. Install one (Debian and Ubuntu: sudo apt install g++) and run "npm run setup" again.',
  );
}

/**
 * @param {string} compiler
 * @param {string} deps folder with include/ and lib/
 */
export async function compileAddon(compiler, deps) {
  say(`compiling the TensorFlow addon with ${compiler}`);
  const temporary = `${ADDON}.part`;
  fs.mkdirSync(path.dirname(ADDON), { recursive: true });
  const headers = [path.join(deps, 'include'), TFJS_NODE, path.join(NODE_MODULES, 'node-api-headers', 'include')];
  const sources = ['tfjs_backend.cc', 'tfjs_binding.cc'].map((source) => path.join(TFJS_NODE, 'binding', source));
  const flags = [
    '-std=c++17',
    '-O2',
    '-fPIC',
    '-shared',
    '-DNAPI_VERSION=8',
    ...headers.map((folder) => `-I${folder}`),
  ];
  const libraries = [`-L${path.join(deps, 'lib')}`, '-l:libtensorflow_cc.so.2', '-l:libtensorflow_framework.so.2'];
  const rpath = '-Wl,-rpath,$ORIGIN/../../deps/lib';
  const outcome = await withProgress(
    'addon',
    () => '',
    () => run([compiler, ...flags, ...sources, ...libraries, rpath, '-o', temporary]),
  );
  if (outcome.status !== 0)
    throw new NativeUnavailable(`${compiler} could not compile the addon. It said: ${lastLines(outcome.output, 5)}`);
  fs.renameSync(temporary, ADDON);
}

// Node 23 removed isNullOrUndefined, which tfjs-node still calls.
const LOAD = `
  const util = require('node:util');
  util.isNullOrUndefined ??= (value) => value === null || value === undefined;
  const tf = require('@tensorflow/tfjs-node');
  if (tf.tensor1d([1, 2]).sum().dataSync()[0] !== 3) throw new Error('1 + 2 is not 3');
  process.stdout.write('\\nTensorFlow=' + tf.backend().binding.TF_Version + '\\n');
`;

/**
 * Loads TensorFlow in its own process, which it may crash.
 * @returns {Promise<string>} its version
 * @throws {NativeUnavailable}
 */
export async function loadAddon() {
  const outcome = await run([process.execPath, '-e', LOAD], { env: { TF_CPP_MIN_LOG_LEVEL: '2' } });
  const version = /^TensorFlow=(.+)$/m.exec(outcome.output)?.[1];
  if (outcome.status === 0 && version !== undefined) return version;
  if (outcome.signal === 'SIGILL')
    throw new NativeUnavailable('this processor lacks instructions that TensorFlow needs (AVX).');
  const message = /^\w*Error: .+$/m.exec(outcome.output)?.[0] ?? lastLines(outcome.output, 3);
  throw new NativeUnavailable(`it was staged but does not load: ${message || outcome.signal}`);
}
