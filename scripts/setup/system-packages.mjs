// Packages of the operating system: installed where we may (root on a Debian), asked for where we may not.
import { knownCause, lastLines } from './causes.mjs';
import { findProgram, run } from './command.mjs';
import { say, SetupFailure, withProgress } from './say.mjs';

const ENVIRONMENT = { DEBIAN_FRONTEND: 'noninteractive' };

/** Whether setup may install system packages by itself: root, and apt-get there. Never sudo: that would be the person's to say. */
export const canInstallSystemPackages = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && findProgram('apt-get') !== null;

/**
 * @param {string[]} packages Debian's names
 * @param {string} purpose what they are needed for
 * @throws {SetupFailure} where apt could not
 */
export async function installSystemPackages(packages, purpose) {
  say(`installing ${packages.join(' and ')} with apt-get: ${purpose}`);
  await withProgress(
    'apt-get',
    () => '',
    async () => {
      // Its list may be missing on a fresh machine; where it cannot be renewed the old one may still do.
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
