/**
 * The exponential function from sums, products and a fixed number of squarings, which IEEE 754 defines to the last bit; Math.exp may differ between
 * versions of Node.
 */

/** e^-40 is negligible beside a weight of 1. */
const NOTHING = -40;
/** 2^10: reduces the argument to within 0.04 of 0. */
const SQUARINGS = 10;
const PARTS = 1024;

/** @param exponent 0 or less. Relative error at most 1e-10 down to e^-40; 0 below. */
export function exactExp(exponent: number): number {
  if (exponent < NOTHING) return 0;
  const part = exponent / PARTS;
  let sum = 1 + part * (1 + (part / 2) * (1 + (part / 3) * (1 + (part / 4) * (1 + (part / 5) * (1 + part / 6)))));
  for (let squaring = 0; squaring < SQUARINGS; squaring++) sum *= sum;
  return sum;
}
