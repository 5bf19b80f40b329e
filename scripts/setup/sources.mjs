// The sources of the program as they are now, and what a side of it was built from.
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { filesUnder } from './hash-files.mjs';
import { ROOT } from './paths.mjs';
import { SetupFailure } from './say.mjs';

/** They reach every side. The packages are those of the lock file. */
export const SETTINGS = [
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'tsconfig.json',
  'scripts/setup/build.mjs',
  'scripts/setup/build-sides.mjs',
  'scripts/vite/one-icon-a-file.ts',
  'scripts/vite/words-by-language.ts',
];
/** Besides the code: the guide with its pictures, which the window includes, and the driver that the engine sends to a cluster. */
export const SOURCES = ['src', 'docs/guide', 'docs/screens', 'cluster/shelfwise_ray'];

const isSource = (file) => !file.includes('.test.') && !file.includes('__pycache__');

const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/**
 * @typedef {object} Sources
 * @property {string} names one hash of the names of all files
 * @property {Map<string, string>} files the SHA-256 of each file, by its path in the checkout; settings too
 */

/** @returns {Sources} */
export function currentSources() {
  const paths = SOURCES.filter((folder) => fs.existsSync(path.join(ROOT, folder))).flatMap((folder) =>
    filesUnder(path.join(ROOT, folder))
      .filter(isSource)
      .map((file) => `${folder}/${file}`),
  );
  const hashOf = (file) => sha256(fs.readFileSync(path.join(ROOT, file)));
  return {
    names: sha256(paths.join('\n')),
    files: new Map([...SETTINGS, ...paths].map((file) => [file, hashOf(file)])),
  };
}

/**
 * @typedef {object} Record of one side
 * @property {string} names
 * @property {Record<string, string>} files those that its build read, with their SHA-256
 */

/**
 * @param {string[]} read
 * @param {Sources} sources as they were before the build
 * @returns {Record}
 * @throws {SetupFailure} for a file whose edits nothing would notice
 */
export function recordOf(read, { names, files }) {
  // A style that takes classes of another ("composes: … from") reads it without importing it.
  const styles = read.some(isStyle) ? [...files.keys()].filter(isStyle) : [];
  const known = [...new Set([...SETTINGS, ...read, ...styles])].map((file) => {
    if (!files.has(file))
      throw new SetupFailure(`The build read ${file}, which lies in none of the folders of scripts/setup/sources.mjs.`);
    return [file, files.get(file)];
  });
  return { names, files: Object.fromEntries(known) };
}

const isStyle = (file) => file.endsWith('.css');

/**
 * @param {Record | undefined} record of its last build
 * @param {Sources} sources
 * @returns {string | null} why a side has to be built, in words; null if its last build is good
 */
export function whyStale(record, { names, files }) {
  if (record === undefined) return 'never built here';
  const [changed, ...more] = Object.keys(record.files).filter((file) => record.files[file] !== files.get(file));
  if (changed !== undefined) return `${changed}${more.length === 0 ? '' : ` and ${more.length} more`} changed`;
  // A file that comes or goes may be found by a pattern, or instead of another one of a longer name.
  return record.names === names ? null : 'files came or went';
}
