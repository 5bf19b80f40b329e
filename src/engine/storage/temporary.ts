/**
 * A file being written has a temporary name, which names its writer, and is touched every second. So a killed program's leftover can be told from
 * work in progress, whatever the clocks say.
 */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { hostTag, isProcessGone } from './processes';

/** "name.<12 hexadecimal digits>-<host>-<process>.part"; version 0.1.0 named no host and no process. A user's download may end in .part too. */
export const TEMPORARY_NAME = /\.[0-9a-f]{12}(?:-([0-9a-f]{8})-(\d{1,10}))?\.part$/;

/** Milliseconds between two touches. */
const TOUCH = 1000;

/** Bytes; file systems allow names of 255, and a character has up to four. */
const LONGEST_BASE = 200;

/** A temporary path beside `target`. Shortens a long name so that the temporary one fits too. */
export function temporaryBeside(target: string): string {
  const tag = `${randomBytes(6).toString('hex')}-${hostTag()}-${process.pid}`;
  return path.join(path.dirname(target), `${baseOf(target)}.${tag}.part`);
}

function baseOf(target: string): string {
  const name = path.basename(target);
  return Buffer.byteLength(name) > LONGEST_BASE ? name.slice(0, LONGEST_BASE / 4) : name;
}

/** Partial files for `target` beside it, left by programs of this machine that died. */
export async function leftoversBeside(target: string): Promise<string[]> {
  const base = baseOf(target);
  const entries = await fs.readdir(path.dirname(target), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.startsWith(`${base}.`))
    .filter(({ name }) => TEMPORARY_NAME.exec(name)?.index === base.length && writerOf(name) === 'gone')
    .map(({ name }) => path.join(path.dirname(target), name));
}

/** Whether the writer of a temporary file is gone or alive, if it ran on this machine; otherwise unknown. */
export function writerOf(name: string): 'gone' | 'alive' | 'unknown' {
  const [, host, pid] = TEMPORARY_NAME.exec(name) ?? [];
  if (host !== hostTag()) return 'unknown';
  return isProcessGone(Number(pid)) ? 'gone' : 'alive';
}

/** Touches a file once a second while `work` writes it, for programs on other machines. */
export async function whileTouched<Result>(temporary: string, work: () => Promise<Result>): Promise<Result> {
  const timer = setInterval(() => {
    const now = new Date();
    // The file does not exist yet, or was already renamed: no error.
    fs.utimes(temporary, now, now).catch(() => undefined);
  }, TOUCH);
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
