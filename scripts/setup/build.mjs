// Builds the program if its sources have changed.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { lastLines } from './causes.mjs';
import { run } from './command.mjs';
import { readJson, replaceFolder, writeJson } from './files.mjs';
import { filesUnder, hashFiles } from './hash-files.mjs';
import { BUILD_STATE, CLI, NODE_MODULES, OUT, ROOT, WINDOW } from './paths.mjs';
import { say, SetupFailure, withProgress } from './say.mjs';

const SETTINGS = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.json'];
/** Besides the settings: the code, and the guide with its pictures, which the window includes. */
const SOURCES = ['src', 'docs/guide', 'docs/screens'];
/** In the order of electron.vite.config.ts. */
const SECTIONS = ['main', 'preload', 'renderer'];
const NEXT = path.join(OUT, 'next');

const isSource = (file) => !file.includes('.test.');

const hashSources = () =>
  hashFiles(ROOT, [
    ...SETTINGS,
    ...SOURCES.flatMap((folder) =>
      filesUnder(path.join(ROOT, folder))
        .filter(isSource)
        .map((file) => `${folder}/${file}`),
    ),
  ]);

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

/** The inputs of a build now, to compare with the last build's. */
function inputs() {
  return { sourceSha256: hashSources(), commit: currentCommit() };
}

export function programIsBuilt() {
  const built = readJson(BUILD_STATE);
  if (built === null || !fs.existsSync(CLI) || !fs.existsSync(WINDOW)) return false;
  const now = inputs();
  return built.sourceSha256 === now.sourceSha256 && built.commit === now.commit;
}

/**
 * Builds beside the present program and puts the new one in its place, so that a failed build breaks nothing.
 * Writes out/build.json, which the run records quote: version, commit, buildSha256 (over out/main and so on without source
 * maps; the same sources give the same hash in any folder and at any commit) and lockSha256.
 */
export async function buildProgram() {
  const { sourceSha256, commit } = inputs();
  say('building the program');
  fs.rmSync(NEXT, { recursive: true, force: true });
  const viteCli = path.join(NODE_MODULES, 'electron-vite', 'bin', 'electron-vite.js');
  const outcome = await withProgress(
    'build',
    () => '',
    () =>
      // Absolute, because the window's part would resolve a relative one from its own root.
      run([process.execPath, viteCli, 'build', '--outDir', NEXT], {
        env: { NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: '0' },
      }),
  );
  if (outcome.status !== 0)
    throw new SetupFailure(`The program could not be built. electron-vite said:\n${lastLines(outcome.output, 30)}`);
  const version = readJson(path.join(ROOT, 'package.json')).version;
  const buildSha256 = hashFiles(
    NEXT,
    filesUnder(NEXT).filter((file) => !file.endsWith('.map')),
  );
  fs.rmSync(BUILD_STATE, { force: true });
  for (const section of SECTIONS) replaceFolder(path.join(NEXT, section), path.join(OUT, section));
  fs.rmSync(NEXT, { recursive: true, force: true });
  const lockSha256 = sha256(path.join(ROOT, 'package-lock.json'));
  writeJson(BUILD_STATE, { version, commit, buildSha256, lockSha256, sourceSha256 });
}
