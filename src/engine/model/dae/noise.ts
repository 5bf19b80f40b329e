/** The noise of the denoising autoencoder: hides parts of histories and profiles in training. Pure functions of rows and a stream. */
import type { Recipe } from '../../../shared/recipe/table';
import type { SparseRows } from '../../data/tables';
import type { RandomStream } from '../random';

export type NoiseKnobs = Pick<Recipe, 'noise.dropout' | 'noise.rate' | 'noise.wholeHistory' | 'noise.profile'>;

interface Corruption {
  /** The remaining histories; kept values are divided by the kept share, as in dropout (Srivastava et al. 2014). */
  readonly inputs: SparseRows;
  /** 1 for rows whose profile is hidden. */
  readonly profileHidden: Uint8Array;
}

/** A history of this many titles has the same weight under l1-l2 as under l2; shorter ones weigh more. 16 to 400 work equally well. */
export const AS_LOUD = 64;

/**
 * Each row divided by a norm; empty rows stay empty.
 * - l2: its Euclidean length
 * - l1-l2: the geometric mean of its sum and its length. One title says little about a profile, but it is all that is known: under l2 the code
 *   of a few titles stays so near that of none that the list hardly differs from popularity (docs/decisions/0017).
 */
export function normaliseRows(rows: SparseRows, kind: Recipe['structure.input']): SparseRows {
  if (kind === 'none') return rows;
  const values = new Float32Array(rows.values.length);
  for (let row = 0; row < rows.rows; row++) {
    let sum = 0;
    let squares = 0;
    for (let position = rows.offsets[row]!; position < rows.offsets[row + 1]!; position++) {
      sum += rows.values[position]!;
      squares += rows.values[position]! * rows.values[position]!;
    }
    const length = Math.sqrt(squares);
    const norm = kind === 'l2' ? length : Math.sqrt((sum * length) / Math.sqrt(AS_LOUD));
    for (let position = rows.offsets[row]!; position < rows.offsets[row + 1]!; position++)
      values[position] = rows.values[position]! / norm;
  }
  return { ...rows, values };
}

/**
 * Hides part of each row. Draws for each row, in order: whether to hide the whole history, whether to hide the profile, the rate (if it is drawn),
 * then one number per value. Every row draws all of them, so that a knob does not shift the numbers of others.
 * @param rows rows x items, clean
 */
export function corrupt(rows: SparseRows, knobs: NoiseKnobs, random: RandomStream): Corruption {
  const offsets = new Int32Array(rows.rows + 1);
  const indices = new Int32Array(rows.indices.length);
  const values = new Float32Array(rows.indices.length);
  const profileHidden = new Uint8Array(rows.rows);
  const least = knobs['noise.dropout'];
  let length = 0;
  for (let row = 0; row < rows.rows; row++) {
    const allHidden = random.uniform() < knobs['noise.wholeHistory'];
    if (random.uniform() < knobs['noise.profile']) profileHidden[row] = 1;
    const drawn = random.uniform();
    const rate = knobs['noise.rate'] === 'drawn' ? least + (1 - least) * drawn : least;
    const scale = rate < 1 ? 1 / (1 - rate) : 0;
    for (let position = rows.offsets[row]!; position < rows.offsets[row + 1]!; position++) {
      const kept = random.uniform() >= rate;
      if (!kept || allHidden) continue;
      indices[length] = rows.indices[position]!;
      values[length] = rows.values[position]! * scale;
      length++;
    }
    offsets[row + 1] = length;
  }
  return {
    inputs: { ...rows, offsets, indices: indices.slice(0, length), values: values.slice(0, length) },
    profileHidden,
  };
}
