// The Node that a package carries beside Electron, for the command line and for runs on a GPU:
// docs/decisions/0041-webgpu.md.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { OWN_SYSTEM } from '../setup/addon-targets.mjs';
import { fetchNode } from '../setup/fetched-package.mjs';
import { NODE_MODULES } from '../setup/paths.mjs';
import { NODE_OF_PACKAGES } from '../setup/pins.mjs';
import { SetupFailure } from '../setup/say.mjs';
import { findWebGpu } from '../setup/webgpu.mjs';

/**
 * @typedef {object} PlainNode
 * @property {string} program
 * @property {string} name of the npm package that it comes from
 * @property {string} version
 */

/**
 * @param {string} [system] that it runs on
 * @returns {Promise<PlainNode>}
 * @throws {SetupFailure} without it a package has no command line, and uses no GPU
 */
export async function findPlainNode(system = OWN_SYSTEM) {
  const pin = NODE_OF_PACKAGES[system];
  if (pin === undefined) throw new SetupFailure(`no Node is pinned for ${system}.`);
  const found = { program: await fetchNode(pin, `for ${system}`), name: pin.package, version: pin.version };
  if (licenceOfNode(found) === null)
    await fetchNode(NODE_OF_PACKAGES['linux-x64'], `for its licence, which the package for ${system} lacks`);
  return found;
}

const WEBGPU = path.join(NODE_MODULES, 'webgpu');

/**
 * The loaded files of the package, with one system's binary only: one tarball has those of all.
 * @param {string} system
 * @returns {Promise<string[]>}
 */
export async function webGpuFiles(system) {
  await findWebGpu();
  const binaries = path.join(WEBGPU, 'dist', system.replace(/^darwin-.*/, 'darwin-universal'));
  return [
    ...['package.json', 'index.js', 'LICENSE.md'].map((name) => path.join(WEBGPU, name)),
    ...fs.readdirSync(binaries).map((name) => path.join(binaries, name)),
  ];
}

/**
 * Node's licence, with those of its parts. npm's package for Windows contains only the binary; there it is taken from
 * that of another system.
 * @returns {string | null}
 */
export function licenceOfNode({ program }) {
  const own = path.join(path.dirname(program), '..');
  const kept = path.dirname(own);
  const places = [own, ...fs.readdirSync(kept).map((name) => path.join(kept, name))];
  const file = places.map((folder) => path.join(folder, 'LICENSE')).find((place) => isOfNode(place));
  return file === undefined ? null : fs.readFileSync(file, 'utf8').trim();
}

const isOfNode = (file) => fs.existsSync(file) && fs.readFileSync(file, 'utf8').startsWith('Node.js is licensed');
