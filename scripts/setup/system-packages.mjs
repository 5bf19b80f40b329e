// Operating system packages: installed if permitted (root on a Debian), otherwise requested.
import { knownCause, lastLines } from './causes.mjs';
import { findProgram, run } from './command.mjs';
import { say, SetupFailure, withProgress } from './say.mjs';

const ENVIRONMENT = { DEBIAN_FRONTEND: 'noninteractive' };

/** Whether setup may install system packages itself: as root, with apt-get. Never sudo: that is the user's decision. */
export const canInstallSystemPackages = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && findProgram('apt-get') !== null;

/** The last installation: apt-get does one at a time, and steps of setup run side by side. */
let last = Promise.resolve();
/** Whether the package list is up to date: a fresh machine may have none. If it cannot be updated, the old one may do. */
let isUpdated = false;

/**
 * @param {string[]} packages Debian's names
 * @param {string} purpose what they are needed for
 * @throws {SetupFailure} if apt fails
 */
export function installSystemPackages(packages, purpose) {
  const installed = last.then(() => install(packages, purpose));
  last = installed.catch(() => undefined);
  return installed;
}

async function install(packages, purpose) {
  say(`installing ${packages.join(' and ')} with apt-get: ${purpose}`);
  await withProgress(
    'apt-get',
    () => '',
    async () => {
      if (!isUpdated) await run(['apt-get', 'update'], { env: ENVIRONMENT });
      isUpdated = true;
      const outcome = await run(['apt-get', 'install', '-y', '--no-install-recommends', ...packages], {
        env: ENVIRONMENT,
      });
      if (outcome.status !== 0)
        throw new SetupFailure(
          knownCause(outcome.output) ??
            `apt-get could not install ${packages.join(' and ')}. It said:\n${lastLines(outcome.output)}`,
        );
    },
  );
}

/**
 * @param {string[]} programs names it may have; the first is Debian's
 * @param {string[]} packages Debian packages that contain it
 * @param {string} purpose what it is needed for
 * @returns {Promise<string>} its location, installed if that is permitted
 * @throws {SetupFailure}
 */
export async function findSystemTool(programs, packages, purpose) {
  const find = () => programs.map(findProgram).find((found) => found !== null) ?? null;
  const found = find();
  if (found !== null) return found;
  if (!canInstallSystemPackages())
    throw new SetupFailure(`${programs[0]} is missing (Debian and Ubuntu: sudo apt install ${packages.join(' ')}).`);
  await installSystemPackages(packages, purpose);
  const installed = find();
  if (installed === null) throw new SetupFailure(`${packages[0]} was installed but ${programs[0]} is not on the path.`);
  return installed;
}
