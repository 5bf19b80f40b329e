/** Paths in the checkout and in the packaged app. */
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { app } from 'electron';
import { defaultWorkspaceFolder } from '../node/application-data';
import { getSetting } from './settings';

/** out/main, where this file is built to. */
const BUILT = __dirname;

export const PRELOAD = path.join(BUILT, '..', 'preload', 'preload.js');

/**
 * Outside the archive in the packaged app: native libraries, and the files they read, cannot be in an archive
 * (docs/decisions/0014).
 */
const ENGINE = app.isPackaged ? path.join(process.resourcesPath, 'engine') : path.join(BUILT, '..', '..');
/** One page for the window and for the command line, which serves it too. */
export const RENDERER = path.join(ENGINE, 'out', 'renderer');
export const ENGINE_HOST = path.join(ENGINE, 'out', 'main', 'engine-host.js');
export const TRAINER = path.join(ENGINE, 'out', 'main', 'trainer.js');
/**
 * Outside the archive too: a Node for work that Electron's own cannot do (docs/decisions/0041). In a checkout it is the
 * one that started the app.
 */
const CARRIED_NODE = path.join(process.resourcesPath, process.platform === 'win32' ? 'node.exe' : 'node');
const STARTED_BY = process.env['SHELFWISE_NODE'] ?? null;
export const NODE = app.isPackaged ? (existsSync(CARRIED_NODE) ? CARRIED_NODE : null) : STARTED_BY;
export const SAMPLE_FOLDER = path.join(ENGINE, 'resources', 'sample');

/** Icon for windows and the task bar if the system does not know the program: a folder unpacked by hand on Linux. */
export const ICON = path.join(ENGINE, 'resources', 'icon.png');

export const usualWorkspace = (): string => getSetting('workspace') ?? defaultWorkspaceFolder();
