// The C++ compiler of the addon: the computer's own, otherwise zig. Microsoft's cannot compile the sources: they use
// functions and assembly of GNU's and LLVM's compilers. So Windows always takes zig.
import { compileFlags } from './addon-targets.mjs';
import { findProgram, run } from './command.mjs';
import { SetupFailure } from './say.mjs';
import { findZig, ZIG_CACHE } from './zig.mjs';

/**
 * @typedef {object} Compiler
 * @property {string} name as people know it
 * @property {string[]} command
 * @property {(work: string) => Record<string, string>} environment for a folder of the build, which is removed after it
 */

const OWN = ['g++', 'clang++'];

/**
 * @param {import('./addon-targets.mjs').Target} target of this computer's own system
 * @returns {Promise<Compiler | null>} a compiler of this computer that knows the language and every flag
 */
export async function findOwnCompiler(target) {
  if (process.platform === 'win32') return null;
  // Without Apple's tools, the programs of these names only ask to install them.
  if (process.platform === 'darwin' && (await run(['xcode-select', '-p'])).status !== 0) return null;
  for (const name of OWN) {
    const program = findProgram(name);
    if (program !== null && (await understands(program, target)))
      return { name, command: [program], environment: () => ({}) };
  }
  return null;
}

/** Compiles nothing much, once for each instruction set. */
async function understands(program, target) {
  for (const flags of Object.values(target.instructionSets)) {
    const words = [...compileFlags(target), ...flags, '-fsyntax-only', '-include', 'shared_mutex', '-x', 'c++'];
    if ((await run([program, ...words, NOTHING])).status !== 0) return false;
  }
  return true;
}

const NOTHING = '/dev/null';

/**
 * @param {import('./addon-targets.mjs').Target} target
 * @returns {Promise<Compiler>} zig, downloaded where it is not there yet
 * @throws {SetupFailure}
 */
export async function findZigFor(target) {
  const program = await findZig();
  return {
    name: 'zig',
    command: [program, 'c++', '-target', target.zig],
    environment: (work) => ({ ZIG_GLOBAL_CACHE_DIR: ZIG_CACHE, ZIG_LOCAL_CACHE_DIR: work }),
  };
}

/**
 * @param {import('./addon-targets.mjs').Target} target of this computer's own system
 * @returns {Promise<Compiler>}
 * @throws {SetupFailure} naming each way to a compiler
 */
export async function requireCompiler(target) {
  const own = await findOwnCompiler(target);
  if (own !== null) return own;
  try {
    return await findZigFor(target);
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    throw new SetupFailure(`this computer has no C++ compiler that can build it, and ${error.message} ${ADVICE}`);
  }
}

const ADVICE = {
  linux: 'Install one (Debian and Ubuntu: sudo apt install g++), or connect this computer, and run "npm run setup".',
  darwin: 'Install Apple’s (xcode-select --install), or connect this computer, and run "npm run setup".',
  win32: 'Connect this computer (Microsoft’s compiler cannot build it) and run "npm run setup".',
}[process.platform];
