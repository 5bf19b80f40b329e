/** The output of `npm run package`, made once and unpacked like a user does. */
import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { promisify } from 'node:util';

const ROOT = path.join(import.meta.dirname, '../../..');
const run = promisify(execFile);

export interface MadePackage {
  /** For the test, empty except for what is named here. */
  readonly folder: string;
  /** The unpacked tar.gz: shelfwise, resources/, ... */
  readonly installed: string;
  readonly debian: string;
  /** Of CycloneDX. */
  readonly bill: Bill;
  /** Whether it contains an old Electron, for tests only. */
  readonly isTestArtifact: boolean;
  remove(): Promise<void>;
}

interface Part {
  readonly name: string;
  readonly version: string;
}
interface Bill {
  readonly metadata: { readonly component: Part };
  readonly components: readonly Part[];
}

export async function makePackage(): Promise<MadePackage> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-package-'));
  const made = path.join(folder, 'made');
  await run(process.execPath, [path.join(ROOT, 'scripts', 'package.mjs'), '--out', made]);
  await fs.rm(path.join(made, 'linux-unpacked'), { recursive: true });
  const names = await fs.readdir(made);
  const madeFile = (ending: string): string =>
    path.join(
      made,
      names.find((name) => name.endsWith(ending))!,
    );
  const archive = madeFile('.tar.gz');
  await run('tar', ['-xzf', archive, '-C', folder]);
  await fs.rm(archive);
  const installed = path.join(folder, path.basename(archive, '.tar.gz'));
  return {
    folder,
    installed,
    debian: madeFile('.deb'),
    bill: JSON.parse(await fs.readFile(madeFile('.cdx.json'), 'utf8')) as Bill,
    isTestArtifact: (await fs.readdir(installed)).includes('TEST-ARTIFACT.txt'),
    remove: () => fs.rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** All files below a folder, relative to it, in order. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** A Debian package: its fields by name, and its files with their modes. */
export async function readDebian(file: string): Promise<{ fields: string; files: Map<string, string> }> {
  const { stdout: fields } = await run('dpkg-deb', ['--field', file]);
  const { stdout: contents } = await run('dpkg-deb', ['--contents', file], { maxBuffer: 1e8 });
  const lines = contents.trim().split('\n');
  const entries = lines.map((line) => line.split(/\s+/)).map((words) => [words[5]!, words[0]!] as const);
  return { fields, files: new Map(entries.map(([name, mode]) => [name.replace(/^\./, ''), mode])) };
}

export async function textInDebian(file: string, name: string): Promise<string> {
  const { stdout } = await run('sh', ['-c', 'dpkg-deb --fsys-tarfile "$1" | tar -xO ".$2"', 'sh', file, name]);
  return stdout;
}
