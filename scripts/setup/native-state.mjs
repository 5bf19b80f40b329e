// What setup knows about native TensorFlow on this machine; `doctor` and run records read it too
// (src/engine/machine/environment/environment.ts).
import * as fs from 'node:fs';
import * as path from 'node:path';
import { readJson, sha256OfFile, writeJson } from './files.mjs';
import { ADDON, NATIVE_STATE, ROOT } from './paths.mjs';
import { TENSORFLOW_HEADERS, TENSORFLOW_WHEEL } from './pins.mjs';
import { SetupFailure } from './say.mjs';

/**
 * Thrown if native TensorFlow is unavailable on this machine; the message completes "Native TensorFlow is not
 * available: ".
 */
export class NativeUnavailable extends SetupFailure {}

/** The inputs of the state: with another wheel or other headers, it no longer counts. */
const PIN = `${TENSORFLOW_WHEEL.sha256}, ${TENSORFLOW_HEADERS.length} headers`;

/**
 * @typedef {object} NativeState
 * @property {'staged' | 'unavailable'} state
 * @property {string | null} reason why it is unavailable
 * @property {string | null} library the C library, relative to the checkout
 * @property {string | null} sha256OfLibrary
 * @property {string | null} version of TensorFlow
 * @property {string} pin
 * @property {Record<string, number>} files staged files and their sizes
 */

/** @returns {NativeState | null} null if setup has not run, or only an older one, or files are gone */
export function readNativeState() {
  const state = readJson(NATIVE_STATE);
  if (state?.pin !== PIN) return null;
  const whole = Object.entries(state.files ?? {}).every(
    ([file, size]) => fs.statSync(path.join(ROOT, file), { throwIfNoEntry: false })?.size === size,
  );
  return whole ? state : null;
}

/**
 * @param {string} library path of the C library
 * @param {string} version
 * @param {string[]} files everything that must stay in place
 */
export async function writeStaged(library, version, files) {
  const relative = (file) => path.relative(ROOT, file).split(path.sep).join('/');
  writeJson(NATIVE_STATE, {
    state: 'staged',
    reason: null,
    library: relative(library),
    sha256OfLibrary: await sha256OfFile(library),
    version,
    pin: PIN,
    files: Object.fromEntries(
      [...new Set([library, ADDON, ...files])].map((file) => [relative(file), fs.statSync(file).size]),
    ),
  });
}

/** @param {string} reason */
export function writeUnavailable(reason) {
  writeJson(NATIVE_STATE, {
    state: 'unavailable',
    reason,
    library: null,
    sha256OfLibrary: null,
    version: null,
    pin: PIN,
    files: {},
  });
}
