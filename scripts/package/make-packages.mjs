// From a built program to what a user installs: folder, tar.gz and deb on Linux, NSIS on Windows, dmg on macOS. For
// another system: the folder of resources that goes beside its Electron.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { CONFIGURATION } from '../../build/electron-builder.mjs';
import { OWN_SYSTEM, SYSTEMS } from '../setup/addon-targets.mjs';
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
import { ENGINE, LICENCES, PACKAGES, READY, RESOURCES } from './places.mjs';
import { findPlainNode } from './plain-node.mjs';
import { layEngine, layWindowReady } from './program.mjs';

const OPTIONS = { out: { type: 'string' }, target: { type: 'string', default: OWN_SYSTEM } };
const GIGABYTES = 5;

const say = (text) => console.log(`package: ${text}`);

/** @param {string[]} args */
export async function makePackages(args) {
  let options;
  try {
    options = parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    console.error(
      `package: ${error.message}. Allowed: --out FOLDER (where the packages go; dist is usual), --target SYSTEM (${SYSTEMS.join(', ')})`,
    );
    return void (process.exitCode = 2);
  }
  if (!SYSTEMS.includes(options.target)) {
    console.error(`package: "${String(options.target)}" is not one of the systems ${SYSTEMS.join(', ')}.`);
    return void (process.exitCode = 2);
  }
  if (!(await setUp())) return void (process.exitCode = 1);
  try {
    const output = path.resolve(options.out ?? PACKAGES);
    const isOwn = options.target === OWN_SYSTEM;
    const made = isOwn ? await packageInto(output) : [await layResources(options.target, output)];
    for (const file of made) say(file);
  } catch (error) {
    console.error(error instanceof SetupFailure ? `package: ${error.message}` : error);
    process.exitCode = 1;
  } finally {
    fs.rmSync(READY, { recursive: true, force: true });
  }
}

/**
 * Addon, DuckDB, WebGPU and Node of another system, with the engine and its licences.
 * @returns {Promise<string>} the folder
 */
async function layResources(system, output) {
  const folder = path.join(output, `resources-${system}`);
  const plainNode = await findPlainNode(say, system);
  fs.rmSync(folder, { recursive: true, force: true });
  await layEngine(path.join(folder, 'engine'), { system, webGpu: plainNode !== null });
  if (plainNode !== null) fs.copyFileSync(plainNode.program, path.join(folder, path.basename(plainNode.program)));
  writeLicences({ plainNode });
  fs.cpSync(LICENCES, folder, { recursive: true });
  return folder;
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
