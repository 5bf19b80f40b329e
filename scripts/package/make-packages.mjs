// From a built program to what a user installs, for this system or another.
import { createPublicKey } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { OWN_SYSTEM, SYSTEMS } from '../setup/addon-targets.mjs';
import { requireSpace } from '../setup/causes.mjs';
import { run } from '../setup/command.mjs';
import { readJson, sha256OfFile, writeJson } from '../setup/files.mjs';
import { ROOT } from '../setup/paths.mjs';
import { SetupFailure } from '../setup/say.mjs';
import { setUp } from '../setup/set-up.mjs';
import { makeAppImage } from './app-image.mjs';
import { makeTarGz, zipAs } from './archives.mjs';
import { billOfMaterials } from './bill-of-materials.mjs';
import { makeDebianPackage } from './debian.mjs';
import { makeDiskImage } from './disk-image.mjs';
import { chooseElectron } from './electron.mjs';
import { layBesideEngine, layFolder } from './lay-folder.mjs';
import { writeLicences } from './licences.mjs';
import { ENGINE, PACKAGES, READY, RESOURCES } from './places.mjs';
import { findPlainNode } from './plain-node.mjs';
import { duckDbOf, layEngine, layWindow, placeOfDuckDb } from './program.mjs';
import { makeRpmPackage } from './rpm.mjs';
import { makeWindowsSetup } from './windows-setup.mjs';

/**
 * @typedef {object} Product
 * @property {string} folder what a user has in the end, unpacked
 * @property {string} base of the names of its packages, with the folder that they go to
 * @property {string} arch x64 or arm64
 * @property {string} version
 * @property {{ name: string, productName: string }} names
 * @property {string | null} warning what must be known of a test artifact
 * @property {boolean} hasWindow
 * @property {boolean} isQuick a test artifact is packed quickly; what is published is packed well
 * @property {string | null} appImageRuntime file
 */

/** What is made for each system, by the name of its packages. */
const FORMATS = {
  linux: { system: 'linux', deb: makeDebianPackage, rpm: makeRpmPackage, AppImage: makeAppImage, 'tar.gz': makeTarGz },
  win32: { system: 'windows', setup: makeWindowsSetup, 'portable zip': zipAs('-portable.zip') },
  darwin: {
    system: 'macos',
    zip: zipAs('.zip'),
    // By Apple's own tool.
    ...(process.platform === 'darwin' && { dmg: makeDiskImage }),
  },
};

const OPTIONS = {
  out: { type: 'string' },
  target: { type: 'string', default: OWN_SYSTEM },
  'appimage-runtime': { type: 'string' },
  'update-feed': { type: 'string' },
  'update-key': { type: 'string' },
};
const ALLOWED = [
  '--out FOLDER (where the packages go; dist is usual)',
  `--target SYSTEM (${SYSTEMS.join(', ')})`,
  '--appimage-runtime FILE (of github.com/AppImage/type2-runtime, for that system)',
  '--update-feed ADDRESS and --update-key FILE (where this build looks for updates, and the public Ed25519 key of their maker; without both it never looks)',
].join(', ');
const GIGABYTES = 4;

const say = (text) => console.log(`package: ${text}`);

/** @param {string[]} args */
export async function makePackages(args) {
  let options;
  try {
    options = parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    console.error(`package: ${error.message}. Allowed: ${ALLOWED}`);
    return void (process.exitCode = 2);
  }
  const wrong = wrongIn(options);
  if (wrong !== null) {
    console.error(`package: ${wrong}`);
    return void (process.exitCode = 2);
  }
  if (!(await setUp())) return void (process.exitCode = 1);
  try {
    for (const file of await packageInto(path.resolve(options.out ?? PACKAGES), options)) say(file);
  } catch (error) {
    console.error(error instanceof SetupFailure ? `package: ${error.message}` : error);
    process.exitCode = 1;
  } finally {
    fs.rmSync(READY, { recursive: true, force: true });
  }
}

/** @returns {string | null} what is wrong with the options */
function wrongIn({ target, 'appimage-runtime': runtime, 'update-feed': feed, 'update-key': key }) {
  if (!SYSTEMS.includes(target)) return `"${String(target)}" is not one of the systems ${SYSTEMS.join(', ')}.`;
  for (const file of [runtime, key]) if (file !== undefined && !fs.existsSync(file)) return `there is no file ${file}.`;
  if ((feed === undefined) !== (key === undefined))
    return '--update-feed and --update-key go together: updates without a key could not be trusted.';
  if (feed !== undefined && !/^https:\/\/|^http:\/\/127\.0\.0\.1:/.test(feed))
    return `the feed "${feed}" is not fetched over https.`;
  if (key !== undefined && keyTypeOf(key) !== 'ed25519') return `${key} holds no public key of the kind Ed25519 (PEM).`;
  return null;
}

function keyTypeOf(file) {
  try {
    return createPublicKey(fs.readFileSync(file)).asymmetricKeyType;
  } catch {
    return null;
  }
}

/** What the window reads of its build: when it was made, and where its maker announces newer ones. */
async function ofBuild({ 'update-feed': feed, 'update-key': file }) {
  const { status, output } = await run(['git', 'log', '-1', '--format=%cI']);
  const madeAt = status === 0 ? output.trim() : new Date().toISOString();
  if (feed === undefined) return { madeAt };
  // The public part, also of a file that holds both.
  const key = createPublicKey(fs.readFileSync(file)).export({ type: 'spki', format: 'pem' });
  return { madeAt, updates: { feed, key } };
}

/** @returns {Promise<string[]>} the folder, its packages, the list of its parts, and the hashes of all files */
async function packageInto(output, options) {
  const system = options.target;
  requireSpace(GIGABYTES, 'Making the packages');
  fs.rmSync(READY, { recursive: true, force: true });
  const [platform, arch] = system.split('-');
  const { system: systemName, ...formats } = FORMATS[platform];
  const plainNode = await findPlainNode(system);
  const electron = await chooseElectron(system, say);
  const { names, warning } = electron;
  if (warning !== null) say(`NOTE: ${warning}`);
  const duckDb = await duckDbOf(system);
  writeLicences(plainNode, duckDb);
  fs.rmSync(RESOURCES, { recursive: true, force: true });
  const addon = await layEngine(ENGINE, { system, webGpu: true, page: path.join(electron.built, 'renderer') });
  layBesideEngine(platform, electron, plainNode);
  if (electron.version !== null) await layWindow(electron, await ofBuild(options));
  // As it was laid: of a library for several processors, one.
  const laid = path.join(ENGINE, placeOfDuckDb(system));
  const parts = { name: names.name, electron: electron.version, plainNode, addon, duckDb: laid };
  const bill = await billOfMaterials(parts);
  const { version } = readJson(path.join(ROOT, 'package.json'));
  const base = path.join(output, `${names.name}-${version}-${systemName}-${arch}`);
  fs.mkdirSync(output, { recursive: true });
  await layFolder(system, electron, base);
  const hasWindow = electron.version !== null;
  const appImageRuntime = options['appimage-runtime'] ?? null;
  const isQuick = warning !== null;
  const product = { folder: base, base, arch, version, names, warning, hasWindow, isQuick, appImageRuntime };
  const made = [];
  for (const [format, make] of Object.entries(formats)) {
    say(`making the ${format}`);
    try {
      made.push(await make(product));
    } catch (error) {
      if (!(error instanceof SetupFailure)) throw error;
      say(`NOTE: there is no ${format} among them: ${error.message}`);
    }
  }
  writeJson(`${base}.cdx.json`, bill);
  made.push(`${base}.cdx.json`);
  return [base, ...made, await writeHashes(`${base}.sha256`, made)];
}

/** As `sha256sum --check` reads them. */
async function writeHashes(file, made) {
  const lines = await Promise.all(made.map(async (one) => `${await sha256OfFile(one)}  ${path.basename(one)}\n`));
  fs.writeFileSync(file, lines.join(''));
  return file;
}
