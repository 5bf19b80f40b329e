// The Debian package. electron-builder's own needs a download (fpm); this uses Debian's tools on the folder that
// electron-builder left.
import * as path from 'node:path';
import { Installer } from 'electron-installer-debian';
import { BUNDLE_TYPE, DESCRIPTION } from '../../build/electron-builder.mjs';
import { ROOT } from '../setup/paths.mjs';

const BUILD = path.join(ROOT, 'build');
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512].map((size) => `${size}x${size}`);

/** Registers the file type of run bundles, so that file managers open them with Shelfwise. */
class DebianPackage extends Installer {
  get contentFunctions() {
    return [...super.contentFunctions, 'createFileType'];
  }

  createFileType() {
    const target = path.join(this.stagingDir, 'usr', 'share', 'mime', 'packages', `${this.options.name}.xml`);
    return this.createTemplatedFile(path.join(BUILD, 'linux', 'shelfwise.xml.ejs'), target, 0o644);
  }
}

/**
 * @param {string} unpacked the program's folder
 * @param {string} output the folder that the package is written to
 * @param {import('./electron.mjs').ChosenElectron} electron
 * @returns {Promise<string>} the package's file
 */
export async function makeDebianPackage(unpacked, output, { names, warning }) {
  const installer = new DebianPackage({
    src: unpacked,
    dest: output,
    arch: 'amd64',
    logger: () => undefined,
    rename: (folder) => path.join(folder, '<%= name %>_<%= version %>_<%= arch %>.deb'),
    options: {
      ...names,
      bin: 'shelfwise',
      section: 'science',
      description: DESCRIPTION.en,
      productDescription: [DESCRIPTION.ko, warning].filter(Boolean).join('\n'),
      descriptionInKorean: DESCRIPTION.ko,
      maintainer: 'The makers of Shelfwise <noreply@shelfwise.invalid>',
      categories: ['Utility', 'Science', 'Education'],
      mimeType: [BUNDLE_TYPE.mime, 'x-scheme-handler/shelfwise'],
      bundle: BUNDLE_TYPE,
      icon: {
        ...Object.fromEntries(SIZES.map((size) => [size, path.join(BUILD, 'icons', `${size}.png`)])),
        scalable: path.join(ROOT, 'src', 'renderer', 'icon.svg'),
      },
      desktopTemplate: path.join(BUILD, 'linux', 'shelfwise.desktop.ejs'),
      // Seconds instead of minutes for 700 MB; Debian 12 and Ubuntu 22.04 can read it.
      compression: 'zstd',
    },
  });
  await installer.generateDefaults();
  await installer.generateOptions();
  await installer.createStagingDir();
  await installer.createContents();
  await installer.createPackage();
  await installer.movePackage();
  return installer.options.packagePaths[0];
}
