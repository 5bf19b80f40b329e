/**
 * A claim: a file that means "a program is changing this now". Its holder keeps touching it. A program that waits watches for that by its own
 * monotonic clock, and takes a claim that does not change for abandoned. So neither a wrong clock nor a date in the future locks a program out.
 */
import * as fs from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/sentences/sentence';
import { claimFile } from './files';

/** Milliseconds that a claim must be seen unchanged to count as left behind, and from one touch of its holder to the next. */
const ABANDONED = 2000;
const TOUCH = 300;

/** Milliseconds for which a change is tried while others write, and from one try to the next. */
const PATIENCE = 10_000;
const PAUSE = 15;

/** A claim of another program, and since when it has been unchanged, by the monotonic clock. */
export interface ClaimSeen {
  readonly state: string;
  readonly since: number;
}

interface Claim {
  readonly file: string;
  readonly inode: number;
  readonly touching: NodeJS.Timeout;
}

/**
 * Does `work` while no other program changes a file: whoever changes it has the claim beside it. What is changed has to be read in `work`.
 * @throws ShelfwiseError `busy` where others hold it for too long, and what `work` throws
 */
export async function whileClaimed<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  const claim = `${file}.claim`;
  const began = performance.now();
  for (let seen: ClaimSeen | null = null; performance.now() - began < PATIENCE; await sleep(PAUSE)) {
    const claimed = await takeClaim(claim);
    if (claimed === null) {
      seen = await removeAbandoned(claim, seen);
      continue;
    }
    try {
      return await work();
    } finally {
      await releaseClaim(claimed);
    }
  }
  throw new ShelfwiseError('busy', say('kept.busy', { file }));
}

/** Null where another program holds it. */
export async function takeClaim(file: string): Promise<Claim | null> {
  if (!(await claimFile(file))) return null;
  const { ino } = await fs.stat(file);
  const touching = setInterval(() => {
    const now = new Date();
    void fs.utimes(file, now, now).catch(() => undefined);
  }, TOUCH);
  touching.unref();
  return { file, inode: ino, touching };
}

/** A claim that another program took over meanwhile (this one was frozen) stays. */
export async function releaseClaim({ file, inode, touching }: Claim): Promise<void> {
  clearInterval(touching);
  if ((await fs.stat(file).catch(() => null))?.ino === inode) await fs.rm(file, { force: true });
}

/**
 * Removes a claim that has been unchanged for long enough.
 * @param seen the result of the last call; null at the first
 * @returns the value for the next call; null where the way is free
 */
export async function removeAbandoned(file: string, seen: ClaimSeen | null): Promise<ClaimSeen | null> {
  const state = await stateOf(file);
  if (state === null) return null;
  if (seen?.state !== state) return { state, since: performance.now() };
  if (performance.now() - seen.since < ABANDONED) return seen;
  await fs.rm(file, { force: true });
  return null;
}

async function stateOf(file: string): Promise<string | null> {
  try {
    const { ino, mtimeMs, ctimeMs } = await fs.stat(file);
    return `${ino} ${mtimeMs} ${ctimeMs}`;
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    if (error.code === 'not-found') return null;
    throw error;
  }
}
