/** Changes a row between encoder and decoder, without training. Pure functions; sums in 64 bits and in a fixed order. */
import { topK } from '../ranking/top-k';
import type { SparseRows } from '../../data/tables';

interface NearProfile {
  readonly profile: number;
  /** Cosine of the latent codes, in 32 bits. */
  readonly similarity: number;
}

/** The latent codes of all profiles of a run, one row each. */
export class LatentCodes {
  readonly #lengths: Float64Array;
  /** Profiles without a history, ascending: they all share the code of an empty history, and are never neighbours. */
  readonly #silent: Int32Array;

  constructor(
    /** profiles x width, row-major. */
    readonly values: Float32Array,
    readonly width: number,
    histories: Pick<SparseRows, 'offsets'>,
  ) {
    const rows = values.length / width;
    this.#lengths = Float64Array.from({ length: rows }, (_, row) => lengthOf(this.of(row)));
    this.#silent = Int32Array.from({ length: rows }, (_, row) => row).filter(
      (row) => histories.offsets[row] === histories.offsets[row + 1],
    );
  }

  /** Number of profiles. */
  get rows(): number {
    return this.#lengths.length;
  }

  /** A view. */
  of(row: number): Float32Array {
    return this.values.subarray(row * this.width, (row + 1) * this.width);
  }

  /**
   * The profiles with the highest cosine to a code, nearest first, ties to the lower index.
   * @param self the profile to leave out; -1 for none
   */
  nearest(code: Float32Array, count: number, self: number): NearProfile[] {
    const length = lengthOf(code);
    const similarities = new Float32Array(this.rows);
    for (let row = 0; row < this.rows; row++) {
      const both = length * this.#lengths[row]!;
      similarities[row] = both > 0 ? this.#product(code, row) / both : 0;
    }
    const excluded = self < 0 || this.#silent.includes(self) ? this.#silent : this.#silentAnd(self);
    return Array.from(topK(similarities, 0, this.rows, count, excluded), (profile) => ({
      profile,
      similarity: similarities[profile]!,
    }));
  }

  /** (1 - share) x code + share x mean code of the nearest profiles; the code itself if there are none, or the share is 0. */
  mixed(code: Float32Array, self: number, { count, share }: { count: number; share: number }): Float32Array {
    const nearest = share > 0 ? this.nearest(code, count, self) : [];
    if (nearest.length === 0) return code;
    const sums = new Float64Array(this.width);
    for (const { profile } of nearest) {
      const other = this.of(profile);
      for (let unit = 0; unit < this.width; unit++) sums[unit]! += other[unit]!;
    }
    return code.map((own, unit) => (1 - share) * own + share * (sums[unit]! / nearest.length));
  }

  #product(code: Float32Array, row: number): number {
    const from = row * this.width;
    let sum = 0;
    for (let unit = 0; unit < this.width; unit++) sum += code[unit]! * this.values[from + unit]!;
    return sum;
  }

  #silentAnd(self: number): Int32Array {
    const excluded = new Int32Array(this.#silent.length + 1);
    excluded.set(this.#silent);
    excluded[this.#silent.length] = self;
    return excluded.sort();
  }
}

/**
 * Strengthens or weakens the condition: unknown + strength x (own - unknown). Strength 0 is the condition of a profile of which nothing is known, 1
 * is as trained (the very same bits), 2 goes as far again beyond it.
 */
export function strengthened(own: Float32Array, unknown: Float32Array, strength: number): Float32Array {
  if (strength === 1) return own;
  return own.map((value, unit) => unknown[unit]! + strength * (value - unknown[unit]!));
}

function lengthOf(code: Float32Array): number {
  let squares = 0;
  for (const value of code) squares += value * value;
  return Math.sqrt(squares);
}
