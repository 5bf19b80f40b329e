// Builds the program: of its sides, those that an edit reaches. A side has one file for each process; packages are bundled but for native addons, so
// that a command reads a few files and not a thousand.
//
// out/build.json identifies the build: version, commit, and the SHA-256 of the built files and of package-lock.json. The commit is not in the bundle, and
// chunk names have no hash: the same sources give the same buildSha256 in any folder, at any commit, by one build or by many. out/sides.json has the files
// that each side read, with their hashes; settings, the lock file, the build's own scripts, and a file that comes or goes reach every side. No variable
// and no .env file reaches a build. A side is built beside its place, so a failed build leaves the old program working. A build checks no types.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { lastLines } from './causes.mjs';
import { run } from './command.mjs';
import { readJson, replaceFolder, writeJson } from './files.mjs';
import { filesUnder, hashFiles } from './hash-files.mjs';
import { BUILD_STATE, CLI, OUT, ROOT, SETUP, WINDOW } from './paths.mjs';
import { say, SetupFailure, withProgress } from './say.mjs';
import { currentSources, recordOf, SETTINGS, SOURCES, whyStale } from './sources.mjs';

/** In the order of electron.vite.config.ts; the hash of the build depends on it. */
const SIDES = ['main', 'preload', 'renderer'];
const placeOf = (side) => path.join(OUT, side);
/** As deep as its place: source maps name files by the way from there. */
const nextOf = (side) => path.join(OUT, `next-${side}`);
/** What each side was built from and its hash, to compare with the next build's. */
const RECORD = path.join(OUT, 'sides.json');
const BUILDER = path.join(SETUP, 'build-sides.mjs');

/** The commit of the sources, with "-modified" if they differ; "unknown" without git. */
function currentCommit() {
  const git = (...args) =>
    execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const changes = git('status', '--porcelain', '--', ...SETTINGS, ...SOURCES, ':(exclude)*.test.*').trim();
    return git('rev-parse', 'HEAD').trim() + (changes === '' ? '' : '-modified');
  } catch {
    return 'unknown';
  }
}

const sha256 = (file) => createHash('sha256').update(fs.readFileSync(file)).digest('hex');

const outputOf = (side) => (fs.existsSync(placeOf(side)) ? hashFiles(placeOf(side), filesUnder(placeOf(side))) : null);

export function programIsBuilt() {
  const built = readJson(BUILD_STATE);
  if (built === null || !fs.existsSync(CLI) || !fs.existsSync(WINDOW)) return false;
  const record = readJson(RECORD);
  const sources = currentSources();
  return built.commit === currentCommit() && SIDES.every((side) => whyStale(record?.[side], sources) === null);
}

/** @returns {Map<string, string>} the sides to compile, each with the reason */
function staleSides(sources) {
  const record = readJson(RECORD);
  const reasons = SIDES.map((side) => {
    const reason = whyStale(record?.[side], sources);
    if (reason !== null || record[side].output === outputOf(side)) return [side, reason];
    return [side, `out/${side} is not what was built`];
  });
  return new Map(reasons.filter(([, reason]) => reason !== null));
}

/**
 * Compiles the sides whose files have changed since their last build, beside the present program, and puts them in its place, so that
 * a failed build breaks nothing.
 * Writes out/build.json, which the run records quote: version, commit, buildSha256 (over out/main and so on without source
 * maps; the same sources give the same hash in any folder, at any commit and by whichever builds) and lockSha256.
 */
export async function buildProgram() {
  // Before the build reads them: a file that is edited meanwhile counts as changed the next time.
  const sources = currentSources();
  const commit = currentCommit();
  const stale = staleSides(sources);
  for (const reason of new Set(stale.values())) {
    const sides = [...stale.keys()].filter((side) => stale.get(side) === reason);
    say(`building ${sides.join(', ')} (${reason})`);
  }
  if (stale.size > 0) say('a build checks no types: npm run check does');
  const read = await compile([...stale.keys()]);
  fs.rmSync(BUILD_STATE, { force: true });
  const record = { ...readJson(RECORD) };
  for (const side of stale.keys()) {
    replaceFolder(nextOf(side), placeOf(side));
    record[side] = { ...recordOf(read[side], sources), output: outputOf(side) };
  }
  writeJson(RECORD, record);
  writeJson(BUILD_STATE, describeBuild(OUT, SIDES, commit));
}

/**
 * @param {string} folder with a folder for each side
 * @param {string[]} sides
 * @param {string} commit of the sources
 * @returns {{ version: string, commit: string, buildSha256: string, lockSha256: string }} what run records quote
 */
export function describeBuild(folder, sides, commit = currentCommit()) {
  const built = sides.flatMap((side) => filesUnder(path.join(folder, side)).map((file) => `${side}/${file}`));
  return {
    version: readJson(path.join(ROOT, 'package.json')).version,
    commit,
    buildSha256: hashFiles(
      folder,
      built.filter((file) => !file.endsWith('.map')),
    ),
    lockSha256: sha256(path.join(ROOT, 'package-lock.json')),
  };
}

/** @returns {Promise<Record<string, string[]>>} the files that each side read */
async function compile(sides) {
  if (sides.length === 0) return {};
  const folders = Object.fromEntries(sides.map((side) => [side, nextOf(side)]));
  return withProgress(
    'build',
    () => '',
    () => compileInto(folders),
  );
}

/**
 * @param {Record<string, string>} folders of sides, which are emptied
 * @param {string[]} [options] of build-sides.mjs
 * @returns {Promise<Record<string, string[]>>} the files that each side read
 * @throws {SetupFailure} with what Vite said
 */
export async function compileInto(folders, options = []) {
  for (const folder of Object.values(folders)) fs.rmSync(folder, { recursive: true, force: true });
  const filesRead = `${Object.values(folders)[0]}-files.json`;
  const words = Object.entries(folders).map(([side, folder]) => `${side}=${folder}`);
  const outcome = await run([process.execPath, BUILDER, filesRead, ...words, ...options], {
    env: { NODE_ENV: 'production', NODE_ENV_ELECTRON_VITE: 'production', NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  if (outcome.status !== 0)
    throw new SetupFailure(`The program could not be built. Vite said:\n${lastLines(outcome.output, 30)}`);
  const read = readJson(filesRead);
  fs.rmSync(filesRead);
  return read;
}
