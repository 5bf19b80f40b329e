/**
 * Bounds the difference between two computations of one score in single precision, for any order of their sums.
 *
 * Each partial sum of n terms is off by at most gamma_n = n u / (1 - n u) of the sum of absolute terms, whatever the order (Higham 2002, Accuracy
 * and Stability of Numerical Algorithms, section 3.1). With the bias there are width + 1 terms, |b| + sum |c_j d_j| of them, which is at most |b| +
 * |c| |d| (Cauchy and Schwarz). The processor rounds each of `width` fused steps to the nearest: u = 2^-24. A GPU may round the product and the sum,
 * each to either neighbour, as WGSL allows: u = 2^-23, and one more rounding a term.
 */
import type { ScoreLayer } from './shortlists';

const NEAREST = 1 / 16_777_216;
const EITHER = 2 * NEAREST;
/** Allowance for denormals, which either may flush to zero: 2^-126, many times over. */
const VANISHING = 1e-36;
/** Allowance for the rounding of the bound itself. */
const ROOM = 1.001;
/** If bounds are no greater than this, no sum can leave the range of single precision. */
const MODERATE = 1e30;

const gamma = (terms: number, unit: number): number => (terms * unit) / (1 - terms * unit);

/** The error bound of one layer's scores. */
export class ScoreError {
  readonly #share: number;
  /** Over all items: the longest vector, and the largest bias. */
  readonly #norm: number;
  readonly #bias: number;

  constructor(private readonly layer: ScoreLayer) {
    const { items, width, decoder, bias } = layer;
    this.#share = ROOM * (gamma(width + 1, NEAREST) + gamma(width + 3, EITHER));
    let [squares, most] = [0, 0];
    for (let item = 0; item < items; item++) {
      squares = larger(squares, squaresOf(decoder, item * width, width));
      most = larger(most, Math.abs(bias[item]!));
    }
    this.#norm = Math.sqrt(squares);
    this.#bias = most;
  }

  /**
   * The bound for all items of one row; Infinity if a score might not be finite.
   * @param code rows x width
   */
  ofRow(code: Float32Array, row: number): number {
    const { width } = this.layer;
    const norm = Math.sqrt(squaresOf(code, row * width, width));
    const most = norm * this.#norm + this.#bias;
    if (!(most < MODERATE)) return Infinity;
    return this.#share * most + VANISHING * (width + 1) * (1 + norm + this.#norm);
  }
}

/** The larger; NaN if either is NaN, as in Math.max, but faster. */
const larger = (left: number, right: number): number => (right <= left ? left : right > left ? right : Number.NaN);

function squaresOf(values: Float32Array, from: number, count: number): number {
  let sum = 0;
  for (let at = from; at < from + count; at++) sum += values[at]! * values[at]!;
  return sum;
}
