// The addon under tfjs-node (src/engine/model/kernels/exact/addon): compiled whenever its sources change.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { lastLines } from './causes.mjs';
import { requireCompiler } from './addon.mjs';
import { hashFiles } from './hash-files.mjs';
import { run } from './command.mjs';
import { readJson, writeJson } from './files.mjs';
import { NativeUnavailable } from './native-state.mjs';
import { ADDON, ADDON_STATE, NODE_MODULES, ROOT, STATE } from './paths.mjs';
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

/** Its inputs: with other ones, it is built anew. */
const madeOf = () => [hashFiles(SOURCES, sourceFiles()), JSON.stringify([INSTRUCTION_SETS, FLAGS])].join(' ');

/** @param {{ retry: boolean }} options retry: try again if compiling failed before */
export function kernelsAreBuilt({ retry }) {
  const state = readJson(ADDON_STATE);
  if (state?.madeOf !== madeOf()) return false;
  return state.reason === null ? fs.existsSync(ADDON) : !retry;
}

/** Repeats a warning that must not be forgotten. */
export function remindOfMissingKernels() {
  const reason = readJson(ADDON_STATE)?.reason ?? null;
  if (reason !== null) warn(missingNote(reason));
}

const missingNote = (reason) =>
  `The part that computes models is not available: ${reason} Everything else works; npm run setup tries again.`;

/** Builds it, or records why it is unavailable. */
export async function buildKernels() {
  fs.rmSync(ADDON, { force: true });
  let reason = null;
  try {
    await compile(await requireCompiler());
  } catch (error) {
    if (!(error instanceof NativeUnavailable)) throw error;
    reason = error.message;
    warn(missingNote(reason));
  }
  writeJson(ADDON_STATE, { madeOf: madeOf(), reason });
}

async function compile(compiler) {
  say(`compiling the part that computes models with ${compiler}`);
  const work = path.join(STATE, 'addon.part');
  fs.rmSync(work, { recursive: true, force: true });
  fs.mkdirSync(work, { recursive: true });
  const headers = path.join(NODE_MODULES, 'node-api-headers', 'include');
  const units = [
    ...Object.entries(INSTRUCTION_SETS).map(([name, flags]) => ({ source: 'arithmetic.cc', name, flags })),
    ...sourceFiles()
      .filter((source) => source.endsWith('.cc') && source !== 'arithmetic.cc')
      .map((source) => ({ source, name: source, flags: [] })),
  ].map((unit) => ({ ...unit, object: path.join(work, `${unit.name}.o`) }));
  const addon = path.join(work, path.basename(ADDON));
  const objects = units.map(({ object }) => object);
  await withProgress(
    'kernels',
    () => '',
    async () => {
      for (const { source, object, flags } of units)
        await runCompiler([
          compiler,
          ...FLAGS,
          ...flags,
          `-I${headers}`,
          '-c',
          path.join(SOURCES, source),
          '-o',
          object,
        ]);
      await runCompiler([compiler, '-shared', '-pthread', ...objects, '-Wl,-z,nodelete', '-s', '-o', addon]);
    },
  );
  fs.mkdirSync(path.dirname(ADDON), { recursive: true });
  fs.renameSync(addon, ADDON);
  fs.rmSync(work, { recursive: true, force: true });
}

async function runCompiler(command) {
  const outcome = await run(command);
  if (outcome.status !== 0)
    throw new NativeUnavailable(`${command[0]} could not compile them. It said: ${lastLines(outcome.output, 5)}`);
}
