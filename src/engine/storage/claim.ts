/**
 * A claim is a file that means "a program is changing this now". Its holder keeps touching it. A waiting program watches the file by its own
 * monotonic clock and treats a claim that stops changing as abandoned. So neither a wrong clock nor a date in the future can lock a program out.
 *
 * A holder may stall (a stopped process, a computer asleep) until others treat its claim as abandoned. So a claim contains a token, and its holder
 * checks the token directly before the rename that others see: a holder that has lost its claim changes nothing. An abandoned claim is moved to a
 * unique name before it is judged, so only one of several waiting programs moves it, and a program that moved a living claim puts it back.
 *
 * What remains: a holder that stalls for two seconds between that check and the rename, which are two system calls, may overwrite the change of
 * another program. A file system that shows the renames of another computer late (some network drives) makes this gap longer. On one that counts
 * changes in steps of two seconds (FAT), a living claim looks abandoned, and its holder has to try again. Without hard links, a holder whose claim
 * was moved while it touched it must try again too.
 */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ShelfwiseError, systemCodeOf } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { renamePatiently, writeNewFile } from './files';
import { withPlainFileIfThere } from './plain-file';
import { temporaryBeside } from './temporary';

/** Milliseconds a claim must stay unchanged to count as abandoned, and between two touches by its holder. */
const ABANDONED = 2000;
const TOUCH = 300;
/** The most milliseconds that one gap between two checks counts: a longer gap means that this process slept, and the holder may have slept too. */
const MOST_COUNTED = 500;

/** Milliseconds to keep trying while others write, and between two tries. */
const PATIENCE = 10_000;
const PAUSE = 15;

/** What identifies one state of a claim file. */
interface State {
  readonly token: string;
  readonly inode: number;
  readonly modified: number;
}

/** Another program's claim: for how many milliseconds it has been seen unchanged, and when it was last checked, by the monotonic clock. */
export interface ClaimSeen {
  readonly state: State;
  readonly unchanged: number;
  readonly at: number;
}

/** API for the holder of a claim. */
export interface Held {
  /**
   * Call this directly before changing anything that others see.
   * @throws ShelfwiseError `busy` if another program took the claim over while this one stalled
   */
  assertOurs(): Promise<void>;
}

interface Claim extends Held {
  readonly file: string;
  readonly token: string;
  readonly touching: NodeJS.Timeout;
}

/**
 * Runs `work` while it holds the claim beside a file, as every program does that changes the file. `work` must read the file itself, and write it
 * with the claim (`writeJson(file, value, { claim })`).
 * @throws ShelfwiseError `busy` if others hold the claim for too long, and whatever `work` throws
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
 * @param changed the claimed file, as sentences name it
 * @returns null if another program holds the claim
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
    // Waiting programs start counting again; if the touch fails, the token alone decides.
    await touch().catch(() => undefined);
    if (!(await isOurs())) throw new ShelfwiseError('busy', say('kept.taken-over', { file: changed }));
  };
  return { file, token, touching, assertOurs };
}

/** Removes the claim, unless another program took it over while this one stalled. */
export async function releaseClaim({ file, token, touching }: Claim): Promise<void> {
  clearInterval(touching);
  const there = await stateOf(file).catch(() => null);
  if (there?.token === token) await takeAway(file, (moved) => moved.token === token);
}

/**
 * Removes a claim that has been unchanged for long enough.
 * @param seen the result of the previous call; null on the first
 * @returns the value for the next call; null once the claim is gone
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
 * Moves a claim aside, so that no other program can move it, and removes it if it is the right one.
 * @returns false if it was another claim, which is put back
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
  // Never replaces a claim made meanwhile: the moved claim's holder then sees that it lost it before it changes anything.
  if (!isRight) await fs.link(moved, file).catch(() => undefined);
  await fs.rm(moved, { force: true });
  return isRight;
}

/** Null if there is no claim. */
const stateOf = (file: string): Promise<State | null> =>
  withPlainFileIfThere(file, async (handle) => {
    const { ino, mtimeMs } = await handle.stat();
    return { token: await handle.readFile('utf8'), inode: ino, modified: mtimeMs };
  });
