/** Runs the project's linter over files that a test made. */
import { execFile } from 'node:child_process';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Diagnostic {
  /** The rule with its plugin: "shelfwise(layers)". */
  readonly code: string;
  readonly message: string;
  /** With / on every system. */
  readonly filename: string;
}

/** @param folder that contains a folder `src`, or several in their own folders */
export function lint(folder: string): Promise<Diagnostic[]> {
  const oxlint = path.join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const args = [oxlint, '--config', path.join(ROOT, '.oxlintrc.json'), '--format', 'json', '.'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (stdout === '') return reject(error ?? new Error(stderr));
      const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
      resolve(diagnostics.map((one) => ({ ...one, filename: one.filename.replaceAll('\\', '/') })));
    });
  });
}
