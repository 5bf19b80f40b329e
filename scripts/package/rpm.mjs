// The RPM package, for Fedora, RHEL and openSUSE.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { DESCRIPTION } from '../../build/electron-builder.mjs';
import { lastLines } from '../setup/causes.mjs';
import { run } from '../setup/command.mjs';
import { SetupFailure } from '../setup/say.mjs';
import { findSystemTool } from '../setup/system-packages.mjs';
import { READY } from './places.mjs';
import { filledIn, layTree, valuesOf } from './system-tree.mjs';

const ARCHITECTURES = { x64: 'x86_64', arm64: 'aarch64' };
/** Of Electron, by the names of Fedora or those of openSUSE. */
const REQUIRES = [
  '(gtk3 or libgtk-3-0)',
  '(libnotify or libnotify4)',
  '(nss or mozilla-nss)',
  '(libXtst or libXtst6)',
  '(at-spi2-core or libatspi0)',
  '(libdrm or libdrm2)',
  '(mesa-libgbm or libgbm1)',
  '(alsa-lib or libasound2)',
  'xdg-utils',
];

/**
 * @param {import('./make-packages.mjs').Product} product
 * @returns {Promise<string>} the package
 */
export async function makeRpmPackage(product) {
  const { names, arch, warning, hasWindow, base, isQuick } = product;
  const tool = await findSystemTool(['rpmbuild'], ['rpm'], 'it makes the RPM package');
  const { name } = names;
  const tree = layTree(product);
  const work = path.join(READY, 'rpm');
  fs.rmSync(work, { recursive: true, force: true });
  fs.mkdirSync(work, { recursive: true });
  const sandbox = `/usr/lib/${name}/chrome-sandbox`;
  const files = [
    '%defattr(-,root,root,-)',
    `/usr/lib/${name}`,
    ...(fs.existsSync(path.join(tree, sandbox)) ? [`%attr(4755, root, root) ${sandbox}`] : []),
    `/usr/bin/${name}`,
    `/usr/share/applications/${name}.desktop`,
    `/usr/share/mime/packages/${name}.xml`,
    `/usr/share/icons/hicolor/*/apps/${name}.*`,
    `/usr/share/doc/${name}`,
  ];
  const spec = path.join(work, `${name}.spec`);
  fs.writeFileSync(
    spec,
    filledIn('shelfwise.spec', {
      ...valuesOf(product),
      REQUIRES: hasWindow ? REQUIRES.map((one) => `Requires: ${one}`).join('\n') : '',
      DESCRIPTION: [DESCRIPTION.en, ...(warning === null ? [] : [warning])].join('\n\n'),
      LEVEL: isQuick ? '1' : '19',
      TREE: tree,
      FILES: files.join('\n'),
    }),
  );
  const { status, output } = await run([
    tool,
    '-bb',
    '--target',
    ARCHITECTURES[arch],
    '--quiet',
    '--define',
    `_topdir ${work}`,
    '--define',
    `_rpmdir ${work}`,
    '--define',
    '_rpmfilename made.rpm',
    spec,
  ]);
  if (status !== 0) throw new SetupFailure(`rpmbuild could not make it. It said: ${lastLines(output, 3)}`);
  const file = `${base}.rpm`;
  fs.renameSync(path.join(work, 'made.rpm'), file);
  fs.rmSync(work, { recursive: true, force: true });
  return file;
}
