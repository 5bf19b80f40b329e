// The packages that the product contains, by the lock file: bundled, or beside the engine.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { readJson } from '../setup/files.mjs';
import { ROOT } from '../setup/paths.mjs';

/** @typedef {{ version: string, license?: string, dev?: boolean, devOptional?: boolean }} LockedPackage */

/** @returns {Record<string, LockedPackage>} by folder; our own ('') is left out */
export function lockedPackages() {
  const { '': _own, ...others } = readJson(path.join(ROOT, 'package-lock.json')).packages;
  return others;
}

/** Folder of the packages of mutation testing, which have a lock file of their own (scripts/mutate/stryker.mjs). */
export const MUTATION = path.join(ROOT, 'scripts', 'mutate');

/** @returns {Record<string, LockedPackage>} by folder; none is shipped */
export function packagesOfMutation() {
  const { '': _own, ...others } = readJson(path.join(MUTATION, 'package-lock.json')).packages;
  return Object.fromEntries(Object.entries(others).map(([place, locked]) => [place, { ...locked, dev: true }]));
}

/** @param {LockedPackage} locked */
export const isShipped = ({ dev, devOptional }) => !dev && !devOptional;

/** Only needed by WebGPU's own developers. */
const NEEDED_BY = 'node_modules/webgpu/node_modules/';

const OF_ONE_SYSTEM = /node-bindings-/;

/**
 * @param {string} duckDb folder of DuckDB's binary for the system of the package
 * @returns {string[]} folders of the shipped packages
 */
export function shippedFolders(duckDb) {
  const installed = Object.entries(lockedPackages())
    .filter(([place, locked]) => isShipped(locked) && !place.startsWith(NEEDED_BY) && !OF_ONE_SYSTEM.test(place))
    .map(([place]) => path.join(ROOT, place))
    .filter((folder) => fs.existsSync(folder));
  return [...installed, duckDb];
}

/** "@scope/name" out of "node_modules/a/node_modules/@scope/name". */
export const nameOfPlace = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
