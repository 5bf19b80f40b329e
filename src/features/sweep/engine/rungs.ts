/**
 * Successive halving (Jamieson and Talwalkar 2016; the inner loop of Hyperband, Li et al. 2018, algorithm 1): many trials for few epochs, a third of
 * them for three times as many, and so on to the end.
 */

/** One in this many trials of a rung goes on to the next, for this many times as many epochs: η in the paper. */
const KEPT = 3;

export interface Rung {
  /** Number of trials in it. */
  readonly trials: number;
  /** Epochs of choosing until it ends; null for the last, in which each trial reaches its validation score as any run does. */
  readonly epochs: number | null;
}

/**
 * As many rungs as trials and epochs allow.
 * @param trials in the first. @param epochs the most for one trial
 */
export function rungsOf(trials: number, epochs: number): Rung[] {
  const sizes = [trials];
  while (sizes.at(-1)! >= KEPT && epochsOf(epochs, sizes.length) >= 1) sizes.push(Math.floor(sizes.at(-1)! / KEPT));
  const last = sizes.length - 1;
  return sizes.map((size, rung) => ({ trials: size, epochs: rung === last ? null : epochsOf(epochs, last - rung) }));
}

/** Epochs of the rung that is `before` rungs before the last. */
function epochsOf(most: number, before: number): number {
  let epochs = most;
  for (let rung = 0; rung < before; rung++) epochs /= KEPT;
  return Math.floor(epochs);
}
