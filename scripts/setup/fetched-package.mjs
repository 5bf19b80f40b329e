// npm packages with one system's binary, for this system or another, checked against their hashes. `npm install` refuses
// those of other systems.
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { knownCause, lastLines } from './causes.mjs';
import { run, runNpm } from './command.mjs';
import { replaceFolder } from './files.mjs';
import { withLock } from './lock.mjs';
import { STATE } from './paths.mjs';
import { say, SetupFailure, withProgress } from './say.mjs';

/** @typedef {{ package: string, version: string, integrity: string }} PinnedPackage */

/**
 * @param {PinnedPackage} wanted
 * @param {string} purpose as in "for the tests"
 * @returns {Promise<string>} its folder, downloaded where it is not there yet
 * @throws {SetupFailure}
 */
export const fetchPackage = (wanted, purpose) => withLock(wanted.package, () => fetchedPackage(wanted, purpose));

async function fetchedPackage({ package: name, version, integrity }, purpose) {
  const folder = path.join(STATE, 'packages', `${name.replace('/', '-')}-${version}`);
  if (fs.existsSync(folder)) return folder;
  const partial = `${folder}.part`;
  fs.rmSync(partial, { recursive: true, force: true, maxRetries: 3 });
  fs.mkdirSync(partial, { recursive: true });
  say(`downloading ${name} ${version} ${purpose}`);
  const { status, output } = await withProgress(
    name,
    () => '',
    () => runNpm(['pack', '--json', '--loglevel=error', '--pack-destination', partial, `${name}@${version}`]),
  );
  const archive = fs.readdirSync(partial).find((file) => file.endsWith('.tgz'));
  if (status !== 0 || archive === undefined)
    throw new SetupFailure(knownCause(output) ?? `npm could not get ${name}. It said: ${lastLines(output, 3)}`);
  if ((await integrityOf(path.join(partial, archive))) !== integrity) {
    fs.rmSync(partial, { recursive: true, force: true, maxRetries: 3 });
    throw new SetupFailure(`the downloaded ${name} ${version} is not the pinned one.`);
  }
  const unpacked = await run(['tar', '-xzf', archive], { cwd: partial });
  if (unpacked.status !== 0)
    throw new SetupFailure(
      knownCause(unpacked.output) ?? `${name} could not be unpacked. tar said: ${lastLines(unpacked.output, 3)}`,
    );
  replaceFolder(path.join(partial, 'package'), folder);
  fs.rmSync(partial, { recursive: true, force: true, maxRetries: 3 });
  return folder;
}

/** As npm writes it in its lock files. */
async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(fs.createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * @param {PinnedPackage} wanted a package of Node's
 * @param {string} purpose
 * @returns {Promise<string>} the program
 */
export async function fetchNode(wanted, purpose) {
  const folder = await fetchPackage(wanted, purpose);
  return path.join(folder, 'bin', wanted.package.includes('-win-') ? 'node.exe' : 'node');
}
