// The engine's programs: each build in a folder of its own, so that a training goes on with the code that it began with.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { compileInto, describeBuild } from '../setup/build.mjs';
import { writeJson } from '../setup/files.mjs';
import { NODE_MODULES, OUT, ROOT } from '../setup/paths.mjs';

const PROGRAMS = path.join(OUT, 'dev');
const HOST = 'scripts/dev/host.ts';

let count = 0;

/**
 * @returns {Promise<import('./program.d.mts').BuiltProgram>}
 * @throws {import('../setup/say.mjs').SetupFailure} with what Vite said
 */
export async function buildEngine() {
  count += 1;
  const folder = path.join(PROGRAMS, `${process.pid}-${count}`);
  const out = path.join(folder, 'out');
  try {
    const read = await compileInto({ main: path.join(out, 'main') }, ['--entry', `dev-host=${HOST}`]);
    // Vite serves the page.
    fs.mkdirSync(path.join(out, 'renderer'));
    for (const file of ['package.json', 'package-lock.json'])
      fs.copyFileSync(path.join(ROOT, file), path.join(folder, file));
    for (const place of [NODE_MODULES, path.join(ROOT, 'resources')])
      fs.symlinkSync(place, path.join(folder, path.basename(place)), 'junction');
    const description = describeBuild(out, ['main']);
    writeJson(path.join(out, 'build.json'), description);
    return { folder, sha256: description.buildSha256, filesRead: new Set(read.main) };
  } catch (error) {
    removeProgram(folder);
    throw error;
  }
}

/** @param {string} folder */
export const removeProgram = (folder) => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

/** Removes those of an earlier `npm run dev` that was killed. */
export function removeLeftPrograms() {
  for (const name of fs.existsSync(PROGRAMS) ? fs.readdirSync(PROGRAMS) : [])
    if (!isRunning(Number.parseInt(name, 10))) removeProgram(path.join(PROGRAMS, name));
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
