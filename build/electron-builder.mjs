// What is laid around Electron on every system, as one electron-builder configuration; scripts/package adds the Electron
// and packs the folder.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { LICENCES, RESOURCES, WINDOW } from '../scripts/package/places.mjs';

export const DESCRIPTION = {
  en: "Recommendations for a children's media service: train, compare, tune and export, the same bits every time",
  ko: '어린이 미디어 서비스를 위한 추천: 학습, 비교, 조정, 내보내기를 언제나 같은 비트로',
};
export const BUNDLE_TYPE = { mime: 'application/x-shelfwise-run', en: 'Shelfwise run' };

/** Electron's fuses in its binary: what is off cannot be enabled by an environment variable or an argument. */
export const FUSES = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  // Checks on Windows and macOS (the only systems with it) that the archive is the packed one.
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
  loadBrowserProcessSpecificV8Snapshot: false,
  // There are no cookies, and on macOS it would ask for the key chain.
  enableCookieEncryption: false,
};

/** Removes the app of a bare Electron; electron-builder does so only for its own download. */
function removeElectronsOwnApp({ packager, appOutDir }) {
  fs.rmSync(path.join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
}

const licences = [{ from: LICENCES, to: '.' }];

/** @type {import('electron-builder').Configuration} */
export const CONFIGURATION = {
  appId: 'app.shelfwise',
  productName: 'Shelfwise',
  copyright: 'MIT licence',
  directories: { app: WINDOW, buildResources: 'build' },
  asar: true,
  files: ['**/*'],
  // Outside the archive: native libraries, and what they read, must be real files (docs/decisions/0014).
  extraResources: [{ from: RESOURCES, to: '.' }],
  // Nothing to install or rebuild: the archive is bundled, and the engine brings its packages.
  beforeBuild: () => false,
  afterPack: removeElectronsOwnApp,
  electronFuses: FUSES,
  electronLanguages: ['en', 'en-US', 'ko'],
  fileAssociations: [
    {
      ext: 'shelfwise',
      name: BUNDLE_TYPE.en,
      description: BUNDLE_TYPE.en,
      mimeType: BUNDLE_TYPE.mime,
      role: 'Viewer',
    },
  ],
  protocols: [{ name: 'Shelfwise', schemes: ['shelfwise'], role: 'Viewer' }],
  publish: null,
  linux: {
    icon: 'icons',
    executableName: 'shelfwise',
    category: 'Utility',
    description: DESCRIPTION.en,
    syncDesktopName: true,
    extraFiles: licences,
  },
  win: { icon: 'icon.ico', extraFiles: licences },
  mac: {
    icon: 'icon.icns',
    category: 'public.app-category.productivity',
    hardenedRuntime: true,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
    extraResources: licences,
    extendInfo: { CFBundleLocalizations: ['en', 'ko'] },
  },
};
