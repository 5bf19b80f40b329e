/** What the Node of a trainer is started with, beside its environment. */

/**
 * Megabytes from which V8 looks through the whole heap for garbage, until it knows better. Weights that are read back count as the heap's, so
 * from its own beginning, some 40, it looked after nearly every epoch of a small catalogue: a sixth of the processor's time. The garbage itself
 * goes with the young, so a run takes little more memory.
 */
const FIRST_LOOK = 256;

/** Flags of V8 come and go, and Node refuses one that it does not know: the newest Node that was tried. */
const NEWEST_TRIED = 24;

/** @param version of Node */
export function trainerNodeFlags(version = process.versions.node): string[] {
  return Number.parseInt(version, 10) > NEWEST_TRIED ? [] : [`--initial-old-space-size=${FIRST_LOOK}`];
}
