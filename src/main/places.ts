/** Where things lie, in the checkout and in the packaged app alike. */
import * as os from 'node:os';
import * as path from 'node:path';
import { app } from 'electron';
import { getSetting } from './settings';

/** out/main, where this very file is built to. */
const BUILT = __dirname;

export const PRELOAD = path.join(BUILT, '..', 'preload', 'preload.js');
export const RENDERER = path.join(BUILT, '..', 'renderer');
export const ENGINE_HOST = path.join(BUILT, 'engine-host.js');
export const TRAINER = path.join(BUILT, 'trainer.js');

/** Beside the archive in the packaged app: the engine's native readers see no file inside one. */
export const sampleFolder = (): string =>
  path.join(app.getAppPath().replace(/app\.asar$/, 'app.asar.unpacked'), 'resources', 'sample');

/** As src/engine/workspace.ts has it, which this layer may not ask: the command line and the app share one workspace. */
function systemWorkspace(): string {
  const home = os.homedir();
  const { SHELFWISE_WORKSPACE, LOCALAPPDATA, XDG_DATA_HOME } = process.env;
  if (SHELFWISE_WORKSPACE) return SHELFWISE_WORKSPACE;
  switch (process.platform) {
    case 'win32':
      return path.join(LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'Shelfwise');
    case 'darwin':
      return path.join(home, 'Library', 'Application Support', 'Shelfwise');
    default:
      return path.join(XDG_DATA_HOME ?? path.join(home, '.local', 'share'), 'shelfwise');
  }
}

export const usualWorkspace = (): string => getSetting('workspace') ?? systemWorkspace();
