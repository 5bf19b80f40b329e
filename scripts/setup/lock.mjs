// One program at a time per checkout makes a thing: two would delete each other's partial files.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { OUT } from './paths.mjs';
import { say } from './say.mjs';

/** Not in node_modules, which `npm ci` empties. */
const lockOf = (name) => path.join(OUT, `.${name.replaceAll(/[^\w.-]/g, '-')}-lock`);
const BEAT = 1000;
/** Milliseconds without a heartbeat after which a lock belongs to a killed program. */
const STALE = 15_000;

function tryToTake(lock) {
  try {
    fs.mkdirSync(OUT, { recursive: true });
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM'; // Another user's process.
  }
}

function removeIfStale(lock) {
  try {
    const silent = Date.now() - fs.statSync(lock).mtimeMs;
    // The process ID alone is not enough: it may be reused, or not yet written.
    const owner = Number(fs.readFileSync(lock, 'utf8'));
    if (silent > STALE || (owner > 0 && !isRunning(owner))) fs.rmSync(lock, { force: true });
  } catch {
    // Its owner has just removed it.
  }
}

/**
 * Runs `work` while no other program of this checkout makes the same thing.
 * @template Result
 * @param {string} name of what is made, as in "setup" and "zig"
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withLock(name, work) {
  const lock = lockOf(name);
  let said = false;
  while (!tryToTake(lock)) {
    removeIfStale(lock);
    if (tryToTake(lock)) break;
    if (!said) say(`another program in this folder is at work on ${name}; waiting for it`);
    said = true;
    await wait(BEAT);
  }
  const interrupted = () => {
    fs.rmSync(lock, { force: true });
    console.log('\nsetup: interrupted; the same command goes on from here.');
    process.exit(130);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  const beat = setInterval(() => {
    try {
      fs.utimesSync(lock, new Date(), new Date());
    } catch {
      // out/ was deleted; the work continues.
    }
  }, BEAT);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    fs.rmSync(lock, { force: true });
  }
}
