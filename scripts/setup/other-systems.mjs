// Other systems on this computer, for tests: Windows by Wine, Linux on ARM by qemu, each with its own Node. Wine runs on
// this processor: it shows what a compiler and the calls of a system do, not another processor.
import * as path from 'node:path';
import { OWN_SYSTEM } from './addon-targets.mjs';
import { fetchNode } from './fetched-package.mjs';
import { STATE } from './paths.mjs';
import { NODE_OF_PACKAGES } from './pins.mjs';
import { SetupFailure } from './say.mjs';
import { findSystemTool } from './system-packages.mjs';

/**
 * @typedef {object} OtherSystem
 * @property {string[]} node the program that runs a script there, and what stands before it
 * @property {Record<string, string>} environment
 * @property {(file: string) => string} pathOf what an absolute path of this system is called there
 */

/** @returns {Promise<OtherSystem>} Windows' Node; it can write to files, but not to a pipe of this system */
async function windows() {
  const wine = await findSystemTool(['wine'], ['wine', 'wine64'], 'tests run the program on Windows (1 GB)');
  return {
    node: [wine, await fetchNode(NODE_OF_PACKAGES['win32-x64'], 'for the tests on Windows')],
    environment: { WINEPREFIX: path.join(STATE, 'wine'), WINEDEBUG: '-all', WINEDLLOVERRIDES: 'mscoree,mshtml=' },
    pathOf: (file) => `Z:${file.replaceAll('/', '\\')}`,
  };
}

/** @returns {Promise<OtherSystem>} */
async function linuxOnArm() {
  const purpose = 'tests run the program on emulated processors of ARM';
  const qemu = await findSystemTool(['qemu-aarch64'], ['qemu-user'], purpose);
  // With the C and the C++ library of that system.
  await findSystemTool(['aarch64-linux-gnu-g++'], ['g++-aarch64-linux-gnu'], purpose);
  const node = await fetchNode(NODE_OF_PACKAGES['linux-arm64'], 'for the tests on ARM');
  return { node: [qemu, '-L', '/usr/aarch64-linux-gnu', node], environment: {}, pathOf: (file) => file };
}

const FIND = { 'win32-x64': windows, 'linux-arm64': linuxOnArm };

/**
 * @param {string} system
 * @returns {Promise<OtherSystem>} installed where it is missing and that is permitted
 * @throws {SetupFailure}
 */
export async function findOtherSystem(system) {
  if (OWN_SYSTEM !== 'linux-x64') throw new SetupFailure('other systems are run on Linux x64 only.');
  return FIND[system]();
}
