// The contents of a package: exactly the files that the program loads, found by following imports from each entry.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { nodeFileTrace } from '@vercel/nft';
import { madeAddon } from '../setup/addon.mjs';
import { fetchPackage } from '../setup/fetched-package.mjs';
import { readJson, sha256OfFile, writeJson } from '../setup/files.mjs';
import { ADDON, ADDON_STATE, BUILD_STATE, CLI, OUT, ROOT } from '../setup/paths.mjs';
import { SetupFailure } from '../setup/say.mjs';
import { WINDOW } from './places.mjs';
import { webGpuFiles } from './plain-node.mjs';
import { lockedPackages, nameOfPlace } from './shipped.mjs';
import { libraryOf } from './universal.mjs';

const ENGINE_ENTRIES = [
  ...['engine-host.js', 'trainer.js', 'workbook-reader.js'].map((file) => path.join(OUT, 'main', file)),
  CLI,
];
const PAGE = path.join(OUT, 'renderer');

const DESCRIPTION = path.join(ROOT, 'package.json');
const READ_BY_THE_APP = path.join(ROOT, 'resources');

/** Of this system; those of the package's are added by name. */
const BINARIES_OF_SYSTEMS = ['node_modules/@duckdb/node-bindings-*/**', 'node_modules/webgpu/dist/**'];
/** Only loaded to compile an addon, which a user never does. */
const COMPILING = 'node_modules/node-gyp/**';
/** TensorFlow's own library, which an earlier setup may have left; the addon takes its place. */
const TENSORFLOW = ['node_modules/@tensorflow/tfjs-node/deps/**'];

/** Links instead of copies if nothing writes to the files: signing on macOS does. */
function put(file, target) {
  fs.mkdirSync(path.dirname(target), { recursive: true });
  const from = fs.lstatSync(file);
  if (from.isSymbolicLink()) return fs.symlinkSync(fs.readlinkSync(file), target);
  if (process.platform !== 'linux') return fs.copyFileSync(file, target);
  try {
    fs.linkSync(file, target);
  } catch {
    fs.copyFileSync(file, target); // On another file system.
  }
}

/** Of a library for several processors, the system's alone. */
function putNative(file, target, system) {
  const [platform, arch] = system.split('-');
  const library = platform === 'darwin' && /\.(?:dylib|node)$/.test(file) ? libraryOf(file, arch) : null;
  if (library === null) return put(file, target);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, library);
}

const filesBelow = (folder) =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));

/**
 * @param {string[]} entries
 * @param {string} base nothing outside of it is taken
 * @param {string[]} ignore
 * @returns {Promise<string[]>}
 */
async function tracedFiles(entries, base, ignore) {
  const { fileList } = await nodeFileTrace(entries, { base, processCwd: base, ignore });
  return [...fileList].map((file) => path.join(base, file));
}

/** The product's own package.json without what only developers need. */
function writeDescription(folder, changes) {
  const { name, version, description, license, author } = readJson(DESCRIPTION);
  writeJson(path.join(folder, 'package.json'), { name, version, description, license, author, ...changes });
}

/**
 * DuckDB's binary for one system: what is installed here, or the package of the lock file for another.
 * @param {string} system
 * @returns {Promise<string>} its folder
 */
export async function duckDbOf(system) {
  const place = placeOfDuckDb(system);
  const installed = path.join(ROOT, place);
  if (fs.existsSync(installed)) return installed;
  const locked = lockedPackages()[place];
  if (locked === undefined) throw new SetupFailure(`DuckDB has no binary for ${system}.`);
  return fetchPackage(
    { package: nameOfPlace(place), version: locked.version, integrity: locked.integrity },
    `for ${system}`,
  );
}

/** In the checkout, and in an engine that was laid. */
export const placeOfDuckDb = (system) => `node_modules/@duckdb/node-bindings-${system}`;

/**
 * The engine with everything that it loads on one system, its command line, and the page that window and command line
 * serve.
 * @param {string} engine folder to lay it into, emptied before
 * @param {{ system: string, webGpu: boolean, page?: string }} options webGpu: with the binary of WebGPU; page: its folder
 * @returns {Promise<string>} the addon in it
 * @throws {SetupFailure}
 */
export async function layEngine(engine, { system, webGpu, page = PAGE }) {
  const { file: addon, compiler } = await madeAddon(system, { withZig: true });
  const duckDb = await duckDbOf(system);
  fs.rmSync(engine, { recursive: true, force: true });
  const traced = await tracedFiles(ENGINE_ENTRIES, ROOT, [COMPILING, ...TENSORFLOW, ...BINARIES_OF_SYSTEMS]);
  for (const file of [...traced.filter((one) => one !== ADDON), ...filesBelow(READ_BY_THE_APP), BUILD_STATE])
    if (file !== DESCRIPTION) put(file, path.join(engine, path.relative(ROOT, file)));
  for (const file of webGpu ? await webGpuFiles(system) : [])
    putNative(file, path.join(engine, path.relative(ROOT, file)), system);
  for (const file of filesBelow(page)) put(file, path.join(engine, 'out', 'renderer', path.relative(page, file)));
  for (const file of filesBelow(duckDb))
    putNative(file, path.join(engine, placeOfDuckDb(system), path.relative(duckDb, file)), system);
  put(addon, path.join(engine, path.relative(ROOT, ADDON)));
  writeJson(path.join(engine, path.relative(ROOT, ADDON_STATE)), {
    reason: null,
    sha256: await sha256OfFile(addon),
    compiler,
  });
  writeDescription(engine, { dependencies: readJson(DESCRIPTION).dependencies });
  return addon;
}

/**
 * What becomes the archive: main process and preload. The page is beside the engine, for the command line serves it too.
 * @param {import('./electron.mjs').ChosenElectron} electron
 * @param {{ madeAt: string, updates?: { feed: string, key: string } }} ofBuild what src/main/updates/of-build.ts reads
 */
export async function layWindow({ built, entries, names }, ofBuild) {
  fs.rmSync(WINDOW, { recursive: true, force: true });
  const traced = await tracedFiles(
    entries.map((entry) => path.join(built, entry)),
    built,
    [],
  );
  for (const file of traced) put(file, path.join(WINDOW, 'out', path.relative(built, file)));
  writeDescription(WINDOW, { ...names, main: 'out/main/main.js', desktopName: `${names.name}.desktop`, ...ofBuild });
}
