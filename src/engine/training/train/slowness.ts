/** How this machine compares with the one on which the costs were measured: a short loop, once a process. */

/** Processor seconds of the loop on that machine. */
const THERE = 0.005;
const NUMBERS = 4096;
const ROUNDS = 1000;
const TRIES = 5;
/** The loop is not the work: a machine is never taken to be further away than this. */
const FURTHEST = 4;

let measured: number | null = null;

/** @returns 2 where the loop takes twice as long */
export function slownessOfThisMachine(): number {
  measured ??= Math.min(...Array.from({ length: TRIES }, secondsOfLoop)) / THERE;
  return Math.min(FURTHEST, Math.max(1 / FURTHEST, measured));
}

/** Of the processor, so that what else the machine does counts little. */
function secondsOfLoop(): number {
  const numbers = Float32Array.from({ length: NUMBERS }, (_, at) => at / NUMBERS);
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round++)
    for (let at = 0; at < NUMBERS; at++) numbers[at] = 0.5 * numbers[at]! + 0.25;
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
