// Native TensorFlow under @tensorflow/tfjs-node: the pinned wheel on Linux x64 (so that all runs there share one
// library), the official build elsewhere. If neither works, the program uses the portable kernels (WASM), and says so.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { compileAddon, loadAddon, requireCompiler } from './addon.mjs';
import { isNetworkFailure, knownCause, lastLines, requireSpace } from './causes.mjs';
import { run } from './command.mjs';
import { replaceFolder, sha256OfFile } from './files.mjs';
import { NativeUnavailable, readNativeState, writeStaged, writeUnavailable } from './native-state.mjs';
import { ADDON, DOWNLOADS, NODE_MODULES, TFJS_NODE } from './paths.mjs';
import { TENSORFLOW_HEADERS, TENSORFLOW_LIBRARIES, TENSORFLOW_LICENCES, TENSORFLOW_WHEEL } from './pins.mjs';
import { say, SetupFailure, warn, withProgress } from './say.mjs';
import { extractWanted } from './unzip.mjs';
import { fetchWheel } from './wheel.mjs';

const DEPS = path.join(TFJS_NODE, 'deps');
const GIGABYTES = 1.2;
export const usesWheel = () => process.platform === 'linux' && process.arch === 'x64';

/** @param {{ retry: boolean, portable: boolean }} options retry: try again if it was unavailable before */
export function nativeTensorFlowIsSettled({ retry, portable }) {
  const state = readNativeState();
  return state !== null && (state.state === 'staged' || portable || !retry);
}

/** Repeats a warning that must not be forgotten. */
export function remindOfPortableKernels() {
  const state = readNativeState();
  if (state?.state === 'unavailable') warn(portableNote(state.reason));
}

const portableNote = (reason) =>
  `Native TensorFlow is not available: ${reason}\n` +
  'setup:       Shelfwise works with the portable kernels (WASM) instead: 2 to 5 times slower, other bits. "doctor" and each run record say so, too.';

export async function stageNativeTensorFlow({ portable }) {
  try {
    if (portable) throw new NativeUnavailable('it was left out on request; "npm run setup" stages it.');
    if (await adoptWhatIsThere()) return;
    await (usesWheel() ? stageWheel() : stageOfficialBuild());
  } catch (error) {
    if (!(error instanceof NativeUnavailable)) throw error;
    writeUnavailable(error.message);
    warn(portableNote(error.message));
  }
}

/** Keeps a library staged before this state was written (setup was interrupted at its end). */
async function adoptWhatIsThere() {
  if (!fs.existsSync(ADDON)) return false;
  const libraries = usesWheel() ? TENSORFLOW_LIBRARIES.map(({ staged }) => path.join(DEPS, staged)) : [];
  if (usesWheel() && !TENSORFLOW_HEADERS.every(({ staged }) => fs.existsSync(path.join(DEPS, staged)))) return false;
  if (usesWheel())
    for (const [index, { sha256 }] of TENSORFLOW_LIBRARIES.entries())
      if (!fs.existsSync(libraries[index]) || (await sha256OfFile(libraries[index])) !== sha256) return false;
  let version;
  try {
    version = await loadAddon();
  } catch {
    return false; // Half staged: it is staged again.
  }
  await writeStaged(libraries[0] ?? officialLibrary(), version, libraries);
  say('native TensorFlow is in place');
  return true;
}

async function stageWheel() {
  if (process.report.getReport().header.glibcVersionRuntime === undefined)
    throw new NativeUnavailable('this Linux has another C library (musl) than TensorFlow is built for (glibc).');
  const compiler = await requireCompiler();
  requireSpace(GIGABYTES, 'Native TensorFlow');
  const wheel = await fetchWheel(TENSORFLOW_WHEEL, DOWNLOADS);
  const partial = `${DEPS}.part`;
  fs.rmSync(partial, { recursive: true, force: true, maxRetries: 3 });
  say('unpacking TensorFlow');
  await withProgress(
    'TensorFlow library',
    () => '',
    () => unpack(wheel, partial),
  );
  await compileAddon(compiler, partial);
  replaceFolder(partial, DEPS);
  const version = await loadAddon();
  const libraries = TENSORFLOW_LIBRARIES.map(({ staged }) => path.join(DEPS, staged));
  await writeStaged(libraries[0], version, libraries);
  fs.rmSync(DOWNLOADS, { recursive: true, force: true, maxRetries: 3 });
  say(`native TensorFlow ${version} is staged`);
}

async function unpack(wheel, target) {
  const wanted = [...TENSORFLOW_LIBRARIES, ...TENSORFLOW_HEADERS, ...TENSORFLOW_LICENCES];
  const staged = new Map(wanted.map((file) => [file.inWheel, path.join(target, file.staged)]));
  try {
    const written = await extractWanted(wheel, (name) => staged.get(name) ?? null);
    for (const { inWheel, sha256 } of wanted) {
      if (!written.has(inWheel)) throw new Error(`${inWheel} is not in it`);
      if (sha256 !== undefined && written.get(inWheel) !== sha256) throw new Error(`${inWheel} came out damaged`);
    }
  } catch (error) {
    throw new SetupFailure(
      knownCause(String(error)) ??
        `${TENSORFLOW_WHEEL.project} could not be unpacked: ${error.message}. Run the command again.`,
    );
  }
}

/**
 * tfjs-node's own installer: downloads Google's libtensorflow and a prebuilt addon. It empties deps/ first, hence only
 * when needed.
 */
async function stageOfficialBuild() {
  say("staging native TensorFlow with tfjs-node's own installer");
  const binaries = [path.join(NODE_MODULES, '.bin'), process.env['PATH'] ?? ''].join(path.delimiter);
  const outcome = await withProgress(
    'TensorFlow',
    () => '',
    () => run([process.execPath, 'scripts/install.js'], { cwd: TFJS_NODE, env: { PATH: binaries } }),
  );
  if (outcome.status !== 0 || !fs.existsSync(ADDON)) {
    const hint = isNetworkFailure(outcome.output) ? 'its download could not be reached' : lastLines(outcome.output, 3);
    throw new NativeUnavailable(`tfjs-node's installer failed on ${process.platform} ${process.arch}: ${hint}`);
  }
  const version = await loadAddon();
  await writeStaged(officialLibrary(), version, []);
  say(`native TensorFlow ${version} is staged`);
}

/** libtensorflow.so.2.x, libtensorflow.2.x.dylib or tensorflow.dll: the largest file of that name. */
function officialLibrary() {
  const folder = path.join(DEPS, 'lib');
  const candidates = fs
    .readdirSync(folder)
    .filter((name) => /^(lib)?tensorflow[^_]*$/.test(name))
    .map((name) => ({ file: path.join(folder, name), size: fs.statSync(path.join(folder, name)).size }))
    .toSorted((a, b) => b.size - a.size);
  if (candidates.length === 0) throw new NativeUnavailable('the library is missing after its installation.');
  return candidates[0].file;
}
