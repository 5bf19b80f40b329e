/** The vectors that define the similarity of a map's points; only their directions count. */
import { setImmediate } from 'node:timers/promises';
import type { MapSubject } from '../contract/make-map';
import type { RunMap } from '../contract/map';
import type { SparseRows } from '../../../engine/data/tables';
import { RandomStream } from '../../../engine/model/random';
import type { RunSession } from '../../../engine/sessions/run-session';

export interface MapVectors {
  readonly basis: RunMap['basis'];
  readonly width: number;
  /** points x width, row-major; of length 1, or all zeros for a point of which nothing is known. */
  readonly values: Float32Array;
}

/** Coordinates to which histories are projected if a model has no codes. */
const PROJECTED = 128;
/** Histories between two pauses, in which other calls are answered. */
const ROWS_PER_TURN = 1024;

/**
 * For profiles their latent codes, for titles their rows of the decoder. A model without a latent code has neither: its profiles are similar if they
 * watched the same titles, its titles if the same profiles watched them, by a random projection (Achlioptas 2003).
 */
export async function vectorsOf(session: RunSession, of: MapSubject): Promise<MapVectors> {
  const { histories } = await session.data();
  if ((await session.autoencoder()) === null) {
    const rows = of === 'profiles' ? histories : columnsAsRows(histories);
    return { basis: 'histories', width: PROJECTED, values: await projected(rows, session.record.seed) };
  }
  if (of === 'profiles') {
    const { values, width } = (await session.latent())!;
    return { basis: 'codes', width, values: unitRows(values, width) };
  }
  const { values, shape } = (await session.recommender()).tensors()['decoder']!;
  const width = shape[1]!;
  return { basis: 'codes', width, values: unitRows(values as Float32Array, width) };
}

/** In a new array; leaves a row of zeros as it is. */
export function unitRows(values: Float32Array, width: number): Float32Array {
  const units = new Float32Array(values.length);
  for (let from = 0; from < values.length; from += width) {
    let squares = 0;
    for (let at = from; at < from + width; at++) squares += values[at]! * values[at]!;
    const length = Math.sqrt(squares);
    if (length > 0) for (let at = from; at < from + width; at++) units[at] = values[at]! / length;
  }
  return units;
}

/** Each column has a random sign in every coordinate, and weighs less the more rows it is in. */
async function projected({ rows, columns, offsets, indices }: SparseRows, seed: number): Promise<Float32Array> {
  const random = new RandomStream(seed, 'map/projection');
  const signs = Float32Array.from({ length: columns * PROJECTED }, () => (random.nextUint32() & 1 ? 1 : -1));
  const counts = new Float64Array(columns);
  for (const column of indices) counts[column]!++;
  const sums = new Float64Array(PROJECTED);
  const values = new Float32Array(rows * PROJECTED);
  for (let row = 0; row < rows; row++) {
    sums.fill(0);
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      const column = indices[at]!;
      const weight = 1 / Math.sqrt(counts[column]!);
      for (let unit = 0; unit < PROJECTED; unit++) sums[unit]! += weight * signs[column * PROJECTED + unit]!;
    }
    values.set(sums, row * PROJECTED);
    if (row % ROWS_PER_TURN === ROWS_PER_TURN - 1) await setImmediate();
  }
  return unitRows(values, PROJECTED);
}

/** The rows of each column. */
function columnsAsRows({ rows, columns, offsets, indices }: SparseRows): SparseRows {
  const starts = new Int32Array(columns + 1);
  for (const column of indices) starts[column + 1]!++;
  for (let column = 0; column < columns; column++) starts[column + 1]! += starts[column]!;
  const cursor = starts.slice(0, columns);
  const turned = new Int32Array(indices.length);
  for (let row = 0; row < rows; row++)
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) turned[cursor[indices[at]!]!++] = row;
  const values = new Float32Array(indices.length).fill(1);
  return { rows: columns, columns: rows, offsets: starts, indices: turned, values };
}
