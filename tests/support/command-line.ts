/** Runs the built command line as a person types it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';

const CLI = path.join(import.meta.dirname, '../../out/main/cli.js');

export interface Ended {
  status: number | null;
  out: string;
  err: string;
  /** Standard output as the single object of --json. */
  // oxlint-disable-next-line typescript/no-explicit-any -- a test names the keys that a reader of the answer relies on
  json(): any;
}

export interface Options {
  folder?: string;
  environment?: Record<string, string | undefined>;
  /** A program that runs the command line, such as strace, with its arguments. */
  under?: readonly string[];
  /** Another Node, also for what the command line forks. */
  node?: string;
  /** ID of the user and group to run as; root only. */
  user?: number;
  /** Called with each piece of standard error and the process, to interrupt at the right moment. */
  onError?: (soFar: string, child: ChildProcess) => void;
  /** Leaves standard output after this many characters, as `| head` does. */
  readOnly?: number;
}

export function shelfwise(words: readonly string[], options: Options = {}): Promise<Ended> {
  if (!existsSync(CLI)) throw new Error('out/main/cli.js is missing: "npm run setup" builds it.');
  const { npm_lifecycle_event: _, INIT_CWD: __, FORCE_COLOR: ___, ...environment } = process.env;
  const [program, ...before] = [...(options.under ?? []), options.node ?? process.execPath, CLI];
  const child = spawn(program!, [...before, ...words], {
    cwd: options.folder ?? os.tmpdir(),
    env: { ...environment, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.user !== undefined && { uid: options.user, gid: options.user }),
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (options.readOnly !== undefined && out.length >= options.readOnly) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    options.onError?.(err, child);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, out, err, json: () => JSON.parse(out) as unknown }));
  });
}

/** A temporary workspace, and the command line in it. */
export async function temporaryCommandLine(): Promise<{
  folder: string;
  run: (words: string, options?: Options) => Promise<Ended>;
  remove: () => Promise<void>;
}> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-cli-'));
  return {
    folder,
    run: (words, options) =>
      shelfwise(words.split(' '), {
        folder,
        ...options,
        environment: { SHELFWISE_WORKSPACE: path.join(folder, 'workspace'), ...options?.environment },
      }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
