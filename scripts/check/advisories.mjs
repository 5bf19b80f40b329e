// Known vulnerabilities of the locked packages, from npm's service.
import { isShipped, lockedPackages, MUTATION, nameOfPlace, packagesOfMutation } from '../package/shipped.mjs';
import { askNpm } from '../setup/command.mjs';
import { SetupFailure } from '../setup/say.mjs';

/** Shipped packages must have none. Tools only see our own files, so their lesser ones can wait. */
const SERIOUS = ['high', 'critical'];

/**
 * @typedef {object} Advisory
 * @property {string} text what, where, and where to read of it
 * @property {boolean} refuses whether it has to be dealt with before anything is published
 */

/**
 * Asks npm's configured registry.
 * @returns {Promise<Advisory[]>}
 * @throws {SetupFailure} without an answer, because nothing is known then
 */
export async function knownAdvisories() {
  const ofProgram = await advisoriesFor(lockedPackages(), []);
  return [...ofProgram, ...(await advisoriesFor(packagesOfMutation(), ['--prefix', MUTATION]))];
}

async function advisoriesFor(locked, place) {
  const { answer: report, output } = await askNpm(['audit', '--json', '--package-lock-only', ...place]);
  if (report?.vulnerabilities === undefined)
    throw new SetupFailure(
      `Cannot ask npm's registry for known vulnerabilities: ${report?.message ?? output.trim()}\n` +
        'Run the command again where the registry can be reached. Nothing was found out about vulnerabilities.',
    );
  return Object.values(report.vulnerabilities).flatMap((found) => advisoriesOf(found, locked));
}

/** For one package; `via` also names packages it inherits a vulnerability from, which have their own entry. */
function advisoriesOf({ nodes, via }, locked) {
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
