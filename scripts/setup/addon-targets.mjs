// The systems that the addon is built for: flags of the compilers, and what zig calls each system.

/** arithmetic.cc is compiled once for each of a processor's instruction sets; the addon chooses when it is loaded. */
const AVX512 = ['-mavx512f', '-mavx512dq', '-mavx512bw', '-mavx512vl', '-mfma'];
const X64 = {
  plain: [],
  avx2: ['-mavx2', '-mfma'],
  avx512: AVX512,
  'avx512-vnni': [...AVX512, '-mavx512vnni'],
  'avx512-bf16': [...AVX512, '-mavx512vnni', '-mavx512bf16'],
};
const ARM64 = { neon: [] };

/** No contraction: a x b + c rounds once only where the source says so, with any compiler. */
const FLAGS = ['-std=c++17', '-O3', '-fvisibility=hidden', '-ffp-contract=off', '-DNAPI_VERSION=8'];

/**
 * @typedef {object} Target
 * @property {string} zig as `zig c++ -target` takes it: with the oldest glibc or macOS that it runs on
 * @property {Record<string, string[]>} instructionSets flags by name
 * @property {string[]} compile
 * @property {string[]} link
 */

const LINUX = { compile: ['-fPIC'], link: ['-shared', '-pthread', '-s'] };
/** Functions of Node are found when the addon is loaded. */
const MACOS = { compile: [], link: ['-shared', '-undefined', 'dynamic_lookup'] };
/** host.cc finds the functions of Node, so that there is no library to link. */
const WINDOWS = { compile: [], link: ['-shared', '-s'] };

/** @type {Record<string, Target>} */
const TARGETS = {
  'linux-x64': { zig: 'x86_64-linux-gnu.2.28', instructionSets: X64, ...LINUX },
  'linux-arm64': { zig: 'aarch64-linux-gnu.2.28', instructionSets: ARM64, ...LINUX },
  'win32-x64': { zig: 'x86_64-windows-gnu', instructionSets: X64, ...WINDOWS },
  'darwin-x64': { zig: 'x86_64-macos.11.0', instructionSets: X64, ...MACOS },
  'darwin-arm64': { zig: 'aarch64-macos.11.0', instructionSets: ARM64, ...MACOS },
};

export const SYSTEMS = Object.keys(TARGETS);

/** As in the names of npm packages with one system's binary. */
export const OWN_SYSTEM = `${process.platform}-${process.arch}`;

/**
 * @param {string} system
 * @returns {Target | null} null where the addon does not run
 */
export const targetOf = (system) => TARGETS[system] ?? null;

/** @param {Target} target */
export const compileFlags = ({ compile }) => [...FLAGS, ...compile];
