// Builds the product for Electron 9.4.1: its own shell and window, lowered, around the built engine. `build.mjs FOLDER`
// by hand.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../../scripts/setup/command.mjs';
import { lastLines } from '../../../scripts/setup/causes.mjs';
import { NODE_MODULES, OUT, ROOT } from '../../../scripts/setup/paths.mjs';

const VITE = path.join(NODE_MODULES, 'electron-vite', 'bin', 'electron-vite.js');
const CONFIG = fileURLToPath(new URL('electron.vite.config.ts', import.meta.url));
/** Run on the system's Node, so they are the product's own, byte for byte. */
const SHELL = new Set(['main.js', 'main.js.map']);

/**
 * Writes a folder that Electron 9 starts as an app: package.json, out/ and resources/, with packages from its
 * node_modules.
 * The product must be built (`npm run build`).
 * @param {string} folder is emptied first
 * @throws {Error} with the last output of electron-vite
 */
export async function buildForElectron9(folder) {
  const target = path.resolve(folder);
  fs.rmSync(target, { recursive: true, force: true });
  const outcome = await run(
    [process.execPath, VITE, 'build', '--config', CONFIG, '--outDir', path.join(target, 'out')],
    {
      env: { NODE_ENV: 'production', NO_COLOR: '1' },
    },
  );
  if (outcome.status !== 0)
    throw new Error(`electron-vite ended with ${outcome.status}:\n${lastLines(outcome.output, 30)}`);
  fs.cpSync(path.join(OUT, 'main'), path.join(target, 'out', 'main'), {
    recursive: true,
    filter: (file) => !SHELL.has(path.basename(file)),
  });
  for (const file of ['package.json', 'package-lock.json', 'out/build.json', 'resources'])
    fs.cpSync(path.join(ROOT, file), path.join(target, file), { recursive: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildForElectron9(process.argv[2]);
