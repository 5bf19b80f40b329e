// The Python of the peers (bench/peers), installed by the bench with the versions that requirements.txt pins.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { BENCH, CACHE } from './places.mjs';

const FOLDER = path.join(CACHE, 'python');
const PYTHON = path.join(FOLDER, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
const REQUIREMENTS = path.join(BENCH, 'peers/requirements.txt');
/** Written last: the requirements that are installed. */
const INSTALLED = path.join(FOLDER, 'installed.txt');

export const isInstalled = () => existsSync(INSTALLED) && readFileSync(INSTALLED).equals(readFileSync(REQUIREMENTS));

/** In place of a Python: the bench leaves out what it compares with. */
export const NO_PYTHON = 'none';

/**
 * @param {string | null} given a Python that has the packages already, in place of the one that is installed here; or NO_PYTHON
 * @returns {string | null} the program; null without one
 */
export function preparePython(given) {
  if (given === NO_PYTHON) return null;
  if (given !== null) return given;
  if (isInstalled()) return PYTHON;
  console.error('Installing PyTorch, pandas, polars and implicit (1 to 7 GB, once) ...');
  execFileSync('python3', ['-m', 'venv', FOLDER]);
  execFileSync(PYTHON, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', REQUIREMENTS], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(INSTALLED, readFileSync(REQUIREMENTS));
  return PYTHON;
}
