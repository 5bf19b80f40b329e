// Operating system packages: installed if permitted (root on a Debian), otherwise requested.
import { knownCause, lastLines } from './causes.mjs';
import { findProgram, run } from './command.mjs';
import { say, SetupFailure, withProgress } from './say.mjs';

const ENVIRONMENT = { DEBIAN_FRONTEND: 'noninteractive' };

/** Whether setup may install system packages itself: as root, with apt-get. Never sudo: that is the user's decision. */
export const canInstallSystemPackages = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && findProgram('apt-get') !== null;

/**
 * @param {string[]} packages Debian's names
 * @param {string} purpose what they are needed for
 * @throws {SetupFailure} if apt fails
 */
export async function installSystemPackages(packages, purpose) {
  say(`installing ${packages.join(' and ')} with apt-get: ${purpose}`);
  await withProgress(
    'apt-get',
    () => '',
    async () => {
      // A fresh machine may have no package list; if it cannot be updated, the old one may do.
      await run(['apt-get', 'update'], { env: ENVIRONMENT });
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
