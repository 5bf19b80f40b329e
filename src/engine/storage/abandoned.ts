/**
 * Finds leftovers of programs that may still be running elsewhere. One clock is not enough: it may have been set meanwhile, and machines differ. So
 * a leftover must have been unchanged for an hour by the clock of its own file system, and is checked twice: if it changes between the two checks,
 * its program is alive.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { filesBelow, lastChange } from './disk';
import { clockOf } from './files';

/** Milliseconds without a change before something counts as left over: a running program never pauses that long in the middle of writing. */
const UNTOUCHED = 60 * 60 * 1000;

/** Milliseconds between the two checks: a file being written is touched every second, and a busy process may miss a few. */
const SECOND_LOOK = 10_000;

/** Resolves when it is time for the second check. */
export type Pause = () => Promise<unknown>;

const pause: Pause = () => sleep(SECOND_LOOK);

/**
 * The targets that no program is working on.
 * @param folder a folder on the same file system, for its clock
 * @param untilSecondLook waits between the two checks; called only if something needs the second one
 */
export async function abandonedOf(
  folder: string,
  targets: readonly string[],
  untilSecondLook: Pause = pause,
): Promise<string[]> {
  if (targets.length === 0) return [];
  // Where not even an empty file can be created, the time is unknown, so nothing counts as abandoned.
  const now = await clockOf(folder).catch(() => 0);
  const states = new Map<string, string>();
  for (const target of targets)
    if (now - (await lastChange(target)) > UNTOUCHED) states.set(target, await stateOf(target));
  if (states.size === 0) return [];
  await untilSecondLook();
  const unchanged: string[] = [];
  for (const [target, state] of states) if ((await stateOf(target)) === state) unchanged.push(target);
  return unchanged;
}

async function stateOf(target: string): Promise<string> {
  const files = await filesBelow(target);
  return JSON.stringify([await lastChange(target), files]);
}
