// Nodes from npm packages with one system's binary, checked against the package's hash.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { knownCause, lastLines } from './causes.mjs';
import { runNpm } from './command.mjs';
import { readJson, replaceFolder } from './files.mjs';
import { STATE } from './paths.mjs';
import { say, SetupFailure, withProgress } from './say.mjs';

/** @typedef {{ package: string, version: string, integrity: string }} NodePackage */

/**
 * @param {NodePackage} wanted
 * @param {string} purpose as in "for the tests"
 * @returns {Promise<string>} the program, downloaded where it is not there yet; its package lies around it
 */
export async function fetchNode({ package: name, version, integrity }, purpose) {
  const folder = path.join(STATE, `node-${version}`);
  const inFolder = path.join('node_modules', name, 'bin', name.includes('-win-') ? 'node.exe' : 'node');
  const program = path.join(folder, inFolder);
  if (fs.existsSync(program)) return program;
  const partial = `${folder}.part`;
  fs.rmSync(partial, { recursive: true, force: true, maxRetries: 3 });
  fs.mkdirSync(partial, { recursive: true });
  say(`downloading Node ${version} ${purpose} (45 MB)`);
  const place = ['--prefix', partial, '--no-save', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
  const outcome = await withProgress(
    'Node',
    () => '',
    () => runNpm(['install', ...place, `${name}@${version}`]),
  );
  if (outcome.status !== 0)
    throw new SetupFailure(
      knownCause(outcome.output) ?? `npm could not get it. It said: ${lastLines(outcome.output, 3)}`,
    );
  const got = readJson(path.join(partial, 'node_modules', '.package-lock.json'))?.packages[`node_modules/${name}`];
  if (got?.integrity !== integrity || !fs.existsSync(path.join(partial, inFolder))) {
    fs.rmSync(partial, { recursive: true, force: true, maxRetries: 3 });
    throw new SetupFailure(`the downloaded Node ${version} is not the pinned one.`);
  }
  replaceFolder(partial, folder);
  return program;
}
