/** Command-line flags for the Node of a trainer. */

/**
 * Heap size in megabytes at which V8 first collects garbage in the whole heap. Weights that are read back count towards the heap, so with V8's
 * default of some 40 it collected after nearly every epoch of a small catalogue: a sixth of the processor's time. The garbage itself is young and
 * collected anyway, so a run takes little more memory.
 */
const FIRST_LOOK = 256;

/** V8's flags come and go, and Node refuses unknown ones: the newest Node that was tried. */
const NEWEST_TRIED = 24;

/** @param version of Node */
export function trainerNodeFlags(version = process.versions.node): string[] {
  return Number.parseInt(version, 10) > NEWEST_TRIED ? [] : [`--initial-old-space-size=${FIRST_LOOK}`];
}
