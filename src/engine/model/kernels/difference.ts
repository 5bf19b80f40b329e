/** Measures the difference between two computations of the same values. */

/** Replaces non-finite numbers, which messages between processes cannot carry: far beyond any tolerance. */
const APART = 1e30;

/** The number itself if it is finite, else APART. */
export const finite = (value: number): number => (Number.isFinite(value) ? value : APART);

/** Largest difference, relative to the largest value of the truth; a very large one if any value is not a number. */
export function difference(computed: ArrayLike<number>, truth: Float32Array | Float64Array): number {
  let [largest, off] = [0, 0];
  truth.forEach((value, index) => {
    largest = Math.max(largest, Math.abs(value));
    off = Math.max(off, Math.abs(value - computed[index]!));
  });
  return off === 0 ? 0 : finite(off / largest);
}
