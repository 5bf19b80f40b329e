// The Debian package, by Debian's own tool.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { DESCRIPTION } from '../../build/electron-builder.mjs';
import { lastLines } from '../setup/causes.mjs';
import { run } from '../setup/command.mjs';
import { SetupFailure } from '../setup/say.mjs';
import { findSystemTool } from '../setup/system-packages.mjs';
import { layTree } from './system-tree.mjs';

const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' };
/** Of Electron; the names with t64 are those of Debian 13 and Ubuntu 24.04. */
const DEPENDS = [
  'libgtk-3-0t64 | libgtk-3-0',
  'libnotify4',
  'libnss3',
  'libxtst6',
  'libatspi2.0-0t64 | libatspi2.0-0',
  'libdrm2',
  'libgbm1',
  'libxcb-dri3-0',
  'libasound2t64 | libasound2',
  'xdg-utils',
];

/** A long description: each line begins with a blank, which is what Debian's format asks for. */
const paragraphs = (texts) => texts.map((text) => ` ${text}`).join('\n .\n');

/**
 * @param {import('./make-packages.mjs').Product} product
 * @returns {Promise<string>} the package
 */
export async function makeDebianPackage(product) {
  const { names, version, arch, warning, hasWindow, base, isQuick } = product;
  const tool = await findSystemTool(['dpkg-deb'], ['dpkg'], 'it makes the Debian package');
  const tree = layTree(product);
  const bytes = filesBelow(path.join(tree, 'usr')).reduce((sum, file) => sum + fs.lstatSync(file).size, 0);
  const fields = {
    Package: names.name,
    Version: version,
    Architecture: ARCHITECTURES[arch],
    Maintainer: 'The makers of Shelfwise <noreply@shelfwise.invalid>',
    Section: 'science',
    Priority: 'optional',
    'Installed-Size': String(Math.ceil(bytes / 1024)),
    ...(hasWindow && { Depends: DEPENDS.join(', ') }),
    Description: `${DESCRIPTION.en}\n${paragraphs([DESCRIPTION.ko, ...(warning === null ? [] : [warning])])}`,
  };
  fs.mkdirSync(path.join(tree, 'DEBIAN'));
  fs.writeFileSync(
    path.join(tree, 'DEBIAN', 'control'),
    Object.entries(fields)
      .map(([name, value]) => `${name}: ${value}\n`)
      .join(''),
  );
  const file = `${base}.deb`;
  // Debian 12 and Ubuntu 22.04 can read it.
  const { status, output } = await run([
    tool,
    '--root-owner-group',
    '-Zzstd',
    isQuick ? '-z1' : '-z19',
    '--build',
    tree,
    file,
  ]);
  if (status !== 0) throw new SetupFailure(`dpkg-deb could not make it. It said: ${lastLines(output, 3)}`);
  return file;
}

const filesBelow = (folder) =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
