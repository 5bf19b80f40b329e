// Our own kernels (src/engine/model/kernels/exact/addon): compiled against the staged TensorFlow whenever their sources
// change.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { lastLines } from './causes.mjs';
import { requireCompiler } from './addon.mjs';
import { hashFiles } from './hash-files.mjs';
import { run } from './command.mjs';
import { readJson, writeJson } from './files.mjs';
import { NativeUnavailable, readNativeState } from './native-state.mjs';
import { usesWheel } from './native-tensorflow.mjs';
import { KERNELS, KERNELS_STATE, NODE_MODULES, ROOT, TFJS_NODE } from './paths.mjs';
import { say, warn, withProgress } from './say.mjs';

const SOURCES = path.join(ROOT, 'src', 'engine', 'model', 'kernels', 'exact', 'addon');
/** The same sources for each instruction set; the choice is made when they are loaded. */
const AVX512 = ['-mavx512f', '-mavx512dq', '-mavx512bw', '-mavx512vl', '-mfma'];
const INSTRUCTION_SETS = {
  plain: [],
  avx2: ['-mavx2', '-mfma'],
  avx512: AVX512,
  'avx512-vnni': [...AVX512, '-mavx512vnni'],
  'avx512-bf16': [...AVX512, '-mavx512vnni', '-mavx512bf16'],
};
/** No contraction: a x b + c rounds once only where the source says so, with any compiler. */
const FLAGS = ['-std=c++17', '-O3', '-fPIC', '-fvisibility=hidden', '-ffp-contract=off', '-DNAPI_VERSION=8'];

const sourceFiles = () => fs.readdirSync(SOURCES).filter((file) => /\.(cc|h)$/.test(file));

/** Their inputs: other sources or another TensorFlow need a new build. */
const madeOf = () =>
  [
    hashFiles(SOURCES, sourceFiles()),
    JSON.stringify([INSTRUCTION_SETS, FLAGS]),
    readNativeState()?.pin,
    readNativeState()?.state,
  ].join(' ');

/** @param {{ retry: boolean }} options retry: try again if compiling failed before */
export function kernelsAreBuilt({ retry }) {
  const state = readJson(KERNELS_STATE);
  if (state?.madeOf !== madeOf()) return false;
  return state.reason === null ? fs.existsSync(KERNELS) : !(retry && canBeBuilt());
}

const canBeBuilt = () => usesWheel() && readNativeState()?.state === 'staged';

/** Repeats a warning that must not be forgotten. */
export function remindOfMissingKernels() {
  const reason = readJson(KERNELS_STATE)?.reason ?? null;
  if (reason !== null && canBeBuilt()) warn(missingNote(reason));
}

const missingNote = (reason) =>
  `Shelfwise's own kernels are not available: ${reason} It computes with those of TensorFlow: slower, other bits.`;

/**
 * Builds them, or records why they are unavailable: the program then computes with TensorFlow's own kernels, and says
 * so.
 */
export async function buildKernels() {
  fs.rmSync(path.dirname(KERNELS), { recursive: true, force: true });
  let reason = null;
  try {
    if (!usesWheel()) throw new NativeUnavailable(`they are built for Linux on x64, not for ${process.platform}.`);
    if (readNativeState()?.state !== 'staged') throw new NativeUnavailable('they need native TensorFlow.');
    await compile(await requireCompiler());
  } catch (error) {
    if (!(error instanceof NativeUnavailable)) throw error;
    reason = error.message;
    warn(
      `Shelfwise's own kernels are not available: ${reason} It computes with those of TensorFlow: slower, other bits.`,
    );
  }
  writeJson(KERNELS_STATE, { madeOf: madeOf(), reason });
}

async function compile(compiler) {
  say(`compiling our kernels with ${compiler}`);
  const work = `${path.dirname(KERNELS)}.part`;
  fs.rmSync(work, { recursive: true, force: true });
  fs.mkdirSync(work, { recursive: true });
  const deps = path.join(TFJS_NODE, 'deps');
  const headers = [path.join(deps, 'include'), path.join(NODE_MODULES, 'node-api-headers', 'include')];
  const units = [
    ...Object.entries(INSTRUCTION_SETS).map(([name, flags]) => ({ source: 'arithmetic.cc', name, flags })),
    ...sourceFiles()
      .filter((source) => source.endsWith('.cc') && source !== 'arithmetic.cc')
      .map((source) => ({ source, name: source, flags: [] })),
  ].map((unit) => ({ ...unit, object: path.join(work, `${unit.name}.o`) }));
  const kernels = path.join(work, path.basename(KERNELS));
  const library = path.join(deps, 'lib');
  const includes = headers.map((folder) => `-I${folder}`);
  const objects = units.map(({ object }) => object);
  const rpath = `-Wl,-rpath,$ORIGIN/${path.relative(path.dirname(KERNELS), library)}`;
  const libraries = [`-L${library}`, '-l:libtensorflow_framework.so.2', rpath, '-Wl,-z,nodelete'];
  await withProgress(
    'kernels',
    () => '',
    async () => {
      for (const { source, object, flags } of units)
        await runCompiler([compiler, ...FLAGS, ...flags, ...includes, '-c', path.join(SOURCES, source), '-o', object]);
      await runCompiler([compiler, '-shared', '-pthread', ...objects, ...libraries, '-o', kernels]);
    },
  );
  fs.mkdirSync(path.dirname(KERNELS), { recursive: true });
  fs.renameSync(kernels, KERNELS);
  fs.rmSync(work, { recursive: true, force: true });
}

async function runCompiler(command) {
  const outcome = await run(command);
  if (outcome.status !== 0)
    throw new NativeUnavailable(`${command[0]} could not compile them. It said: ${lastLines(outcome.output, 5)}`);
}
