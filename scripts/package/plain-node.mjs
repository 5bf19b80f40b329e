// The Node that a package carries beside Electron, for runs on a GPU: docs/decisions/0041-webgpu.md.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { OWN_SYSTEM } from '../setup/addon-targets.mjs';
import { fetchNode } from '../setup/fetched-package.mjs';
import { NODE_MODULES } from '../setup/paths.mjs';
import { NODE_OF_PACKAGES } from '../setup/pins.mjs';
import { SetupFailure } from '../setup/say.mjs';

/**
 * @typedef {object} PlainNode
 * @property {string} program
 * @property {string} name of the npm package that it comes from
 * @property {string} version
 */

/**
 * @param {(text: string) => void} tell
 * @param {string} [system] that it runs on
 * @returns {Promise<PlainNode | null>} null if none can be had: the package is then made without it, and its Device
 * screen says so
 */
export async function findPlainNode(tell, system = OWN_SYSTEM) {
  const pin = NODE_OF_PACKAGES[system];
  try {
    if (pin === undefined) throw new SetupFailure('there is none for this system.');
    if (!fs.existsSync(WEBGPU)) throw new SetupFailure('the optional package webgpu is not installed.');
    const found = { program: await fetchNode(pin, 'for runs on a GPU'), name: pin.package, version: pin.version };
    if (licenceOfNode(found) === null)
      throw new SetupFailure('its licence is nowhere, without which it may not be passed on.');
    return found;
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    tell(`NOTE: the app will not use a GPU, for it goes without a Node of its own: ${error.message}`);
    return null;
  }
}

const WEBGPU = path.join(NODE_MODULES, 'webgpu');

/**
 * The loaded files of the package, with one system's binary only: one tarball has those of all.
 * @param {string} system
 */
export function webGpuFiles(system) {
  const binaries = path.join(WEBGPU, 'dist', system.replace(/^darwin-.*/, 'darwin-universal'));
  return [
    ...['package.json', 'index.js', 'LICENSE.md'].map((name) => path.join(WEBGPU, name)),
    ...fs.readdirSync(binaries).map((name) => path.join(binaries, name)),
  ];
}

/**
 * Node's licence, with those of its parts. npm's package for Windows contains only the binary; there it is taken from
 * the Node that runs this, which has it in every archive and installation of nodejs.org.
 * @returns {string | null}
 */
export function licenceOfNode({ program }) {
  const places = [
    path.join(path.dirname(program), '..'),
    path.dirname(process.execPath),
    path.join(path.dirname(process.execPath), '..'),
  ];
  const file = places.map((folder) => path.join(folder, 'LICENSE')).find((place) => fs.existsSync(place));
  return file === undefined ? null : fs.readFileSync(file, 'utf8').trim();
}
