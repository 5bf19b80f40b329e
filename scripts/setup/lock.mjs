// One setup at a time per checkout: two would delete each other's partial files.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { OUT } from './paths.mjs';
import { say } from './say.mjs';

// Not in node_modules, which `npm ci` empties.
const LOCK = path.join(OUT, '.setup-lock');
const BEAT = 1000;
/** Milliseconds without a heartbeat after which a lock belongs to a killed setup. */
const STALE = 15_000;

function tryToTake() {
  try {
    fs.mkdirSync(OUT, { recursive: true });
    fs.writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
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

function removeIfStale() {
  try {
    const silent = Date.now() - fs.statSync(LOCK).mtimeMs;
    // The process ID alone is not enough: it may be reused, or not yet written.
    const owner = Number(fs.readFileSync(LOCK, 'utf8'));
    if (silent > STALE || (owner > 0 && !isRunning(owner))) fs.rmSync(LOCK, { force: true });
  } catch {
    // Its owner has just removed it.
  }
}

/**
 * Runs `work` while no other setup runs in this checkout.
 * @param {() => Promise<void>} work
 */
export async function withLock(work) {
  let said = false;
  while (!tryToTake()) {
    removeIfStale();
    if (tryToTake()) break;
    if (!said) say('another setup is at work in this folder; waiting for it');
    said = true;
    await wait(BEAT);
  }
  const interrupted = () => {
    fs.rmSync(LOCK, { force: true });
    console.log('\nsetup: interrupted; the same command goes on from here.');
    process.exit(130);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  const beat = setInterval(() => {
    try {
      fs.utimesSync(LOCK, new Date(), new Date());
    } catch {
      // out/ was deleted; the work continues.
    }
  }, BEAT);
  try {
    await work();
  } finally {
    clearInterval(beat);
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    fs.rmSync(LOCK, { force: true });
  }
}
