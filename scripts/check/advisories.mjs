// Known vulnerabilities of the locked packages, as npm's service knows them.
import { isShipped, lockedPackages, nameOfPlace } from '../package/shipped.mjs';
import { askNpm } from '../setup/command.mjs';
import { SetupFailure } from '../setup/say.mjs';

/** What is passed on must have none; a tool sees nobody's files but ours, so that the lesser ones can wait. */
const SERIOUS = ['high', 'critical'];

/**
 * @typedef {object} Advisory
 * @property {string} text what, where, and where to read of it
 * @property {boolean} refuses whether it has to be dealt with before anything is published
 */

/**
 * Asks the registry that npm is set to.
 * @returns {Promise<Advisory[]>}
 * @throws {SetupFailure} where it gives no answer: nothing is known then
 */
export async function knownAdvisories() {
  const { answer: report, output } = await askNpm(['audit', '--json', '--package-lock-only']);
  if (report?.vulnerabilities === undefined)
    throw new SetupFailure(
      `Cannot ask npm's registry for known vulnerabilities: ${report?.message ?? output.trim()}\n` +
        'Run the command again where the registry can be reached. Nothing was found out about vulnerabilities.',
    );
  return Object.values(report.vulnerabilities).flatMap(advisoriesOf);
}

/** Of one package; `via` also names the packages that it has a vulnerability from, which have an entry of their own. */
function advisoriesOf({ nodes, via }) {
  const locked = lockedPackages();
  const shipped = nodes.filter((place) => locked[place] !== undefined && isShipped(locked[place]));
  const places = shipped.length > 0 ? shipped : nodes;
  const which = places.map((place) => `${nameOfPlace(place)} ${locked[place]?.version ?? ''}`.trim());
  return via
    .filter((cause) => typeof cause === 'object')
    .map(({ severity, title, url }) => ({
      text: `${severity}: ${[...new Set(which)].join(', ')} (${shipped.length > 0 ? 'passed on to users' : 'a tool'}): ${title}. ${url}`,
      refuses: shipped.length > 0 || SERIOUS.includes(severity),
    }));
}
