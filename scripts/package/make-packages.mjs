// From a built program to what a user installs: folder, tar.gz and deb on Linux, NSIS on Windows, dmg on macOS.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { CONFIGURATION } from '../../build/electron-builder.mjs';
import { OWN_SYSTEM } from '../setup/addon-targets.mjs';
import { requireSpace } from '../setup/causes.mjs';
import { findProgram } from '../setup/command.mjs';
import { ROOT } from '../setup/paths.mjs';
import { SetupFailure } from '../setup/say.mjs';
import { setUp } from '../setup/set-up.mjs';
import { findSevenZip } from '../setup/test-tools.mjs';
import { writeBillOfMaterials } from './bill-of-materials.mjs';
import { chooseElectron } from './electron.mjs';
import { makeDebianPackage } from './debian.mjs';
import { writeLicences } from './licences.mjs';
import { ENGINE, PACKAGES, READY, RESOURCES } from './places.mjs';
import { layEngine, layWindowReady } from './program.mjs';

const OPTIONS = { out: { type: 'string' } };
const GIGABYTES = 5;

const say = (text) => console.log(`package: ${text}`);

/** @param {string[]} args */
export async function makePackages(args) {
  let options;
  try {
    options = parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    console.error(`package: ${error.message}. Allowed: --out FOLDER (where the packages go; dist is usual)`);
    return void (process.exitCode = 2);
  }
  if (!(await setUp())) return void (process.exitCode = 1);
  try {
    for (const file of await packageInto(path.resolve(options.out ?? PACKAGES))) say(file);
  } catch (error) {
    console.error(error instanceof SetupFailure ? `package: ${error.message}` : error);
    process.exitCode = 1;
  } finally {
    fs.rmSync(READY, { recursive: true, force: true });
  }
}

/** @returns {Promise<string[]>} the packages */
async function packageInto(output) {
  requireSpace(GIGABYTES, 'Making the packages');
  const electron = await chooseElectron(say);
  say(`around Electron ${electron.version}`);
  if (electron.warning !== null) say(`NOTE: ${electron.warning}`);
  writeLicences(electron);
  fs.rmSync(RESOURCES, { recursive: true, force: true });
  await layEngine(ENGINE, { system: OWN_SYSTEM, webGpu: electron.plainNode !== null });
  await layWindowReady(electron);
  const made = [...(await build(electron, output)), await writeBillOfMaterials(output, electron)];
  if (process.platform !== 'linux') return made;
  const unpacked = path.join(output, 'linux-unpacked');
  if (findProgram('dpkg-deb') === null) {
    say('NOTE: there is no deb among them, because this system has no dpkg-deb');
    return [unpacked, ...made];
  }
  say('making the Debian package');
  return [unpacked, ...made, await makeDebianPackage(unpacked, output, electron)];
}

/** Without one, electron-builder downloads its own. */
async function takeSystemsSevenZip() {
  try {
    process.env['ELECTRON_BUILDER_7ZIP_PATH'] ??= await findSevenZip();
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    say(`NOTE: ${error.message} Without it electron-builder downloads one.`);
  }
}

const beside = ({ program }) => ({ from: program, to: path.basename(program) });

/** @returns {Promise<string[]>} the files that electron-builder made */
async function build({ dist, version, names, plainNode, changes }, output) {
  if (process.platform === 'linux') await takeSystemsSevenZip();
  // Its default, 9, takes minutes for five per cent.
  process.env['ELECTRON_BUILDER_COMPRESSION_LEVEL'] ??= '1';
  // Hard links save copying the engine's 700 MB, which nothing writes to; signing on macOS does.
  if (process.platform === 'linux') process.env['USE_HARD_LINKS'] ??= 'true';
  // It reads its environment when loaded.
  const electronBuilder = await import('electron-builder');
  return electronBuilder.build({
    projectDir: ROOT,
    publish: 'never',
    config: {
      ...CONFIGURATION,
      // Beside the engine, where src/main/places.ts looks for it.
      extraResources: [CONFIGURATION.extraResources ?? [], plainNode === null ? [] : beside(plainNode)].flat(),
      ...changes,
      productName: names.productName,
      directories: { ...CONFIGURATION.directories, output },
      electronDist: dist,
      electronVersion: version,
    },
  });
}
