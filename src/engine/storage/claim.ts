/**
 * A claim: a file that means "a program is changing this now". Its holder keeps touching it. A program that waits watches for that by its own
 * monotonic clock, and takes a claim that does not change for abandoned. So neither a wrong clock nor a date in the future locks a program out.
 *
 * A holder may stand still (a stopped process, a computer asleep) until others take its claim for abandoned. So a claim holds a token, and its
 * holder looks for it directly before the rename that others see: who lost the claim changes nothing. An abandoned claim is moved to a name of its
 * own before it is judged, so of several programs that wait one moves it, and whoever moved a living claim puts it back.
 *
 * What remains: a holder that stands still for two seconds between that look and the rename, which are two calls of the system, may overwrite
 * the change of another. A file system that shows renames of another computer late (some network drives) makes that moment longer; one that counts
 * changes in steps of two seconds (FAT) lets a living claim look abandoned, and its holder is then told to try again. Where there are no hard links,
 * so is who holds a claim that was moved while it was touched.
 */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ShelfwiseError, systemCodeOf } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { renamePatiently, writeNewFile } from './files';
import { withPlainFileIfThere } from './plain-file';
import { temporaryBeside } from './temporary';

/** Milliseconds that a claim must be seen unchanged to count as left behind, and from one touch of its holder to the next. */
const ABANDONED = 2000;
const TOUCH = 300;
/** Milliseconds between two looks that count at most: while the one who looks stood still, the holder may have, too. */
const MOST_COUNTED = 500;

/** Milliseconds for which a change is tried while others write, and from one try to the next. */
const PATIENCE = 10_000;
const PAUSE = 15;

/** What a claim file is. */
interface State {
  readonly token: string;
  readonly inode: number;
  readonly modified: number;
}

/** A claim of another program, for how long it was seen unchanged, and when it was looked at last, by the monotonic clock. */
export interface ClaimSeen {
  readonly state: State;
  readonly unchanged: number;
  readonly at: number;
}

/** What whoever holds a claim can ask. */
export interface Held {
  /**
   * To be asked directly before anything that others see is changed.
   * @throws ShelfwiseError `busy` where another program took the claim over while this one stood still
   */
  assertOurs(): Promise<void>;
}

interface Claim extends Held {
  readonly file: string;
  readonly token: string;
  readonly touching: NodeJS.Timeout;
}

/**
 * Does `work` while no other program changes a file: whoever changes it has the claim beside it. What is changed has to be read in `work`, and
 * written with its claim (`writeJson(file, value, { claim })`).
 * @throws ShelfwiseError `busy` where others hold it for too long, and what `work` throws
 */
export async function whileClaimed<Result>(file: string, work: (claim: Held) => Promise<Result>): Promise<Result> {
  const name = `${file}.claim`;
  const began = performance.now();
  for (let seen: ClaimSeen | null = null; performance.now() - began < PATIENCE; await sleep(PAUSE)) {
    const claim = await takeClaim(name, file);
    if (claim === null) {
      seen = await removeAbandoned(name, seen);
      continue;
    }
    try {
      return await work(claim);
    } finally {
      await releaseClaim(claim);
    }
  }
  throw new ShelfwiseError('busy', say('kept.busy', { file }));
}

/**
 * @param changed what it is a claim of, as sentences name it
 * @returns null where another program holds it
 */
export async function takeClaim(file: string, changed: string): Promise<Claim | null> {
  const token = randomBytes(12).toString('hex');
  if (!(await writeNewFile(file, token))) return null;
  const isOurs = async (): Promise<boolean> => (await stateOf(file))?.token === token;
  const touch = async (): Promise<void> => {
    if (!(await isOurs())) return;
    const now = new Date();
    await fs.utimes(file, now, now);
  };
  const touching = setInterval(() => void touch().catch(() => undefined), TOUCH);
  touching.unref();
  const assertOurs = async (): Promise<void> => {
    // Whoever waits begins to count anew; a claim that cannot be touched is judged by its token alone.
    await touch().catch(() => undefined);
    if (!(await isOurs())) throw new ShelfwiseError('busy', say('kept.taken-over', { file: changed }));
  };
  return { file, token, touching, assertOurs };
}

/** A claim that another program took over meanwhile (this one was frozen) stays. */
export async function releaseClaim({ file, token, touching }: Claim): Promise<void> {
  clearInterval(touching);
  const there = await stateOf(file).catch(() => null);
  if (there?.token === token) await takeAway(file, (moved) => moved.token === token);
}

/**
 * Removes a claim that has been unchanged for long enough.
 * @param seen the result of the last call; null at the first
 * @returns the value for the next call; null where the way is free
 */
export async function removeAbandoned(file: string, seen: ClaimSeen | null): Promise<ClaimSeen | null> {
  const state = await stateOf(file);
  if (state === null) return null;
  const at = performance.now();
  if (seen === null || !isSame(state, seen.state)) return { state, unchanged: 0, at };
  const unchanged = seen.unchanged + Math.min(at - seen.at, MOST_COUNTED);
  if (unchanged < ABANDONED) return { state, unchanged, at };
  return (await takeAway(file, (there) => isSame(there, state))) ? null : { state, unchanged: 0, at };
}

const isSame = (left: State, right: State): boolean =>
  left.token === right.token && left.inode === right.inode && left.modified === right.modified;

/**
 * Removes a claim if it is the one that is meant, which is told once nobody else can move it.
 * @returns false where it was another one, which is put back
 */
async function takeAway(file: string, isMeant: (there: State) => boolean): Promise<boolean> {
  const moved = temporaryBeside(file);
  try {
    await renamePatiently(file, moved);
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') return true;
    throw thrown;
  }
  const there = await stateOf(moved);
  const isRight = there !== null && isMeant(there);
  // Never in the place of a claim that was made meanwhile: then its holder sees before it changes anything that it lost it.
  if (!isRight) await fs.link(moved, file).catch(() => undefined);
  await fs.rm(moved, { force: true });
  return isRight;
}

/** Null where there is none. */
const stateOf = (file: string): Promise<State | null> =>
  withPlainFileIfThere(file, async (handle) => {
    const { ino, mtimeMs } = await handle.stat();
    return { token: await handle.readFile('utf8'), inode: ino, modified: mtimeMs };
  });
