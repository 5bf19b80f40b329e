// The npm packages, exactly as package-lock.json pins them.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { knownCause, lastLines, requireSpace } from './causes.mjs';
import { runNpm } from './command.mjs';
import { NODE_MODULES, ROOT } from './paths.mjs';
import { say, SetupFailure, withProgress } from './say.mjs';

const LOCK = path.join(ROOT, 'package-lock.json');
/** npm writes this when an installation is complete; it describes what is installed. */
const INSTALLED = path.join(NODE_MODULES, '.package-lock.json');
const GIGABYTES = 0.8;
const FLAGS = [
  '--include=dev',
  '--include=optional',
  '--no-progress',
  '--loglevel=warn',
  // npm's default patience without a network is three minutes.
  '--fetch-retry-mintimeout=2000',
  '--fetch-retry-factor=2',
];

const readPackages = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).packages;

/** Compares entries instead of a stamp of ours: the user may run npm too. */
export function dependenciesAreInstalled() {
  let installed;
  try {
    installed = readPackages(INSTALLED);
  } catch {
    return false;
  }
  return Object.entries(readPackages(LOCK)).every(([place, wanted]) => {
    const found = installed[place];
    if (place === '') return true;
    if (found === undefined) return wanted.optional === true; // Made for another system.
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** npm ci would follow a link and empty its target: perhaps another checkout's packages. */
function refuseLinkedFolder() {
  if (!fs.lstatSync(NODE_MODULES, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  throw new SetupFailure(
    `${NODE_MODULES} is a link to ${fs.readlinkSync(NODE_MODULES)}, whose packages are not those of package-lock.json, and installing ` +
      'would empty that folder. Remove the link (the folder stays as it is) and run the command again.',
  );
}

export async function installDependencies() {
  refuseLinkedFolder();
  const count = Object.keys(readPackages(LOCK)).length - 1;
  const again = fs.existsSync(INSTALLED);
  requireSpace(GIGABYTES, 'Installing the npm packages');
  say(
    `${again ? 'package-lock.json has changed: ' : ''}installing up to ${count} npm packages (npm ci, about 150 MB to download)`,
  );
  const outcome = await withProgress(
    'npm packages',
    () => '',
    () => runNpm(['ci', ...FLAGS]),
  );
  // On a full disk npm warns, omits files and exits with 0.
  const isWhole = outcome.status === 0 && !outcome.output.includes('TAR_ENTRY_ERROR');
  if (isWhole && dependenciesAreInstalled()) return;
  fs.rmSync(INSTALLED, { force: true });
  throw new SetupFailure(
    knownCause(outcome.output) ?? `npm could not install the packages. It said:\n${lastLines(outcome.output)}`,
  );
}
