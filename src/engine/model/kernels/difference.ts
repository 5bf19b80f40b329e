/** How far two computations of the same are apart. */

/** In the place of what is no finite number, which no message between processes can tell: it is far beyond any tolerance. */
const APART = 1e30;

export const finite = (value: number): number => (Number.isFinite(value) ? value : APART);

/** Largest difference, relative to the largest value of the truth; a very large one where something is no number. */
export function difference(computed: ArrayLike<number>, truth: Float32Array | Float64Array): number {
  let [largest, off] = [0, 0];
  truth.forEach((value, index) => {
    largest = Math.max(largest, Math.abs(value));
    off = Math.max(off, Math.abs(value - computed[index]!));
  });
  return off === 0 ? 0 : finite(off / largest);
}
