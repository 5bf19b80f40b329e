// Picks the Electron of the packages: the current one, otherwise an old stand-in that is never published.
import * as path from 'node:path';
import { readJson } from '../setup/files.mjs';
import { NODE_MODULES, OUT } from '../setup/paths.mjs';
import { SetupFailure } from '../setup/say.mjs';
import { electronExecutable, fetchElectron } from '../start/electron-binary.mjs';

import { findPlainNode } from './plain-node.mjs';

/**
 * @typedef {object} ChosenElectron
 * @property {string} version
 * @property {string} dist the unpacked Electron
 * @property {string} built folder with the main/, preload/ and renderer/ that are built for it
 * @property {string[]} entries what it loads of them, and what its children do
 * @property {{ name: string, productName: string }} names
 * @property {string | null} warning what must be known of a package that is made around it
 * @property {import('./plain-node.mjs').PlainNode | null} plainNode what lies beside it
 * @property {import('electron-builder').Configuration} changes to build/electron-builder.mjs
 */

/**
 * @param {(text: string) => void} say
 * @returns {Promise<ChosenElectron>}
 */
export async function chooseElectron(say) {
  const reason = electronExecutable() === null ? await fetchElectron(say) : '';
  if (electronExecutable() !== null) return currentElectron(say);
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new SetupFailure(`${reason}.`);
  say(`${reason}. Making a test artifact around an old one instead`);
  return (await import('./stand-in.mjs')).standInElectron();
}

/** @returns {Promise<ChosenElectron>} */
async function currentElectron(say) {
  const folder = path.join(NODE_MODULES, 'electron');
  return {
    version: readJson(path.join(folder, 'package.json')).version,
    dist: path.join(folder, 'dist'),
    built: OUT,
    entries: ['main/main.js', 'preload/preload.js'],
    names: { name: 'shelfwise', productName: 'Shelfwise' },
    warning: null,
    plainNode: await findPlainNode(say),
    changes: {},
  };
}
