/** The Electron for the tests, and the app built for it: README.md. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import * as path from 'node:path';
import { testTools } from '../../support/test-tools';

const ROOT = path.join(import.meta.dirname, '../../..');
const OUT = path.join(ROOT, 'out');
const PROFILE = path.join(import.meta.dirname, '../profile');
const CURRENT = path.join(ROOT, 'node_modules', 'electron') + path.sep;

const { electron, xvfb } = testTools();
const noScreen = process.platform === 'linux' && !process.env['DISPLAY'] ? xvfb.reason : null;

/** Null with an Electron and a screen. */
export const NO_ELECTRON: string | null = electron.reason ?? noScreen;
/** Suffix of the name of a test group skipped without them. */
export const WHY_SKIPPED = NO_ELECTRON === null ? '' : ` (${NO_ELECTRON})`;

export const IS_OLD = electron.path !== null && !electron.path.startsWith(CURRENT);

export function executable(): string {
  if (electron.path === null) throw new Error(`There is no Electron: ${electron.reason}`);
  return electron.path;
}

/** Command-line switches that an Electron needs. */
export const switchesOf = (isOld: boolean): string[] => [
  // Chromium refuses its sandbox to root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ...(isOld ? ['--enable-blink-features=CSSPseudoIs,CSSPseudoWhere'] : []),
];

/** The app's folder; built for Electron 9 if necessary. */
export function appFolder(): string {
  if (!IS_OLD) return ROOT;
  const folder = path.join(OUT, `electron-9-${stamp()}`);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.${process.pid}`;
  execFileSync(process.execPath, [path.join(PROFILE, 'build.mjs'), partial]);
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(partial, 'node_modules'), 'dir');
  // Removes earlier builds; another test file may have created this one meanwhile, and be using it.
  for (const name of readdirSync(OUT))
    if (/^electron-9-\w+$/.test(name) && name !== path.basename(folder))
      rmSync(path.join(OUT, name), { recursive: true, force: true });
  try {
    renameSync(partial, folder);
  } catch {
    // Another test file was faster.
    rmSync(partial, { recursive: true, force: true });
  }
  return folder;
}

/** Identifies the inputs: a change of the product or the profile needs another build. */
function stamp(): string {
  const hash = createHash('sha256').update(readFileSync(path.join(OUT, 'build.json')));
  for (const name of readdirSync(PROFILE).toSorted()) hash.update(readFileSync(path.join(PROFILE, name)));
  return hash.digest('hex').slice(0, 16);
}
