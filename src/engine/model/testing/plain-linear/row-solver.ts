/** Conjugate gradients for one row of a factorisation at a time, in 64 bits and in a fixed order. */
import type { SparseRows } from '../../../data/tables';

/** Solves (unwatched Y'Y + sum of w y y' + ridge I) x = sum of w y, over the columns y of one row. */
export class RowSolver {
  /** unwatched x others' x others. */
  readonly #gram: Float64Array;
  readonly #residual: Float64Array;
  readonly #direction: Float64Array;
  readonly #image: Float64Array;

  /** @param others columns x factors */
  constructor(
    private readonly others: Float64Array,
    private readonly factors: number,
    unwatched: number,
  ) {
    this.#gram = gramOf(others, factors).map((value) => unwatched * value);
    this.#residual = new Float64Array(factors);
    this.#direction = new Float64Array(factors);
    this.#image = new Float64Array(factors);
  }

  /** Improves the factors of one row in place; a row without entries gets zeros. */
  improve(own: Float64Array, rows: SparseRows, row: number, ridge: number, steps: number): void {
    const { others, factors } = this;
    const from = rows.offsets[row]!;
    const to = rows.offsets[row + 1]!;
    if (from === to) {
      own.fill(0);
      return;
    }
    const [residual, direction, image] = [this.#residual, this.#direction, this.#image];
    this.#multiply(own, rows, from, to, ridge);
    for (let factor = 0; factor < factors; factor++) residual[factor] = -image[factor]!;
    for (let at = from; at < to; at++) {
      const start = rows.indices[at]! * factors;
      const value = rows.values[at]!;
      for (let factor = 0; factor < factors; factor++) residual[factor]! += value * others[start + factor]!;
    }
    direction.set(residual);
    let length = product(residual, residual);
    for (let step = 0; step < steps && length > 0; step++) {
      this.#multiply(direction, rows, from, to, ridge);
      const rate = length / product(direction, image);
      for (let factor = 0; factor < factors; factor++) {
        own[factor]! += rate * direction[factor]!;
        residual[factor]! -= rate * image[factor]!;
      }
      const next = product(residual, residual);
      const share = next / length;
      for (let factor = 0; factor < factors; factor++)
        direction[factor] = residual[factor]! + share * direction[factor]!;
      length = next;
    }
  }

  /** Multiplies the matrix of the row by `vector`, into the image. */
  #multiply(vector: Float64Array, rows: SparseRows, from: number, to: number, ridge: number): void {
    const { others, factors } = this;
    const gram = this.#gram;
    const image = this.#image;
    for (let factor = 0; factor < factors; factor++) image[factor] = ridge * vector[factor]!;
    for (let row = 0; row < factors; row++) {
      const value = vector[row]!;
      const at = row * factors;
      for (let column = 0; column < factors; column++) image[column]! += value * gram[at + column]!;
    }
    for (let at = from; at < to; at++) {
      const start = rows.indices[at]! * factors;
      let score = 0;
      for (let factor = 0; factor < factors; factor++) score += others[start + factor]! * vector[factor]!;
      score *= rows.values[at]!;
      for (let factor = 0; factor < factors; factor++) image[factor]! += score * others[start + factor]!;
    }
  }
}

/** others' x others, factors x factors. */
function gramOf(others: Float64Array, factors: number): Float64Array {
  const gram = new Float64Array(factors * factors);
  for (let start = 0; start < others.length; start += factors)
    for (let row = 0; row < factors; row++) {
      const value = others[start + row]!;
      const at = row * factors;
      for (let column = 0; column <= row; column++) gram[at + column]! += value * others[start + column]!;
    }
  for (let row = 0; row < factors; row++)
    for (let column = 0; column < row; column++) gram[column * factors + row] = gram[row * factors + column]!;
  return gram;
}

function product(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index++) sum += left[index]! * right[index]!;
  return sum;
}
