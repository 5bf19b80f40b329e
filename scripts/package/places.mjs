// Where the parts of a package are prepared, and where the packages go.
import * as path from 'node:path';
import { OUT, ROOT } from '../setup/paths.mjs';

/** Removed before packaging: its files are hard links where possible, and would keep old libraries on disk. */
export const READY = path.join(OUT, 'package');

/** Becomes app.asar: main process and preload, each bundled. */
export const WINDOW = path.join(READY, 'window');
/** Files beside the archive, in Electron's resources folder. */
export const RESOURCES = path.join(READY, 'resources');
/** Engine host, trainer, command line, the window's page, their packages, the addon, DuckDB, the sample folder. */
export const ENGINE = path.join(RESOURCES, 'engine');
export const LICENCES = path.join(READY, 'licences');
export const STAND_IN = path.join(READY, 'stand-in');
/** What electron-builder lays around Electron. */
export const BUILT = path.join(READY, 'built');
/** The folders of a Linux system as a package installs them. */
export const SYSTEM_TREE = path.join(READY, 'system');
export const PACKAGES = path.join(ROOT, 'dist');
export const BUILD_RESOURCES = path.join(ROOT, 'build');
