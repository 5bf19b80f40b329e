// The contents of a package: exactly the files that the program loads, found by following imports from each entry.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { nodeFileTrace } from '@vercel/nft';
import { readJson, writeJson } from '../setup/files.mjs';
import { ADDON, ADDON_STATE, BUILD_STATE, NODE_MODULES, OUT, ROOT } from '../setup/paths.mjs';
import { ENGINE, RESOURCES, WINDOW } from './places.mjs';
import { webGpuFiles } from './plain-node.mjs';

const ENGINE_ENTRIES = ['engine-host.js', 'trainer.js', 'workbook-reader.js'].map((file) =>
  path.join(OUT, 'main', file),
);

/** Named by path, not by an import. */
const WASM = path.join(NODE_MODULES, '@tensorflow', 'tfjs-backend-wasm', 'dist');
const DESCRIPTION = path.join(ROOT, 'package.json');
const READ_BY_THE_APP = path.join(ROOT, 'resources');

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

/** @param {import('./electron.mjs').ChosenElectron} electron */
export async function layEngineReady({ plainNode }) {
  fs.rmSync(RESOURCES, { recursive: true, force: true });
  const traced = await tracedFiles(ENGINE_ENTRIES, ROOT, [COMPILING, ...TENSORFLOW]);
  const wasm = filesBelow(WASM).filter((file) => file.endsWith('.wasm'));
  for (const file of [
    ...traced,
    ...wasm,
    ...(plainNode === null ? [] : webGpuFiles()),
    ...filesBelow(READ_BY_THE_APP),
    ADDON,
    ADDON_STATE,
    BUILD_STATE,
  ])
    if (file !== DESCRIPTION) put(file, path.join(ENGINE, path.relative(ROOT, file)));
  writeDescription(ENGINE, { dependencies: readJson(DESCRIPTION).dependencies });
}

/** @param {import('./electron.mjs').ChosenElectron} electron */
export async function layWindowReady({ built, entries, names }) {
  fs.rmSync(WINDOW, { recursive: true, force: true });
  const traced = await tracedFiles(
    entries.map((entry) => path.join(built, entry)),
    built,
    [],
  );
  for (const file of [...traced, ...filesBelow(path.join(built, 'renderer'))])
    put(file, path.join(WINDOW, 'out', path.relative(built, file)));
  writeDescription(WINDOW, { ...names, main: 'out/main/main.js', desktopName: `${names.name}.desktop` });
}
