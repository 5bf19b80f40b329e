// Ray for `npm run test:cluster`, in a virtual environment below node_modules/.shelfwise.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { knownCause, lastLines } from './causes.mjs';
import { run } from './command.mjs';
import { STATE } from './paths.mjs';
import { RAY } from './pins.mjs';
import { say, SetupFailure, withProgress } from './say.mjs';

const FOLDER = path.join(STATE, `ray-${RAY.version}`);
const PYTHON = path.join(FOLDER, 'bin', 'python');
/** Written last: an interrupted installation has none. */
const MARK = path.join(FOLDER, 'installed.json');

const WANTED = JSON.stringify(RAY);

export const rayIsInstalled = () => fs.existsSync(MARK) && fs.readFileSync(MARK, 'utf8') === WANTED;

/** @returns {Promise<string>} the Python that has it, installed if missing */
export async function findRay() {
  if (rayIsInstalled()) return PYTHON;
  // A virtual environment contains its own path: it is created in place.
  fs.rmSync(FOLDER, { recursive: true, force: true, maxRetries: 3 });
  say(`installing Ray ${RAY.version} for the tests (some 570 MB on the disk) with python3 -m venv and pip`);
  await orFail(
    ['python3', '-m', 'venv', FOLDER],
    'python3 could not make a virtual environment (Debian and Ubuntu: sudo apt install python3-venv)',
  );
  const packages = [`ray[default]==${RAY.version}`, `pytest==${RAY.pytest}`, `pyarrow==${RAY.pyarrow}`];
  const pip = [PYTHON, '-m', 'pip', 'install', '--only-binary=:all:', '--quiet', '--disable-pip-version-check'];
  await withProgress(
    'Ray',
    () => '',
    () => orFail([...pip, ...packages], 'pip could not install Ray'),
  );
  fs.writeFileSync(MARK, WANTED);
  return PYTHON;
}

async function orFail(command, what) {
  const { status, output } = await run(command);
  if (status !== 0) throw new SetupFailure(knownCause(output) ?? `${what}. It said: ${lastLines(output, 3)}`);
}
