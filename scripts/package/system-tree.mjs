// The folders of a Linux system as deb, rpm and AppImage install them: the program, its command, its menu entry, its
// file type, its icons and its licence.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { BUNDLE_TYPE, DESCRIPTION } from '../../build/electron-builder.mjs';
import { ROOT } from '../setup/paths.mjs';
import { BUILD_RESOURCES, SYSTEM_TREE } from './places.mjs';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const SANDBOX = 'chrome-sandbox';

/**
 * @param {string} name of a file in build/linux
 * @param {Record<string, string>} values by the names that stand between @ there
 */
export const filledIn = (name, values) =>
  fs
    .readFileSync(path.join(BUILD_RESOURCES, 'linux', name), 'utf8')
    .replaceAll(/@([A-Z]+)@/g, (_whole, key) => values[key]);

/** @param {import('./make-packages.mjs').Product} product */
export const valuesOf = ({ names, version }) => ({
  NAME: names.name,
  PRODUCT: names.productName,
  VERSION: version,
  ENGLISH: DESCRIPTION.en,
  KOREAN: DESCRIPTION.ko,
  MIME: BUNDLE_TYPE.mime,
});

/** Hard links, because nothing writes to the files. */
function link(from, to) {
  fs.mkdirSync(to, { recursive: true });
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) link(source, target);
    else if (entry.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(source), target);
    else fs.linkSync(source, target);
  }
}

function write(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

function symlink(target, file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.symlinkSync(target, file);
}

/**
 * @param {import('./make-packages.mjs').Product} product
 * @returns {string} the folder, with "usr" in it
 */
export function layTree(product) {
  const { names, folder, hasWindow } = product;
  const { name } = names;
  const usr = path.join(SYSTEM_TREE, 'usr');
  fs.rmSync(SYSTEM_TREE, { recursive: true, force: true });
  const program = path.join(usr, 'lib', name);
  link(folder, program);
  const values = { ...valuesOf(product), EXEC: hasWindow ? `/usr/lib/${name}/shelfwise` : name };
  symlink(`../lib/${name}/resources/bin/shelfwise`, path.join(usr, 'bin', name));
  const share = path.join(usr, 'share');
  write(path.join(share, 'applications', `${name}.desktop`), filledIn('shelfwise.desktop', values));
  write(path.join(share, 'mime', 'packages', `${name}.xml`), filledIn('shelfwise.xml', values));
  const icons = path.join(share, 'icons', 'hicolor');
  for (const size of SIZES.map((pixels) => `${pixels}x${pixels}`)) {
    fs.mkdirSync(path.join(icons, size, 'apps'), { recursive: true });
    fs.copyFileSync(path.join(BUILD_RESOURCES, 'icons', `${size}.png`), path.join(icons, size, 'apps', `${name}.png`));
  }
  write(
    path.join(icons, 'scalable', 'apps', `${name}.svg`),
    fs.readFileSync(path.join(ROOT, 'src', 'renderer', 'icon.svg'), 'utf8'),
  );
  symlink(`../../../lib/${name}/LICENSE`, path.join(share, 'doc', name, 'copyright'));
  allowSandbox(program);
  return SYSTEM_TREE;
}

/** Chromium's sandbox for systems without user namespaces belongs to root and has the bit setuid. */
function allowSandbox(program) {
  const file = path.join(program, SANDBOX);
  if (!fs.existsSync(file)) return;
  fs.copyFileSync(file, `${file}.own`);
  fs.renameSync(`${file}.own`, file);
  fs.chmodSync(file, 0o4755);
}
