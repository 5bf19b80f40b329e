// Picks the Electron of the packages of one system: the current one, otherwise a test artifact that is never published.
import * as path from 'node:path';
import { OWN_SYSTEM } from '../setup/addon-targets.mjs';
import { run } from '../setup/command.mjs';
import { readJson } from '../setup/files.mjs';
import { NODE_MODULES, OUT } from '../setup/paths.mjs';
import { electronExecutable, fetchElectron } from '../start/electron-binary.mjs';

/**
 * @typedef {object} ChosenElectron
 * @property {string | null} version null in a package without a window
 * @property {string | undefined} dist the unpacked Electron; electron-builder fetches that of another system
 * @property {string} built folder with the main/, preload/ and renderer/ that are built for it
 * @property {string[]} entries what it loads of them, and what its children do
 * @property {{ name: string, productName: string }} names
 * @property {string | null} warning what must be known of a package that is made around it
 * @property {import('electron-builder').Configuration} changes to build/electron-builder.mjs
 */

/**
 * @param {string} system
 * @param {(text: string) => void} say
 * @returns {Promise<ChosenElectron>}
 */
export async function chooseElectron(system, say) {
  const reason = electronExecutable() === null ? await fetchElectron(say) : '';
  if (electronExecutable() !== null && (system === OWN_SYSTEM || (await canFetchFor(system)))) return current(system);
  say(`${reason || `Electron for ${system} cannot be fetched`}. Making a test artifact instead`);
  if (system === OWN_SYSTEM && system === 'linux-x64') return (await import('./stand-in.mjs')).standInElectron();
  return { ...current(system), version: null, names: TEST_ARTIFACT, warning: NO_WINDOW };
}

export const TEST_ARTIFACT = { name: 'shelfwise-test-artifact', productName: 'Shelfwise TEST ARTIFACT' };
const NO_WINDOW =
  'TEST ARTIFACT, never to be used or published: it has no window, because Electron could not be fetched where it was made. Its command line serves the same page to a browser.';

/** @returns {ChosenElectron} */
function current(system) {
  const folder = path.join(NODE_MODULES, 'electron');
  return {
    version: readJson(path.join(folder, 'package.json')).version,
    dist: system === OWN_SYSTEM ? path.join(folder, 'dist') : undefined,
    built: OUT,
    entries: ['main/main.js', 'preload/preload.js'],
    names: { name: 'shelfwise', productName: 'Shelfwise' },
    warning: null,
    changes: {},
  };
}

/** In a process of its own, so that a download that fails does not end this one. */
async function canFetchFor(system) {
  const [platform, arch] = system.split('-');
  const { version } = readJson(path.join(NODE_MODULES, 'electron', 'package.json'));
  const script = `import { downloadArtifact } from '@electron/get'; await downloadArtifact(JSON.parse(process.argv[1]));`;
  const wanted = JSON.stringify({ artifactName: 'electron', version, platform, arch });
  const { status } = await run([process.execPath, '--input-type=module', '-e', script, wanted]);
  return status === 0;
}
