/**
 * The command line in the test's own process, for what commands print, write and refuse. It takes a hundredth of the
 * time of a separate process (command-line.ts), which is for what only a process has: the build, signals, its terminal,
 * its end.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { Writable } from 'node:stream';
import { main } from '../../src/cli/main';
import { outputTo } from '../../src/cli/output';
import type { TrainerLauncher } from '../../src/engine/machine/trainers/trainer-launcher';
import { trainersHere } from './trainers-here';
import type { Ended, temporaryCommandLine } from './command-line';

/** Variables that belong to the command line's own process, or that npm, vitest or personal settings would change. */
const NOT_INHERITED = ['npm_lifecycle_event', 'INIT_CWD', 'FORCE_COLOR'];
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Like `temporaryCommandLine`. Commands started at once run in turn, because they share one current folder.
 * @param launcher starts trainers
 */
export async function commandLineHere(launcher: TrainerLauncher = trainersHere): Promise<
  Omit<Awaited<ReturnType<typeof temporaryCommandLine>>, 'run'> & {
    /** @param words a list if one contains a space */
    run: (words: string | readonly string[], environment?: NodeJS.ProcessEnv) => Promise<Ended>;
  }
> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-cli-'));
  let last: Promise<unknown> = Promise.resolve();
  return {
    folder,
    run(words, environment = {}) {
      const ended = last.then(() =>
        runIn({ folder, launcher }, typeof words === 'string' ? words.split(' ') : words, environment),
      );
      last = ended.catch(() => undefined);
      return ended;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

interface Place {
  folder: string;
  launcher: TrainerLauncher;
}

/** Runs a command in a folder, with the workspace in it; another one of this process must not run meanwhile. */
export async function runIn(
  { folder, launcher }: Place,
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Ended> {
  const [out, err] = [new Collected(), new Collected()];
  const leave = enter(folder, environment);
  try {
    const status = await main(words, {
      out: outputTo(out, false),
      err: outputTo(err, false),
      launcher,
    });
    return { status, out: out.text, err: err.text, json: () => JSON.parse(out.text) as unknown };
  } finally {
    leave();
  }
}

/** Sets this process up like the command line's. @returns a function that restores it */
function enter(folder: string, given: NodeJS.ProcessEnv): () => void {
  const before = process.cwd();
  const environment: Record<string, string | undefined> = {
    SHELFWISE_WORKSPACE: path.join(folder, 'workspace'),
    ...given,
  };
  for (const name of NOT_INHERITED) environment[name] = undefined;
  const replaced = replaceEnvironment(environment);
  const listeners = SIGNALS.map((signal) => process.listeners(signal));
  process.chdir(folder);
  return () => {
    process.chdir(before);
    for (const [at, signal] of SIGNALS.entries())
      for (const listener of process.listeners(signal))
        if (!listeners[at]!.includes(listener)) process.removeListener(signal, listener);
    replaceEnvironment(replaced);
  };
}

/** @returns the previous values */
function replaceEnvironment(values: Record<string, string | undefined>): Record<string, string | undefined> {
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, process.env[name]]));
  for (const [name, value] of Object.entries(values))
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  return before;
}

/** Output as text; complete at the end, because a command waits for all its writes. */
class Collected extends Writable {
  readonly #pieces: Buffer[] = [];

  override _write(piece: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#pieces.push(piece);
    done();
  }

  get text(): string {
    return Buffer.concat(this.#pieces).toString();
  }
}
