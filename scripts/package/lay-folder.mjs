// The folder that a user has in the end, before it is packed: Electron and what build/electron-builder.mjs says around
// our resources; without an Electron, the resources alone.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { CONFIGURATION } from '../../build/electron-builder.mjs';
import { ROOT } from '../setup/paths.mjs';
import { BUILD_RESOURCES, BUILT, LICENCES, RESOURCES } from './places.mjs';

const MARK = 'TEST-ARTIFACT.txt';

/** Where the window's program is, seen from the launcher, as the shell and cmd of each system read it. */
const WINDOW_FROM_LAUNCHER = {
  linux: () => '$resources/../shelfwise',
  darwin: ({ productName }) => `$resources/../MacOS/${productName}`,
  win32: ({ productName }) => `%~dp0..\\..\\${productName}.exe`,
};
const NO_WINDOW = 'none';

/**
 * @param {string} platform
 * @param {Pick<import('./electron.mjs').ChosenElectron, 'version' | 'names'>} electron
 */
export const windowLine = (platform, { version, names }) =>
  version === null ? NO_WINDOW : WINDOW_FROM_LAUNCHER[platform](names);

/**
 * Adds the Node, the command line and what installers show to the resources.
 * @param {string} platform
 * @param {import('./electron.mjs').ChosenElectron} electron
 * @param {import('./plain-node.mjs').PlainNode} plainNode
 */
export function layBesideEngine(platform, electron, plainNode) {
  const name = platform === 'win32' ? 'shelfwise.cmd' : 'shelfwise';
  const launcher = fs.readFileSync(path.join(BUILD_RESOURCES, 'launchers', name), 'utf8');
  const text = launcher.replace('@WINDOW@', () => windowLine(platform, electron));
  const file = path.join(RESOURCES, 'bin', name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, platform === 'win32' ? text.replaceAll('\n', '\r\n') : text, { mode: 0o755 });
  const node = path.join(RESOURCES, path.basename(plainNode.program));
  fs.copyFileSync(plainNode.program, node);
  fs.chmodSync(node, 0o755);
  if (platform === 'win32')
    for (const windowsOnly of ['icon.ico', path.join('windows', 'on-path.js')])
      fs.copyFileSync(path.join(BUILD_RESOURCES, windowsOnly), path.join(RESOURCES, path.basename(windowsOnly)));
  if (electron.warning !== null) fs.writeFileSync(path.join(LICENCES, MARK), `${electron.warning}\n`);
}

/**
 * @param {string} system
 * @param {import('./electron.mjs').ChosenElectron} electron
 * @param {string} folder to lay it into
 */
export async function layFolder(system, electron, folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  if (electron.version === null) {
    fs.mkdirSync(folder, { recursive: true });
    fs.renameSync(RESOURCES, path.join(folder, 'resources'));
    fs.cpSync(LICENCES, folder, { recursive: true });
    return;
  }
  fs.rmSync(BUILT, { recursive: true, force: true });
  await buildWithElectron(system, electron);
  const [built] = fs.readdirSync(BUILT, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  fs.renameSync(path.join(BUILT, built.name), folder);
}

async function buildWithElectron(system, { version, dist, names, changes }) {
  const [platform, arch] = system.split('-');
  // Hard links save copying the engine, which nothing writes to; signing on macOS does.
  if (process.platform === 'linux') process.env['USE_HARD_LINKS'] ??= 'true';
  // It reads its environment when loaded.
  const { Arch, build, Platform } = await import('electron-builder');
  const platforms = { linux: Platform.LINUX, win32: Platform.WINDOWS, darwin: Platform.MAC };
  await build({
    projectDir: ROOT,
    publish: 'never',
    targets: platforms[platform].createTarget('dir', Arch[arch]),
    config: {
      ...CONFIGURATION,
      ...changes,
      productName: names.productName,
      directories: { ...CONFIGURATION.directories, output: BUILT },
      electronDist: dist,
      electronVersion: version,
    },
  });
}
