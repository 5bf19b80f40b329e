// The AppImage: a runtime, and behind it the folders of the program as a squashfs. The runtime is a download of the
// AppImage project (github.com/AppImage/type2-runtime), which the one who packages names.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { lastLines } from '../setup/causes.mjs';
import { run } from '../setup/command.mjs';
import { SetupFailure } from '../setup/say.mjs';
import { findSystemTool } from '../setup/system-packages.mjs';
import { READY } from './places.mjs';
import { filledIn, layTree, valuesOf } from './system-tree.mjs';

/**
 * @param {import('./make-packages.mjs').Product} product
 * @returns {Promise<string>} the image
 */
export async function makeAppImage(product) {
  const { names, base, appImageRuntime, isQuick } = product;
  if (appImageRuntime === null)
    throw new SetupFailure('no runtime was named: --appimage-runtime FILE, of github.com/AppImage/type2-runtime.');
  const tool = await findSystemTool(['mksquashfs'], ['squashfs-tools'], 'it makes the AppImage');
  const { name } = names;
  const tree = layTree(product);
  fs.symlinkSync(`usr/bin/${name}`, path.join(tree, 'AppRun'));
  fs.writeFileSync(
    path.join(tree, `${name}.desktop`),
    filledIn('shelfwise.desktop', { ...valuesOf(product), EXEC: name }),
  );
  const icon = `usr/share/icons/hicolor/256x256/apps/${name}.png`;
  fs.symlinkSync(icon, path.join(tree, `${name}.png`));
  fs.symlinkSync(icon, path.join(tree, '.DirIcon'));
  const image = path.join(READY, 'image.squashfs');
  const { status, output } = await run([
    tool,
    tree,
    image,
    '-quiet',
    '-no-progress',
    '-noappend',
    '-root-owned',
    '-no-xattrs',
    '-comp',
    'zstd',
    '-Xcompression-level',
    isQuick ? '1' : '15',
  ]);
  if (status !== 0) throw new SetupFailure(`mksquashfs could not make it. It said: ${lastLines(output, 3)}`);
  const file = `${base}.AppImage`;
  fs.copyFileSync(appImageRuntime, file);
  fs.appendFileSync(file, fs.readFileSync(image));
  fs.chmodSync(file, 0o755);
  fs.rmSync(image);
  return file;
}
