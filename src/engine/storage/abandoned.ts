/**
 * Finds what programs left behind, where it is not known whether they are gone. No clock decides alone: a clock may have been set meanwhile,
 * and machines differ. So a leftover must have been unchanged for an hour by the clock of its own file system, and is looked at twice: if it
 * changed between the two looks, its program is alive.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { filesBelow, lastChange } from './disk';
import { clockOf } from './files';

/** Milliseconds that something must have lain unchanged: the program never pauses so long in the middle of writing. */
const UNTOUCHED = 60 * 60 * 1000;

/** Milliseconds between two looks: what is being written is touched every second, and a busy process may miss a few. */
const SECOND_LOOK = 10_000;

/** Ends when it is time for the second look. */
export type Pause = () => Promise<unknown>;

const pause: Pause = () => sleep(SECOND_LOOK);

/**
 * The targets that no program is working on.
 * @param folder of the same file system
 * @param untilSecondLook what passes between the two looks, where there is something to look at twice
 */
export async function abandonedOf(
  folder: string,
  targets: readonly string[],
  untilSecondLook: Pause = pause,
): Promise<string[]> {
  if (targets.length === 0) return [];
  // Where not even an empty file can be made, nothing is known of the time.
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
