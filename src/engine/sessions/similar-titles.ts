/** Finds similar titles of a run. */
import type { SparseRows } from '../data/tables';
import { topK } from '../model/ranking/top-k';
import type { RunSession } from './run-session';

export interface Similar {
  readonly item: number;
  readonly similarity: number;
}

/** The most similar first, without titles that have nothing in common. */
export async function similarTo(session: RunSession, item: number, count: number): Promise<Similar[]> {
  const cosines = await similarities(session, item);
  return Array.from(topK(cosines, 0, cosines.length, count, Int32Array.of(item)), (other) => ({
    item: other,
    similarity: cosines[other]!,
  })).filter(({ similarity }) => similarity > 0);
}

/** Similarity of one title to each title of the run: the cosine of decoder rows, or, for models without a decoder, of the titles' viewers. */
export async function similarities(session: RunSession, item: number): Promise<Float32Array> {
  const decoder = (await session.recommender()).tensors()['decoder'];
  const autoencoder = await session.autoencoder();
  return autoencoder === null || decoder === undefined
    ? cosinesOfColumns((await session.data()).histories, item)
    : cosinesOfRows(decoder.values as Float32Array, decoder.shape[1]!, item);
}

function cosinesOfRows(matrix: Float32Array, width: number, row: number): Float32Array {
  const cosines = new Float32Array(matrix.length / width);
  const own = matrix.subarray(row * width, (row + 1) * width);
  let ownSquares = 0;
  for (const value of own) ownSquares += value * value;
  for (let other = 0; other < cosines.length; other++) {
    let product = 0;
    let squares = 0;
    for (let column = 0; column < width; column++) {
      const value = matrix[other * width + column]!;
      product += own[column]! * value;
      squares += value * value;
    }
    const both = Math.sqrt(ownSquares) * Math.sqrt(squares);
    cosines[other] = both > 0 ? product / both : 0;
  }
  return cosines;
}

/** Cosine of the sets of viewers: together / sqrt(one x other), whatever their number. */
function cosinesOfColumns(histories: SparseRows, item: number): Float32Array {
  const together = new Float64Array(histories.columns);
  const watched = new Float64Array(histories.columns);
  for (let row = 0; row < histories.rows; row++) {
    const items = histories.indices.subarray(histories.offsets[row]!, histories.offsets[row + 1]!);
    const isBoth = items.includes(item);
    for (const other of items) {
      watched[other]!++;
      if (isBoth) together[other]!++;
    }
  }
  return Float32Array.from(together, (both, other) =>
    both === 0 ? 0 : both / Math.sqrt(watched[item]! * watched[other]!),
  );
}
