// The Python of the peers (bench/peers), installed by the bench with the versions that requirements.txt pins.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { BENCH, CACHE } from './places.mjs';

/**
 * @param {string | null} given a Python that has the packages already; none is installed then
 * @returns {string} the program
 */
export function preparePython(given) {
  if (given) return given;
  const folder = path.join(CACHE, 'python');
  const python = path.join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const requirements = path.join(BENCH, 'peers/requirements.txt');
  const installed = path.join(folder, 'installed.txt');
  const wanted = readFileSync(requirements, 'utf8');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return python;
  console.error('Installing PyTorch, pandas, polars and implicit (1 to 7 GB, once) ...');
  execFileSync('python3', ['-m', 'venv', folder]);
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(installed, wanted);
  return python;
}
