/** Compares this machine with the one on which the costs were measured: a short loop, once per process. */

/** Processor seconds of the loop on that machine. */
const THERE = 0.005;
const NUMBERS = 4096;
const ROUNDS = 1000;
const TRIES = 5;
/** The loop is not the real work, so the factor is limited to this in either direction. */
const FURTHEST = 4;

let measured: number | null = null;

/** @returns 2 if the loop takes twice as long */
export function slownessOfThisMachine(): number {
  measured ??= Math.min(...Array.from({ length: TRIES }, secondsOfLoop)) / THERE;
  return Math.min(FURTHEST, Math.max(1 / FURTHEST, measured));
}

/** Processor time, so that other work on the machine counts little. */
function secondsOfLoop(): number {
  const numbers = Float32Array.from({ length: NUMBERS }, (_, at) => at / NUMBERS);
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round++)
    for (let at = 0; at < NUMBERS; at++) numbers[at] = 0.5 * numbers[at]! + 0.25;
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
