/** Identifies this program exactly enough to fetch it again: version, commit, hash of the built files, hash of the lock file. */
import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Program, programSchema } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { readTextIfThere, sha256 } from '../../storage/read-files';

const NAME = 'shelfwise';
const UNKNOWN = 'unknown';

/**
 * The folder with the program's package.json, found upward from this file: src/engine and out/main have different depths.
 * @throws ShelfwiseError `internal` if the program is incomplete
 */
export function programFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const description = path.join(folder, 'package.json');
    if (existsSync(description) && (JSON.parse(readFileSync(description, 'utf8')) as { name?: string }).name === NAME)
      return folder;
    const parent = path.dirname(folder);
    if (parent === folder) throw new ShelfwiseError('internal', say('system.program-incomplete', { program: NAME }));
    folder = parent;
  }
}

let known: Promise<Program> | null = null;

/** The program as run.json describes it; read once per process. */
export function programInfo(): Promise<Program> {
  known ??= readProgram(programFolder());
  return known;
}

/** Read from out/build.json in the built program, else computed from the source tree. */
async function readProgram(root: string): Promise<Program> {
  const built = path.join(root, 'out');
  const runsFromBuild = fileURLToPath(import.meta.url).startsWith(built + path.sep);
  const written = runsFromBuild ? await readTextIfThere(path.join(built, 'build.json')) : null;
  if (written !== null) return programSchema.parse(JSON.parse(written));
  const description = JSON.parse(await fs.readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const lock = await readTextIfThere(path.join(root, 'package-lock.json'));
  return {
    version: description.version,
    commit: await headCommit(root),
    buildSha256: await hashFolder(runsFromBuild ? built : path.join(root, 'src')),
    lockSha256: lock === null ? UNKNOWN : sha256(lock),
  };
}

async function headCommit(root: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('git', ['rev-parse', 'HEAD'], { cwd: root });
    return stdout.trim();
  } catch {
    // An unpacked archive has no history, and a user's machine may have no git.
    return UNKNOWN;
  }
}

/** SHA-256 over "path, tab, SHA-256 of the content" lines of all files but tests, paths with slashes and in code unit order. */
async function hashFolder(folder: string): Promise<string> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)));
  const lines = await Promise.all(
    files.map(async (file) => {
      const content = await fs.readFile(path.join(folder, file));
      return `${file.split(path.sep).join('/')}\t${sha256(content)}\n`;
    }),
  );
  return sha256(lines.sort((left, right) => (left < right ? -1 : 1)).join(''));
}
