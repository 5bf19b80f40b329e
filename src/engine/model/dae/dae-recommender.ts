/** The trained autoencoder as a recommender: the history goes in whole, the scores it restores rank the items. */
import * as tf from '@tensorflow/tfjs';
import { ShelfwiseError } from '../../../shared/errors';
import type { Recipe } from '../../../shared/recipe/table';
import type { SparseRows } from '../../data/tables';
import type { Kernels } from '../kernels/kernels';
import type { NamedTensors, Recommender, ScoringRows } from '../recommender';
import { forward, type Weights } from './network';
import { normaliseRows } from './noise';
import { type ParameterName } from './structure';

/**
 * Rows are scored in blocks of exactly this many, the last one filled up with empty rows: with one row TensorFlow takes another
 * product (measured: 16, 64 and 128 rows give a row the same bits, 1 row gives others), and a list must not depend on who is scored beside.
 */
const BLOCK = 64;

export class DaeRecommender implements Recommender {
  readonly #weights: Weights;
  readonly #items: number;

  constructor(
    private readonly kernels: Kernels,
    private readonly recipe: Recipe,
    private readonly stored: NamedTensors,
  ) {
    this.#items = stored['encoder']!.shape[0]!;
    this.#weights = Object.fromEntries(
      Object.entries(stored).map(([name, { shape, values }]) => [
        name as ParameterName,
        tf.keep(tf.tensor2d(values, [shape[0]!, shape[1]!])),
      ]),
    );
  }

  score({ histories, conditions }: ScoringRows): Float32Array {
    const width = histories.rows === 0 ? 0 : conditions.length / histories.rows;
    const scores = new Float32Array(histories.rows * this.#items);
    for (let from = 0; from < histories.rows; from += BLOCK) {
      const rows = Math.min(BLOCK, histories.rows - from);
      const blockConditions = new Float32Array(BLOCK * width);
      blockConditions.set(conditions.subarray(from * width, (from + rows) * width));
      const block = this.#scoreBlock(blockOf(histories, from, rows), blockConditions, width);
      scores.set(block.subarray(0, rows * this.#items), from * this.#items);
    }
    return scores;
  }

  #scoreBlock(histories: SparseRows, conditions: Float32Array, width: number): Float32Array {
    const inputs = this.kernels.prepare(normaliseRows(histories, this.recipe['structure.input']));
    try {
      const logits = tf.tidy(() =>
        tf.keep(
          forward(inputs, width === 0 ? null : tf.tensor2d(conditions, [BLOCK, width]), this.#weights, this.recipe),
        ),
      );
      const values = logits.dataSync() as Float32Array;
      logits.dispose();
      return values;
    } finally {
      inputs.dispose();
    }
  }

  tensors(): NamedTensors {
    return this.stored;
  }

  dispose(): void {
    tf.dispose(Object.values(this.#weights));
  }
}

/** Rows from..from + rows, filled up with empty rows to a whole block. */
function blockOf(histories: SparseRows, from: number, rows: number): SparseRows {
  const start = histories.offsets[from]!;
  const end = histories.offsets[from + rows]!;
  const offsets = new Int32Array(BLOCK + 1).fill(end - start);
  for (let row = 0; row <= rows; row++) offsets[row] = histories.offsets[from + row]! - start;
  return {
    rows: BLOCK,
    columns: histories.columns,
    offsets,
    indices: histories.indices.subarray(start, end),
    values: histories.values.subarray(start, end),
  };
}

/** @throws ShelfwiseError `bad-data` where the tensors are not those of an autoencoder */
export function restoreDae(kernels: Kernels, recipe: Recipe, tensors: NamedTensors): DaeRecommender {
  for (const name of ['encoder', 'encoder.bias', 'decoder', 'decoder.bias'])
    if (tensors[name] === undefined)
      throw new ShelfwiseError('bad-data', `The model file has no tensor ${name}; it is not a model of this program.`);
  return new DaeRecommender(kernels, recipe, tensors);
}
