// The installer of Windows, by NSIS on any system: build/windows/setup.nsi. electron-builder's own template needs
// plugins that it downloads.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { lastLines } from '../setup/causes.mjs';
import { run } from '../setup/command.mjs';
import { SetupFailure } from '../setup/say.mjs';
import { findSystemTool } from '../setup/system-packages.mjs';
import { BUILD_RESOURCES, READY } from './places.mjs';

/** Debian's NSIS makes installers of 32 bits unless told. */
const TARGET = process.platform === 'linux' ? { TARGET: 'amd64-unicode' } : {};

/** Commands that remove the installed files, and folders that are empty then: never what a user put beside them. */
function removing(folder) {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  const places = (wanted) =>
    entries
      .filter((entry) => entry.isDirectory() === wanted)
      .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
      .map((place) => place.split(path.sep).join('\\').replaceAll('$', '$$$$'));
  const folders = places(true).toSorted((a, b) => b.length - a.length);
  return [
    ...places(false).map((place) => `Delete "$INSTDIR\\${place}"`),
    ...folders.map((place) => `RMDir "$INSTDIR\\${place}"`),
  ];
}

/**
 * @param {import('./make-packages.mjs').Product} product
 * @returns {Promise<string>} the installer
 */
export async function makeWindowsSetup({ folder, base, names, version, hasWindow, isQuick }) {
  const tool = await findSystemTool(['makensis'], ['nsis'], 'it makes the installer of Windows');
  const files = path.join(READY, 'uninstall.nsh');
  fs.writeFileSync(files, `\ufeff${removing(folder).join('\n')}\n`);
  const bytes = fs
    .readdirSync(folder, { recursive: true })
    .reduce((sum, name) => sum + fs.lstatSync(path.join(folder, name)).size, 0);
  const file = `${base}-setup.exe`;
  const values = {
    ...TARGET,
    NAME: names.name,
    PRODUCT: names.productName,
    VERSION: version,
    PROGRAM: hasWindow ? `${names.productName}.exe` : 'resources\\bin\\shelfwise.cmd',
    SOURCE: folder,
    OUT: file,
    BUILD: BUILD_RESOURCES,
    KILOBYTES: String(Math.ceil(bytes / 1024)),
    FILES: files,
    COMPRESSOR: isQuick ? 'zlib' : 'lzma',
  };
  const defined = Object.entries(values).map(([name, value]) => `-D${name}=${value}`);
  const script = path.join(BUILD_RESOURCES, 'windows', 'setup.nsi');
  const { status, output } = await run([tool, '-V2', '-INPUTCHARSET', 'UTF8', ...defined, script]);
  if (status !== 0) throw new SetupFailure(`NSIS could not make it. It said: ${lastLines(output, 4)}`);
  return file;
}
