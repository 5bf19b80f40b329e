// zig, a C++ compiler for every system in one wheel: for computers without a compiler, and for the packages of other
// systems.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { requireSpace } from './causes.mjs';
import { OWN_SYSTEM } from './addon-targets.mjs';
import { withLock } from './lock.mjs';
import { STATE } from './paths.mjs';
import { ZIG_VERSION, ZIG_WHEELS } from './pins.mjs';
import { SetupFailure } from './say.mjs';
import { unpackWheel } from './wheel.mjs';

const FOLDER = path.join(STATE, `zig-${ZIG_VERSION}`);
const PROGRAM = path.join(FOLDER, process.platform === 'win32' ? 'zig.exe' : 'zig');
const GIGABYTES = 0.7;

/** Half of its files: headers of systems and processors that the addon is not built for. */
const OF_OTHERS =
  /^ziglang\/lib\/(?:libc\/(?:freebsd|netbsd|openbsd|wasi)\/|libc\/include\/(?!any-(?:linux|darwin|windows)|generic-(?:glibc|musl)|(?:aarch64|x86|x86_64)-linux)|libtsan\/)/;

/** Where zig keeps the C++ library of each system, which it compiles once. */
export const ZIG_CACHE = path.join(STATE, 'zig-cache');

/**
 * @returns {Promise<string>} the program, downloaded where it is not there yet
 * @throws {SetupFailure}
 */
export const findZig = () => withLock('zig', fetchedZig);

async function fetchedZig() {
  if (!fs.existsSync(PROGRAM)) await downloadZig();
  fs.chmodSync(PROGRAM, 0o755);
  return PROGRAM;
}

async function downloadZig() {
  const wheel = ZIG_WHEELS[OWN_SYSTEM];
  if (wheel === undefined) throw new SetupFailure(`zig is not pinned for ${OWN_SYSTEM}.`);
  requireSpace(GIGABYTES, 'The C++ compiler zig');
  await unpackWheel(wheel, FOLDER, (name) => {
    const isWanted = name.startsWith('ziglang/') && !name.endsWith('/') && !OF_OTHERS.test(name);
    return isWanted ? name.slice('ziglang/'.length) : null;
  });
}
