// An old Electron as a stand-in if the current one cannot be fetched. It only serves to test a package's layout.
import * as path from 'node:path';
import { buildForElectron9 } from '../../tests/electron/profile/build.mjs';
import { findOldElectron } from '../setup/old-electron.mjs';
import { TEST_ARTIFACT } from './electron.mjs';
import { STAND_IN } from './places.mjs';

const VERSION = '9.4.1';
const WARNING =
  'TEST ARTIFACT, never to be used or published: it is made around an Electron of 2021, which is not safe any more, to try the layout of the package.';

/** @returns {Promise<import('./electron.mjs').ChosenElectron>} */
export async function standInElectron() {
  const app = path.join(STAND_IN, 'app');
  await buildForElectron9(app);
  return {
    version: VERSION,
    dist: path.dirname(await findOldElectron()),
    built: path.join(app, 'out'),
    entries: ['main/main.js', 'main/parent-port.js', 'preload/preload.js'],
    names: TEST_ARTIFACT,
    warning: WARNING,
    changes: {
      // Electron has had fuses since its version 12.
      electronFuses: null,
      // The Node beside it also runs the engine, for which this Electron's own is too old; it cannot read an archive.
      asarUnpack: ['out/main/parent-port.js', 'out/main/electron-9'],
    },
  };
}
